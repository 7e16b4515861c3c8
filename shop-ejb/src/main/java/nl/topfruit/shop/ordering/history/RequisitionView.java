package nl.topfruit.shop.ordering.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.Requisition;

/**
 * A requisition as it is shown: the promise of its day, and what became of it.
 *
 * @param systemName the customer's system that authorises it; null when that is done in our portal
 * @param mine the caller requested it himself
 * @param shared a login that several people use requested it: who it was is not known
 * @param demoCodes its ledger codes are examples and must be shown as such
 * @param remindedAt when the orderer was told that it ends soon, null when he was not
 * @param decidedBy who authorised, refused or withdrew it, else null
 * @param orders what was placed from it, oldest first
 */
public record RequisitionView(
    String number,
    Requisition.State state,
    UUID accountId,
    String accountName,
    String systemName,
    String requestedBy,
    String contactReach,
    boolean mine,
    boolean shared,
    boolean demoCodes,
    Instant createdAt,
    Instant validUntil,
    Instant remindedAt,
    Instant decidedAt,
    String decidedBy,
    String decisionNote,
    Money net,
    List<Line> lines,
    List<Placed> orders) {

  /**
   * @param net amount of the whole line without VAT, in cents
   * @param remaining pieces that were not ordered yet
   * @param destination of a private address only for who requested it, else null
   * @param cardText only for who requested it, else null
   */
  public record Line(
      int itemNumber,
      LineKind kind,
      String sku,
      String name,
      BigDecimal quantity,
      BigDecimal remaining,
      PriceParts price,
      Money net,
      LocalDate deliverOn,
      boolean privateAddress,
      Destination destination,
      String costCentre,
      String ledgerCode,
      String purpose,
      String reference,
      List<String> allergens,
      String cardDesign,
      String cardText) {

    /** Goods, and not what goes along with them. */
    public boolean goods() {
      return kind == LineKind.GOODS;
    }
  }

  /** An order that was placed from it. */
  public record Placed(
      String number, Order.State state, String purchaseOrderNumber, Instant placedAt) {}

  /** Something of it may still be ordered. */
  public boolean open() {
    return state == Requisition.State.AWAITING_AUTHORISATION
        || state == Requisition.State.PARTLY_ORDERED;
  }

  /** May still be decided, by an approver in our portal. */
  public boolean decidedHere() {
    return systemName == null && open();
  }

  /** Waits for the customer's own system. */
  public boolean decidedThere() {
    return systemName != null && open();
  }
}
