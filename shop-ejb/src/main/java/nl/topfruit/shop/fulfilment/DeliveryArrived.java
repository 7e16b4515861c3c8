package nl.topfruit.shop.fulfilment;

import java.util.UUID;

/**
 * A delivery was handed over. Observed in the same transaction.
 *
 * @param orderComplete it was the last one of its order
 */
public record DeliveryArrived(
    UUID deliveryId, UUID orderId, UUID accountId, boolean orderComplete) {}
