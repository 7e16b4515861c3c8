package nl.topfruit.shop.purchasing.intake;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderItem;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.Answer.LineAnswer;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.purchasing.agreement.Agreement;
import nl.topfruit.shop.purchasing.agreement.Difference;

/** What we say to an order, in the customer's language, and how it is kept. */
final class Answers {
  private static final String TEXTS = "purchasing.purchasing";
  private static final int MOST_REASONS = 5;
  private static final Set<String> REC_20_PIECES = Set.of("EA", "C62", "H87");

  private Answers() {}

  /**
   * Placed, all of it or what agrees.
   *
   * @param placed per line of the agreement the item that it became, null where it was not placed
   */
  static Answer placed(
      OrderNumber number,
      String reference,
      Order order,
      Agreement agreement,
      OrderItem[] placed,
      Locale reader) {
    List<LineAnswer> lines = new ArrayList<>();
    for (int i = 0; i < placed.length; i++) {
      Agreement.Line line = agreement.lines().get(i);
      OrderItem item = placed[i];
      lines.add(item == null ? held(line, reader) : placed(line, item, reader));
    }
    boolean whole = agreement.outcome() == Outcome.PLACED;
    List<OrderItem> items = Stream.of(placed).filter(Objects::nonNull).toList();
    boolean moved = items.stream().anyMatch(Answers::movedFor);
    String sentence =
        Texts.of(
            TEXTS,
            reader,
            whole ? "purchasing.answer.placed" : "purchasing.answer.partlyPlaced",
            order.number(),
            days(items.stream().map(OrderItem::deliverOn).toList(), reader));
    return new Answer(
        whole ? Outcome.PLACED : Outcome.PARTLY_PLACED,
        number,
        order.number(),
        reference,
        moved ? sentence + " " + Texts.of(TEXTS, reader, "purchasing.answer.moved") : sentence,
        lines);
  }

  private static boolean movedFor(OrderItem item) {
    return item.late() && item.promise() != null;
  }

  private static String days(List<LocalDate> days, Locale reader) {
    return new TreeSet<>(days)
        .stream().map(CalendarText.in(reader)::day).collect(Collectors.joining(", "));
  }

  private static LineAnswer placed(Agreement.Line line, OrderItem item, Locale reader) {
    PurchaseOrderMessage.Line theirs = line.theirs();
    boolean moved = movedFor(item);
    return new LineAnswer(
        theirs.lineNumber(),
        item.sku(),
        item.name(),
        Outcome.PLACED,
        item.quantity(),
        unit(theirs, item),
        item.deliverOn(),
        item.moved(),
        moved
            ? Texts.of(
                TEXTS,
                reader,
                "purchasing.answer.lineMoved",
                CalendarText.in(reader).day(item.promisedOn()),
                CalendarText.in(reader).day(item.deliverOn()))
            : null);
  }

  /** Theirs, as long as it is a code of UN/ECE Rec 20, in which response documents are written. */
  private static String unit(PurchaseOrderMessage.Line theirs, OrderItem item) {
    if (theirs.unitRaw() == null) {
      return item.unit();
    }
    String raw = theirs.unitRaw().strip();
    return REC_20_PIECES.contains(raw) ? raw : theirs.unit();
  }

  private static LineAnswer held(Agreement.Line line, Locale reader) {
    PurchaseOrderMessage.Line theirs = line.theirs();
    String why =
        line.differences().stream()
            .filter(difference -> difference.reason().holds())
            .map(difference -> difference.sentence(reader))
            .collect(Collectors.joining(" "));
    return new LineAnswer(
        theirs.lineNumber(),
        theirs.sku(),
        name(line),
        Outcome.HELD,
        null,
        theirs.unitRaw(),
        null,
        false,
        why.isEmpty() ? null : why);
  }

  private static String name(Agreement.Line line) {
    if (line.match().found()) {
      return line.match().item().name();
    }
    return Stream.of(line.theirs().description(), line.theirs().sku(), line.theirs().buyersSku())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("-");
  }

  /** Somebody looks at it. */
  static Answer held(OrderNumber number, String reference, Agreement agreement, Locale reader) {
    return new Answer(
        Outcome.HELD,
        number,
        null,
        reference,
        Texts.of(TEXTS, reader, "purchasing.answer.held", reasons(agreement, reader)),
        List.of());
  }

  /** The first few reasons; all of them stand in our inbox. */
  private static String reasons(Agreement agreement, Locale reader) {
    List<String> sentences =
        agreement.allDifferences().stream()
            .filter(difference -> difference.reason().holds())
            .map(difference -> difference.sentenceWithLine(reader))
            .distinct()
            .toList();
    String first = sentences.stream().limit(MOST_REASONS).collect(Collectors.joining(" "));
    return sentences.size() <= MOST_REASONS
        ? first
        : first
            + " "
            + Texts.of(TEXTS, reader, "purchasing.answer.more", sentences.size() - MOST_REASONS);
  }

  /** It cannot become an order; the sentence says what to change. */
  static Answer refused(OrderNumber number, String reference, Difference why, Locale reader) {
    return new Answer(
        Outcome.REFUSED,
        number,
        null,
        reference,
        Texts.of(TEXTS, reader, "purchasing.answer.refused", why.sentence(reader)),
        List.of());
  }

  /**
   * The order was withdrawn in time.
   *
   * @param order ours, none when it was still held
   */
  static Answer withdrawn(
      OrderNumber number, String reference, Optional<String> order, Locale reader) {
    return new Answer(
        Outcome.PLACED,
        number,
        order.orElse(null),
        reference,
        Texts.of(TEXTS, reader, "purchasing.answer.withdrawn", number.key()),
        List.of());
  }

  /** The number is taken by an order with other content. */
  static Answer conflict(OrderNumber number, String reference, Locale reader) {
    return new Answer(
        Outcome.CONFLICT,
        number,
        null,
        reference,
        Texts.of(TEXTS, reader, "purchasing.answer.conflict", number.key()),
        List.of());
  }

  // ---- how it is kept ----

  static String json(Answer answer) {
    JsonObjectBuilder json =
        Json.createObjectBuilder()
            .add("outcome", answer.outcome().name())
            .add("orderNumber", answer.orderNumber().raw())
            .add("sentence", answer.sentence());
    put(json, "number", answer.number());
    put(json, "reference", answer.reference());
    JsonArrayBuilder lines = Json.createArrayBuilder();
    for (LineAnswer line : answer.lines()) {
      JsonObjectBuilder one =
          Json.createObjectBuilder()
              .add("outcome", line.outcome().name())
              .add("dayChanged", line.dayChanged());
      put(one, "line", line.lineNumber());
      put(one, "sku", line.sku());
      put(one, "name", line.name());
      put(one, "quantity", line.quantity());
      put(one, "unit", line.unit());
      put(one, "day", line.deliveryDay());
      put(one, "sentence", line.sentence());
      lines.add(one);
    }
    return json.add("lines", lines).build().toString();
  }

  private static void put(JsonObjectBuilder json, String name, Object value) {
    if (value instanceof BigDecimal number) {
      json.add(name, number.toPlainString());
    } else if (value != null) {
      json.add(name, value.toString());
    }
  }

  static Answer read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject answer = reader.readObject();
      List<LineAnswer> lines = new ArrayList<>();
      for (JsonObject line : answer.getJsonArray("lines").getValuesAs(JsonObject.class)) {
        String quantity = line.getString("quantity", null);
        String day = line.getString("day", null);
        lines.add(
            new LineAnswer(
                line.getString("line", null),
                line.getString("sku", null),
                line.getString("name", null),
                Outcome.valueOf(line.getString("outcome")),
                quantity == null ? null : new BigDecimal(quantity),
                line.getString("unit", null),
                day == null ? null : LocalDate.parse(day),
                line.getBoolean("dayChanged"),
                line.getString("sentence", null)));
      }
      return new Answer(
          Outcome.valueOf(answer.getString("outcome")),
          new OrderNumber(answer.getString("orderNumber")),
          answer.getString("number", null),
          answer.getString("reference", null),
          answer.getString("sentence"),
          lines);
    }
  }
}
