package nl.topfruit.shop.ordering.basket;

import java.util.UUID;
import nl.topfruit.shop.greeting.GreetingCard;

/**
 * What somebody filled in to put a product into the basket, as he typed it. What is null or empty
 * gets its default; nothing here is believed before it is checked.
 *
 * @param lineId made with the form, so that a form that is sent twice makes one line; null for a
 *     new one
 * @param quantity whole number, default the smallest that can be ordered
 * @param deliverOn YYYY-MM-DD, default the earliest day that can be promised
 * @param branch code, name or label of a branch, default that of the session; not looked at when
 *     there is another address
 * @param elsewhere an address that is no branch, null for none
 * @param recipient person or department, default the branch
 * @param costCentre code, known to us or not
 * @param card its text decides: without text there is no card
 */
public record AddLine(
    UUID lineId,
    String sku,
    String quantity,
    String deliverOn,
    String branch,
    Elsewhere elsewhere,
    String recipient,
    String contactName,
    String contactReach,
    String instruction,
    String costCentre,
    UUID purposeId,
    String reference,
    GreetingCard card) {

  /**
   * Another address than a branch.
   *
   * @param home somebody's home
   */
  public record Elsewhere(
      String street, String houseNumber, String postcode, String city, boolean home) {

    /** Something of it was filled in. */
    public boolean isPresent() {
      return Typed.isPresent(street)
          || Typed.isPresent(houseNumber)
          || Typed.isPresent(postcode)
          || Typed.isPresent(city);
    }
  }

  /** Only the product: everything else by default. */
  public static AddLine of(String sku) {
    return new AddLine(
        null, sku, null, null, null, null, null, null, null, null, null, null, null, null);
  }
}
