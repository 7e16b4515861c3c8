package nl.topfruit.shop.protocol;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import nl.topfruit.shop.protocol.UnreadableMessage.Fault;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;

/**
 * Reads the values of an order document and gathers everything that is wrong with them, so that the
 * sender hears of all faults in one answer. Where a value stands is asked only when it is wrong: in
 * a document of many lines an XPath is dear.
 */
public final class OrderFields {

  /** Longer numbers are no order numbers; it is also what our tables hold. */
  public static final int LONGEST_ORDER_NUMBER = 200;

  private static final int MOST_FAULTS = 50;

  private final List<Fault> faults = new ArrayList<>();
  private Reason reason;

  /** The order number to the letter. */
  public OrderNumber orderNumber(Supplier<String> location, String raw) {
    if (raw == null || raw.isBlank()) {
      fault(Reason.MISSING, location, "missing", Quantities.name(location.get()));
      return new OrderNumber("");
    }
    if (raw.length() > LONGEST_ORDER_NUMBER) {
      fault(
          Reason.WRONG_VALUE,
          location,
          "tooLong",
          Quantities.name(location.get()),
          Integer.toString(LONGEST_ORDER_NUMBER));
    }
    return new OrderNumber(raw);
  }

  /** A text that must be there. */
  public String required(Supplier<String> location, String text) {
    if (text == null) {
      fault(Reason.MISSING, location, "missing", Quantities.name(location.get()));
    }
    return text;
  }

  /** A quantity that must be there and be more than zero. */
  public BigDecimal quantity(Supplier<String> location, String text) {
    if (required(location, text) == null) {
      return null;
    }
    return number(location, text, Quantities::faultOfQuantity);
  }

  /** A price or total; null when it is not given. */
  public BigDecimal price(Supplier<String> location, String text) {
    return text == null ? null : number(location, text, Quantities::faultOfPrice);
  }

  /** A currency of three letters; null when it is not given. */
  public String currency(Supplier<String> location, String text) {
    if (text != null && !text.matches("[A-Z]{3}")) {
      fault(Reason.WRONG_VALUE, location, "notACurrency", Quantities.shortened(text));
    }
    return text;
  }

  /** Notes a value that cannot be used. */
  public void wrong(Supplier<String> location, String key, String... arguments) {
    fault(Reason.WRONG_VALUE, location, key, arguments);
  }

  /** Notes a value that must be there. */
  public void missing(Supplier<String> location, String key, String... arguments) {
    fault(Reason.MISSING, location, key, arguments);
  }

  /**
   * @throws UnreadableMessage when anything was wrong
   */
  public void throwIfAny() {
    if (!faults.isEmpty()) {
      throw new UnreadableMessage(reason, faults);
    }
  }

  private BigDecimal number(
      Supplier<String> location, String text, BiFunction<String, String, Optional<Fault>> faultOf) {
    Optional<BigDecimal> number = Quantities.number(text);
    if (number.isPresent() && faultOf.apply("", text).isEmpty()) {
      return number.get();
    }
    if (mayNote(Reason.WRONG_VALUE)) {
      faultOf.apply(location.get(), text).ifPresent(faults::add);
    }
    return null;
  }

  private void fault(Reason why, Supplier<String> location, String key, String... arguments) {
    if (mayNote(why)) {
      faults.add(new Fault(location.get(), key, List.of(arguments)));
    }
  }

  /** The first reason counts; beyond so many faults nobody reads on. */
  private boolean mayNote(Reason why) {
    reason = reason == null ? why : reason;
    return faults.size() < MOST_FAULTS;
  }
}
