package nl.topfruit.shop.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;

/**
 * An order has become firm. Observed in the same transaction: what is delivered and what is
 * invoiced is written with the order or not at all.
 *
 * @param deliveries the addresses and days of the order, whose ids its lines name
 */
public record OrderPlaced(
    UUID orderId,
    String orderNumber,
    UUID accountId,
    boolean byPurchaseOrder,
    List<PlannedDelivery> deliveries) {

  /** One address on one day. */
  public record PlannedDelivery(
      UUID id, LocalDate deliverOn, LocalDate promisedOn, Destination destination) {}
}
