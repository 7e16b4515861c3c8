package nl.topfruit.shop.purchasing.agreement;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.Texts;

/**
 * One difference, of a line or of the whole order. It is kept as code and values, so that everybody
 * reads it in his own language.
 *
 * @param line their line number; null for the whole order
 * @param arguments as {@link Reason#arguments()} says: plain numbers, ISO days, texts
 */
public record Difference(Reason reason, String line, List<String> arguments) {
  private static final String BUNDLE = "purchasing.purchasing";

  public Difference {
    arguments = List.copyOf(arguments);
    if (arguments.size() != reason.arguments().size()) {
      throw new IllegalArgumentException(reason + " has other arguments than " + arguments);
    }
  }

  /** Of a line. */
  static Difference ofLine(String line, Reason reason, Object... arguments) {
    return new Difference(reason, line, Stream.of(arguments).map(Difference::plain).toList());
  }

  /** Of the whole order. */
  public static Difference ofOrder(Reason reason, Object... arguments) {
    return ofLine(null, reason, arguments);
  }

  private static String plain(Object argument) {
    if (argument instanceof Money money) {
      return money.plain();
    }
    if (argument instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return String.valueOf(argument);
  }

  /** The sentence for a reader, without the line it is about. */
  public String sentence(Locale reader) {
    Object[] shown = new Object[arguments.size()];
    for (int i = 0; i < shown.length; i++) {
      shown[i] = shown(reason.arguments().get(i), arguments.get(i), reader);
    }
    return Texts.of(BUNDLE, reader, "purchasing.reason." + reason, shown);
  }

  /** "Regel 20: …", or the sentence alone when it is about the whole order. */
  public String sentenceWithLine(Locale reader) {
    return line == null
        ? sentence(reader)
        : Texts.of(BUNDLE, reader, "purchasing.line", line, sentence(reader));
  }

  private static String shown(Reason.Argument kind, String value, Locale reader) {
    return switch (kind) {
      case MONEY -> "€ " + number(value, "#,##0.00####", reader);
      case NUMBER -> number(value, "#,##0.######", reader);
      case DAY -> CalendarText.in(reader).day(LocalDate.parse(value));
      case REQUISITION_STATE -> Texts.of(BUNDLE, reader, "purchasing.requisition." + value);
      case TEXT -> value;
    };
  }

  private static String number(String plain, String pattern, Locale reader) {
    Locale language = "en".equals(reader.getLanguage()) ? Locale.ENGLISH : Locale.GERMAN;
    return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(language))
        .format(new BigDecimal(plain));
  }

  public static String json(Collection<Difference> differences) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Difference difference : differences) {
      var one = Json.createObjectBuilder().add("reason", difference.reason().name());
      if (difference.line() != null) {
        one.add("line", difference.line());
      }
      array.add(one.add("arguments", Json.createArrayBuilder(difference.arguments())));
    }
    return array.build().toString();
  }

  public static List<Difference> read(String json) {
    List<Difference> differences = new ArrayList<>();
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      for (JsonObject one : reader.readArray().getValuesAs(JsonObject.class)) {
        differences.add(
            new Difference(
                Reason.valueOf(one.getString("reason")),
                one.getString("line", null),
                one.getJsonArray("arguments").getValuesAs(JsonString::getString)));
      }
    }
    return differences;
  }
}
