package nl.topfruit.shop.ordering.history;

import java.time.Instant;
import java.time.LocalDate;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.ordering.Requisition;

/**
 * A requisition in a list.
 *
 * @param systemName the customer's system that authorises it; null when that is done in our portal
 * @param firstDay the first day on which something of it is promised
 * @param net total without VAT
 */
public record RequisitionRow(
    String number,
    Requisition.State state,
    String accountName,
    String systemName,
    String requestedBy,
    Instant createdAt,
    Instant validUntil,
    LocalDate firstDay,
    Money net) {

  /** Waits for an approver in our portal. */
  public boolean decidedHere() {
    return systemName == null && state == Requisition.State.AWAITING_AUTHORISATION;
  }
}
