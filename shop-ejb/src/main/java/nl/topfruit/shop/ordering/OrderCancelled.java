package nl.topfruit.shop.ordering;

import java.util.UUID;

/** An order is not delivered after all. Observed in the same transaction. */
public record OrderCancelled(UUID orderId, String orderNumber, UUID accountId) {}
