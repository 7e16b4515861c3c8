package nl.topfruit.shop.invoicing.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.invoicing.InvoiceDocument;

/** One line of an issued invoice, and with its order line the ledger of what was invoiced. */
@Entity
public class InvoiceLine {
  @Id private UUID id;

  @Column(name = "invoice_id")
  private UUID invoiceId;

  private int position;

  @Column(name = "order_line_id")
  private UUID orderLineId;

  @Column(name = "purchase_order_line")
  private String purchaseOrderLine;

  private String sku;

  private String name;

  private BigDecimal quantity;

  private String unit;

  private Money price;

  @Enumerated(EnumType.STRING)
  @Column(name = "vat_rate")
  private VatRate vatRate;

  private Money net;

  @Column(name = "cost_centre")
  private String costCentre;

  @Column(name = "ledger_code")
  private String ledgerCode;

  protected InvoiceLine() {}

  InvoiceLine(UUID invoiceId, int position, UUID orderLineId, InvoiceDocument.Line line) {
    this.id = Ids.next();
    this.invoiceId = invoiceId;
    this.position = position;
    this.orderLineId = orderLineId;
    this.purchaseOrderLine = line.orderLine();
    this.sku = line.sku();
    this.name = line.name();
    this.quantity = line.quantity();
    this.unit = line.unit();
    this.price = line.price();
    this.vatRate = line.rate();
    this.net = line.net();
    this.costCentre = line.costCentre();
    this.ledgerCode = line.ledgerCode();
  }

  public UUID id() {
    return id;
  }
}
