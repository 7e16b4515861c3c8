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

  /** What an order number, cost centre or ledger code may measure; our tables hold as much. */
  public static final int LONGEST_CODE = 120;

  public static final int LONGEST_SKU = 100;
  public static final int LONGEST_LINE_NUMBER = 40;
  public static final int LONGEST_UNIT = 20;
  public static final int LONGEST_VERSION = 20;
  public static final int LONGEST_DESCRIPTION = 1000;
  public static final int LONGEST_COMMENT = 2000;

  private static final int MOST_FAULTS = 50;

  private final List<Fault> faults = new ArrayList<>();
  private Reason reason;

  /** The order number to the letter. */
  public OrderNumber orderNumber(Supplier<String> location, String raw) {
    String number = raw == null || raw.isBlank() ? null : raw;
    required(location, number);
    return new OrderNumber(number == null ? "" : code(location, number, LONGEST_CODE));
  }

  /** A text that must be there. */
  public String required(Supplier<String> location, String text) {
    if (text == null && mayNote(Reason.MISSING)) {
      String at = location.get();
      faults.add(new Fault(at, "missing", List.of(Quantities.name(at))));
    }
    return text;
  }

  /** A code that is kept to the letter or not at all; null when it is not given. */
  public String code(Supplier<String> location, String text, int longest) {
    if (text != null && text.length() > longest && mayNote(Reason.WRONG_VALUE)) {
      String at = location.get();
      faults.add(new Fault(at, "tooLong", List.of(Quantities.name(at), Integer.toString(longest))));
    }
    return text;
  }

  /**
   * Free text for people: when it is too long its middle goes, since the end of a description may
   * be our line key.
   */
  public static String freeText(String text, int longest) {
    if (text == null || text.length() <= longest) {
      return text;
    }
    int end = longest / 4;
    int head = longest - end - 1;
    int from = text.length() - end;
    head -= Character.isHighSurrogate(text.charAt(head - 1)) ? 1 : 0;
    from += Character.isLowSurrogate(text.charAt(from)) ? 1 : 0;
    return text.substring(0, head) + "…" + text.substring(from);
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
