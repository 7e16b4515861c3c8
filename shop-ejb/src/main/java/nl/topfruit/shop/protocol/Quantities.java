package nl.topfruit.shop.protocol;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.topfruit.shop.protocol.UnreadableMessage.Fault;

/**
 * Numbers on the wire. Only the plain form is read (digits, at most one point, an optional minus):
 * "12,50" and "1e9" mean different things to different systems and are sent back rather than
 * guessed.
 */
public final class Quantities {

  /** The largest quantity a line may ask; beyond it amounts no longer fit our books. */
  public static final BigDecimal MOST = new BigDecimal("999999");

  private static final BigDecimal HIGHEST_PRICE = new BigDecimal("9999999");
  private static final int QUANTITY_DECIMALS = 3;
  private static final int PRICE_DECIMALS = 6;
  private static final Pattern PLAIN = Pattern.compile("[+-]?\\d{1,18}(\\.\\d{0,18})?");

  private Quantities() {}

  /** A plain number, ends trimmed; empty when it is none. */
  public static Optional<BigDecimal> number(String text) {
    String number = text == null ? "" : text.strip();
    return PLAIN.matcher(number).matches()
        ? Optional.of(new BigDecimal(number.endsWith(".") ? number + "0" : number))
        : Optional.empty();
  }

  /**
   * What is wrong with the quantity of an order line: no number, not more than zero, more than
   * {@link #MOST}, or finer than three decimals (OCI 4.0 QUANTITY 11.3). Empty when it can be used.
   */
  public static Optional<Fault> faultOfQuantity(String location, String text) {
    Optional<BigDecimal> number = number(text);
    if (number.isEmpty()) {
      return fault(location, "notANumber", name(location), shortened(text));
    }
    BigDecimal quantity = number.get();
    if (quantity.signum() <= 0) {
      return fault(location, "quantityTooSmall", shortened(text));
    }
    if (quantity.compareTo(MOST) > 0) {
      return fault(location, "quantityTooLarge", shortened(text), MOST.toPlainString());
    }
    if (quantity.stripTrailingZeros().scale() > QUANTITY_DECIMALS) {
      return fault(location, "quantityTooFine", shortened(text));
    }
    return Optional.empty();
  }

  /** What is wrong with a price or total: no number, below zero or beyond all use. */
  public static Optional<Fault> faultOfPrice(String location, String text) {
    Optional<BigDecimal> number = number(text);
    if (number.isEmpty()) {
      return fault(location, "notANumber", name(location), shortened(text));
    }
    BigDecimal price = number.get();
    if (price.signum() < 0
        || price.compareTo(HIGHEST_PRICE) > 0
        || price.stripTrailingZeros().scale() > PRICE_DECIMALS) {
      return fault(location, "priceOutOfRange", shortened(text));
    }
    return Optional.empty();
  }

  /** Quotes no more of a wrong value than fits a sentence. */
  public static String shortened(String text) {
    String value = text == null ? "" : text.strip();
    return value.codePointCount(0, value.length()) <= 40
        ? value
        : value.substring(0, value.offsetByCodePoints(0, 40)) + "…";
  }

  /** The last step of an XPath, or the parameter name. */
  public static String name(String location) {
    return location.substring(location.lastIndexOf('/') + 1);
  }

  private static Optional<Fault> fault(String location, String key, String... arguments) {
    return Optional.of(new Fault(location, key, List.of(arguments)));
  }
}
