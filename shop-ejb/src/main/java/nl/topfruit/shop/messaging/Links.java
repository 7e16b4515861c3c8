package nl.topfruit.shop.messaging;

import java.util.UUID;

/**
 * What a message is about, as far as it is known when it ends; each may be null. The things
 * themselves live in rooms below.
 *
 * @param sessionId shopping session that a call-up opened or a return ended
 * @param requisitionId what was handed over, or what is ordered from
 * @param purchaseOrderId the customer's order that came in
 * @param orderId what we deliver
 * @param invoiceId the invoice that was fetched or sent
 */
public record Links(
    UUID sessionId, UUID requisitionId, UUID purchaseOrderId, UUID orderId, UUID invoiceId) {
  /** About nothing that we keep. */
  public static final Links NONE = new Links(null, null, null, null, null);

  /** A call-up, or a return with nothing. */
  public static Links session(UUID sessionId) {
    return new Links(sessionId, null, null, null, null);
  }

  /** A basket that went over. */
  public static Links requisition(UUID sessionId, UUID requisitionId) {
    return new Links(sessionId, requisitionId, null, null, null);
  }

  /** What we deliver. */
  public static Links order(UUID orderId) {
    return new Links(null, null, null, orderId, null);
  }

  /** An invoice of an order; of many orders the order is null. */
  public static Links invoice(UUID orderId, UUID invoiceId) {
    return new Links(null, null, null, orderId, invoiceId);
  }
}
