package nl.topfruit.shop.fulfilment;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A delivery in a list. Who lives at a private address is not told in lists.
 *
 * @param recipient branch or department; null at a private address
 * @param street with number; null at a private address
 * @param closedAt when it was delivered or failed, null before
 */
public record DeliveryRow(
    String number,
    Delivery.State state,
    LocalDate deliverOn,
    LocalDate promisedOn,
    String orderNumber,
    String purchaseOrderNumber,
    String accountName,
    boolean privateAddress,
    String recipient,
    String street,
    String city,
    Instant closedAt) {

  /** It still has to be brought. */
  public boolean open() {
    return state == Delivery.State.PLANNED || state == Delivery.State.ON_THE_WAY;
  }

  /** The day is later than we promised. */
  public boolean moved() {
    return !deliverOn.equals(promisedOn);
  }
}
