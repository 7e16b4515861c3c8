package nl.topfruit.shop.connection.traffic;

import java.util.Set;
import java.util.UUID;

/**
 * The things that belong together in one case, for which messages are asked; each set may be empty.
 *
 * @param reference of the message from which the case was found; null for none
 */
public record Subjects(
    String reference,
    Set<UUID> sessions,
    Set<UUID> requisitions,
    Set<UUID> purchaseOrders,
    Set<UUID> orders,
    Set<UUID> invoices) {
  public Subjects {
    sessions = Set.copyOf(sessions);
    requisitions = Set.copyOf(requisitions);
    purchaseOrders = Set.copyOf(purchaseOrders);
    orders = Set.copyOf(orders);
    invoices = Set.copyOf(invoices);
  }
}
