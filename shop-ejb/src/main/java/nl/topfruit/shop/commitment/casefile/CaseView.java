package nl.topfruit.shop.commitment.casefile;

import java.time.Instant;
import java.util.List;
import nl.topfruit.shop.connection.traffic.MessageRow;

/**
 * What belongs together.
 *
 * @param messages oldest first
 */
public record CaseView(
    List<Visit> sessions,
    List<Thing> requisitions,
    List<Thing> purchaseOrders,
    List<Thing> orders,
    List<Thing> invoices,
    List<MessageRow> messages) {

  /**
   * A shopping session.
   *
   * @param returnHost where its basket went or would go, without path; null for one of our portal
   */
  public record Visit(Enum<?> state, Instant openedAt, Instant endedAt, String returnHost) {}

  /**
   * Something that has a number.
   *
   * @param number as people name it
   * @param reference of the message it came with, for a purchase order; null for the others
   */
  public record Thing(String number, String reference, Enum<?> state) {}

  /** There is nothing beside the one message. */
  public boolean alone() {
    return messages.size() < 2
        && sessions.isEmpty()
        && requisitions.isEmpty()
        && purchaseOrders.isEmpty()
        && orders.isEmpty()
        && invoices.isEmpty();
  }
}
