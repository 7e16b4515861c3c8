package nl.topfruit.shop.invoicing.issuing;

import java.time.LocalDate;
import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.invoicing.InvoiceDocument;

/**
 * An invoice in a list.
 *
 * @param number null as long as it is blocked
 * @param partyName the legal entity that pays
 * @param orderNumber ours; null for a collective invoice
 * @param purchaseOrderNumber theirs, to the letter; null without a purchase order
 * @param findings why it is blocked; empty otherwise
 */
public record InvoiceRow(
    String number,
    InvoiceDocument.Kind kind,
    Invoice.State state,
    String accountName,
    String partyName,
    String orderNumber,
    String purchaseOrderNumber,
    LocalDate issuedOn,
    LocalDate dueOn,
    Money net,
    Money vat,
    Money gross,
    List<Blocking> findings) {

  /** A rule that keeps an invoice here. */
  public record Blocking(String rule, String sentence) {}

  /** It may not leave. */
  public boolean blocked() {
    return state == Invoice.State.BLOCKED;
  }
}
