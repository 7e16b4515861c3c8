package nl.topfruit.shop.ordering.history;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatSummary;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.ordering.Order;

/**
 * An order as it is shown.
 *
 * @param systemName the customer's purchasing system it came by, null from our portal
 * @param requisitionNumber the request it was placed from, null without one
 * @param mine the caller ordered it himself
 * @param demoCodes its ledger codes are examples and must be shown as such
 * @param vat net and VAT per rate, with the totals
 */
public record OrderView(
    UUID id,
    String number,
    Order.State state,
    Order.Invoiced invoiced,
    UUID accountId,
    String accountName,
    String systemName,
    String purchaseOrderNumber,
    String requisitionNumber,
    String contactName,
    String contactReach,
    boolean mine,
    boolean demoCodes,
    Instant placedAt,
    VatSummary vat,
    List<Line> lines) {

  /**
   * @param purchaseOrderLine number of the line on their purchase order, null without one
   * @param net amount of the whole line without VAT, in cents
   * @param cardDesign null without a card
   * @param cardText only for those who may read it, else null
   */
  public record Line(
      int position,
      String purchaseOrderLine,
      LineKind kind,
      UUID deliveryId,
      String sku,
      String name,
      BigDecimal quantity,
      PriceParts price,
      Money net,
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

  /** What is brought with one of its deliveries. */
  public List<Line> linesOf(UUID deliveryId) {
    return lines.stream().filter(line -> deliveryId.equals(line.deliveryId())).toList();
  }

  /** There is something to invoice. */
  public boolean invoiceable() {
    return state != Order.State.CANCELLED && invoiced != Order.Invoiced.FULLY;
  }
}
