package nl.topfruit.shop.protocol;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

/**
 * What we say to an order, in no protocol yet. It is stored with the purchase order, so that a
 * duplicate gets the very same answer.
 *
 * @param outcome the verdict
 * @param orderNumber theirs, to the letter
 * @param number our order number; null as long as nothing is placed
 * @param reference under which the message stands in the message log
 * @param sentence one sentence in the language of the customer: what happened and what to do now
 * @param lines outcome per line, in their order; may be empty when all lines share the outcome
 */
public record Answer(
    Outcome outcome,
    OrderNumber orderNumber,
    String number,
    String reference,
    String sentence,
    List<LineAnswer> lines) {

  public enum Outcome {
    PLACED,
    PARTLY_PLACED,
    HELD,
    REFUSED,
    CONFLICT
  }

  public Answer {
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(orderNumber, "orderNumber");
    Objects.requireNonNull(sentence, "sentence");
    lines = List.copyOf(lines);
  }

  /** Our order number when there is one, otherwise the reference in the message log. */
  public String numberOrReference() {
    return number != null ? number : reference;
  }

  /**
   * @param lineNumber theirs, as sent
   * @param sku our article number, null when they gave none
   * @param name what it is, for the response document
   * @param outcome PLACED (as ordered or on another day), HELD or REFUSED
   * @param quantity what we deliver; null when not placed
   * @param unit their unit code, as sent
   * @param deliveryDay the day we deliver; null when not placed
   * @param dayChanged the promised day had passed and this is the next possible one
   * @param sentence why, in the language of the customer; null when there is nothing to say
   */
  public record LineAnswer(
      String lineNumber,
      String sku,
      String name,
      Outcome outcome,
      BigDecimal quantity,
      String unit,
      LocalDate deliveryDay,
      boolean dayChanged,
      String sentence) {}
}
