package nl.topfruit.shop.web.faces;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.Page;

/**
 * Money, numbers, days and moments as people write them, in the language of the page. The functions
 * of the tag library: {@code #{t:money(row.total)}}. An absent value is an empty string.
 */
public final class Formats {
  /** Where we deliver, and so the time that every page speaks of. */
  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  private static final char HARD_SPACE = '\u00a0';
  private static final String CENTS = "#,##0.00##";
  private static final String NUMBER = "#,##0.####";
  private static final Map<Language, DecimalFormatSymbols> SYMBOLS = new EnumMap<>(Language.class);

  static {
    for (Language language : Language.values()) {
      SYMBOLS.put(language, DecimalFormatSymbols.getInstance(language.locale()));
    }
  }

  private Formats() {}

  /** "€ 1.234,56"; a price of more than two decimals keeps up to four. */
  public static String money(Money money) {
    return money(money, Language.current());
  }

  static String money(Money money, Language language) {
    if (money == null) {
      return "";
    }
    String sign = Money.EUR.equals(money.currency()) ? "€" : money.currency();
    return sign + HARD_SPACE + format(CENTS, money.amount(), language);
  }

  /** The plain number for {@code data-total}: "1234.56". */
  public static String plain(Money money) {
    return money == null ? "" : money.plain();
  }

  /** "1.234", "0,75". */
  public static String number(Number number) {
    return number == null ? "" : format(NUMBER, number, Language.current());
  }

  /** How long a list is: "1.234", and "10.000+" from the number on at which counting stops. */
  public static String rows(long count) {
    return number(count) + (count >= Page.CAP ? "+" : "");
  }

  /** The text as a value in an address. */
  public static String encoded(String text) {
    return text == null ? "" : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** "do 26 nov". */
  public static String day(LocalDate day) {
    return day == null ? "" : calendar().day(day);
  }

  /** "do 26 nov 2026". */
  public static String fullDay(LocalDate day) {
    return day == null ? "" : calendar().dayWithYear(day);
  }

  /** "wo 25 nov 12:00". */
  public static String moment(Instant moment) {
    return moment == null ? "" : calendar().moment(moment.atZone(ZONE));
  }

  /** An argument of a sentence. */
  static String plainText(Object argument, Language language) {
    if (argument == null) {
      return "";
    }
    CalendarText calendar = CalendarText.in(language.locale());
    if (argument instanceof Money money) {
      return money(money, language);
    } else if (argument instanceof LocalDate day) {
      return calendar.day(day);
    } else if (argument instanceof Instant moment) {
      return calendar.moment(moment.atZone(ZONE));
    } else if (argument instanceof ZonedDateTime moment) {
      return calendar.moment(moment);
    } else if (argument instanceof Long
        || argument instanceof Integer
        || argument instanceof BigDecimal) {
      return format(NUMBER, (Number) argument, language);
    } else if (argument instanceof Enum<?> state) {
      return States.word(state);
    }
    return argument.toString();
  }

  private static String format(String pattern, Number number, Language language) {
    return new DecimalFormat(pattern, SYMBOLS.get(language)).format(number);
  }

  private static CalendarText calendar() {
    return CalendarText.in(Language.current().locale());
  }
}
