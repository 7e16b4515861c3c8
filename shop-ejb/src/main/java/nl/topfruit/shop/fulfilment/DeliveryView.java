package nl.topfruit.shop.fulfilment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;

/**
 * A delivery as it is shown with its order.
 *
 * @param destination null where the reader need not know who lives there
 * @param outcomeNote who took it, where it stands, or why not
 */
public record DeliveryView(
    UUID id,
    String number,
    Delivery.State state,
    LocalDate deliverOn,
    LocalDate promisedOn,
    boolean privateAddress,
    Destination destination,
    Instant closedAt,
    String outcomeNote) {

  static DeliveryView of(Delivery delivery, boolean mayKnowWho) {
    boolean home = delivery.destination().privateAddress();
    return new DeliveryView(
        delivery.id(),
        delivery.number(),
        delivery.state(),
        delivery.deliverOn(),
        delivery.promisedOn(),
        home,
        home && !mayKnowWho ? null : delivery.destination(),
        delivery.closedAt(),
        delivery.outcomeNote());
  }

  /** It still has to be brought. */
  public boolean open() {
    return state == Delivery.State.PLANNED || state == Delivery.State.ON_THE_WAY;
  }

  /** The day is later than we promised. */
  public boolean moved() {
    return !deliverOn.equals(promisedOn);
  }
}
