package nl.topfruit.shop.ordering.basket;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.common.BusinessRuleViolation;

/** Reads what people type. Each refusal names the field it belongs to. */
final class Typed {
  /** More is an order by telephone. */
  static final int MOST = 9_999;

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})");
  private static final Pattern DUTCH = Pattern.compile("(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4})");
  private static final Pattern POSTCODE = Pattern.compile("([1-9]\\d{3})\\s*([A-Za-z]{2})");
  private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}([.,]\\d+)?");
  private static final Pattern DIGITS = Pattern.compile("(\\D*\\d){6,}.*");

  private Typed() {}

  static boolean isPresent(String typed) {
    return typed != null && !typed.isBlank();
  }

  /**
   * One line of text without control characters, null for nothing.
   *
   * @throws BusinessRuleViolation when it is longer than it may be
   */
  static String line(String field, String typed, int longest) {
    if (!isPresent(typed)) {
      return null;
    }
    String plain = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (plain.codePointCount(0, plain.length()) > longest) {
      throw new BusinessRuleViolation(field, "ordering.tooLong", longest);
    }
    return plain.isEmpty() ? null : plain;
  }

  /**
   * A number of pieces.
   *
   * @param least what must be ordered at least
   */
  static int quantity(String typed, int least) {
    if (!isPresent(typed)) {
      return least;
    }
    String plain = typed.strip();
    if (!NUMBER.matcher(plain).matches()) {
      throw new BusinessRuleViolation("quantity", "ordering.quantityUnreadable", MOST);
    }
    BigDecimal number = new BigDecimal(plain.replace(',', '.'));
    if (number.stripTrailingZeros().scale() > 0) {
      throw new BusinessRuleViolation("quantity", "ordering.quantityNotWhole");
    }
    if (number.compareTo(BigDecimal.valueOf(least)) < 0) {
      throw new BusinessRuleViolation("quantity", "ordering.quantityTooSmall", least);
    }
    if (number.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      throw new BusinessRuleViolation("quantity", "ordering.quantityTooLarge", MOST);
    }
    return number.intValueExact();
  }

  /** A day, as 2026-11-26 or 26-11-2026; null for nothing. */
  static LocalDate day(String typed) {
    if (!isPresent(typed)) {
      return null;
    }
    Matcher iso = ISO.matcher(typed.strip());
    Matcher dutch = DUTCH.matcher(typed.strip());
    try {
      if (iso.matches()) {
        return LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
      }
      if (dutch.matches()) {
        return LocalDate.of(number(dutch, 3), number(dutch, 2), number(dutch, 1));
      }
    } catch (DateTimeException e) {
      throw (BusinessRuleViolation) unreadableDay().initCause(e);
    }
    throw unreadableDay();
  }

  private static BusinessRuleViolation unreadableDay() {
    return new BusinessRuleViolation("deliver-on", "ordering.dayUnreadable");
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  /** A Dutch postcode as "1234 AB". */
  static String postcode(String typed) {
    Matcher matcher = POSTCODE.matcher(typed.strip());
    if (!matcher.matches()) {
      throw new BusinessRuleViolation("postcode", "ordering.postcodeUnreadable");
    }
    return matcher.group(1) + " " + matcher.group(2).toUpperCase(Locale.ROOT);
  }

  /** A telephone number or an e-mail address; null for nothing. */
  static String reach(String typed) {
    String plain = line("contact-reach", typed, 120);
    boolean usable =
        plain == null || DIGITS.matcher(plain).matches() || plain.matches("[^\\s@]+@[^\\s@]+");
    if (!usable) {
      throw new BusinessRuleViolation("contact-reach", "ordering.reachUnreadable");
    }
    return plain;
  }

  /** "4120" out of "4120 · Verpleging Lindehof", which an input suggests; null for nothing. */
  static String costCentre(String typed) {
    String plain = isPresent(typed) ? typed.strip() : null;
    int name = plain == null ? -1 : plain.indexOf(" · ");
    return line("cost-centre", name > 0 ? plain.substring(0, name) : plain, 35);
  }
}
