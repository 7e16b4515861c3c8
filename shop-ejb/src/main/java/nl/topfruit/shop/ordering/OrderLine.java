package nl.topfruit.shop.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatSummary;
import nl.topfruit.shop.greeting.GreetingCard;

/**
 * One line of an order: what was one line on the customer's purchase order is one line here and one
 * line on the invoice, with the same quantity and price.
 */
@Entity
public class OrderLine {
  @Id private UUID id;

  @Version private int version;

  @Column(name = "delivery_id")
  private UUID deliveryId;

  @Column(name = "requisition_line_id")
  private UUID requisitionLineId;

  private int position;

  @Column(name = "purchase_order_line")
  private String purchaseOrderLine;

  @Column(name = "goods_line")
  private int goodsLine;

  @Enumerated(EnumType.STRING)
  private LineKind kind;

  @Column(name = "web_shop_id")
  private UUID webShopId;

  @Column(name = "invoice_party_id")
  private UUID invoicePartyId;

  @Column(name = "product_id")
  private UUID productId;

  private String sku;

  private String name;

  private BigDecimal quantity;

  @Column(name = "invoiced_quantity")
  private BigDecimal invoicedQuantity;

  private String unit;

  @Embedded private PriceParts price;

  private String[] allergens;

  @Column(name = "cost_centre")
  private String costCentre;

  @Column(name = "ledger_code")
  private String ledgerCode;

  private String purpose;

  private String reference;

  @Embedded private GreetingCard card;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "order_id")
  private Order order;

  protected OrderLine() {}

  /**
   * What a line says.
   *
   * @param purchaseOrderLine line number of their purchase order, as sent; null without one
   * @param goodsLine ties the VAT parts and the deposit of one product
   * @param price net per piece
   */
  public record Content(
      UUID deliveryId,
      UUID requisitionLineId,
      String purchaseOrderLine,
      int goodsLine,
      LineKind kind,
      UUID webShopId,
      UUID invoicePartyId,
      UUID productId,
      String sku,
      String name,
      BigDecimal quantity,
      String unit,
      PriceParts price,
      String[] allergens,
      String costCentre,
      String ledgerCode,
      String purpose,
      String reference,
      GreetingCard card) {}

  OrderLine(Order order, int position, Content content) {
    this.id = Ids.next();
    this.order = order;
    this.position = position;
    this.deliveryId = content.deliveryId();
    this.requisitionLineId = content.requisitionLineId();
    this.purchaseOrderLine = content.purchaseOrderLine();
    this.goodsLine = content.goodsLine();
    this.kind = content.kind();
    this.webShopId = content.webShopId();
    this.invoicePartyId = content.invoicePartyId();
    this.productId = content.productId();
    this.sku = content.sku();
    this.name = content.name();
    this.quantity = content.quantity();
    this.invoicedQuantity = BigDecimal.ZERO;
    this.unit = content.unit();
    this.price = content.price();
    this.allergens = content.allergens().clone();
    this.costCentre = content.costCentre();
    this.ledgerCode = content.ledgerCode();
    this.purpose = content.purpose();
    this.reference = content.reference();
    this.card = content.card();
  }

  /** Net amounts in cents, one per VAT rate of the line. */
  public List<VatSummary.Line> vatLines() {
    return price.parts().stream()
        .map(p -> new VatSummary.Line(p.rate(), p.net().times(quantity).rounded()))
        .toList();
  }

  /** Pieces that stand on no invoice yet. */
  public BigDecimal uninvoiced() {
    return quantity.subtract(invoicedQuantity);
  }

  void invoiced(BigDecimal pieces) {
    if (pieces.compareTo(uninvoiced()) > 0) {
      throw new BusinessRuleViolation(null, "ordering.invoicedAlready", sku, uninvoiced(), pieces);
    }
    invoicedQuantity = invoicedQuantity.add(pieces);
  }

  public GreetingCard card() {
    return card == null ? GreetingCard.NONE : card;
  }

  public UUID id() {
    return id;
  }

  public UUID deliveryId() {
    return deliveryId;
  }

  public UUID requisitionLineId() {
    return requisitionLineId;
  }

  public int position() {
    return position;
  }

  public String purchaseOrderLine() {
    return purchaseOrderLine;
  }

  public int goodsLine() {
    return goodsLine;
  }

  public LineKind kind() {
    return kind;
  }

  public UUID webShopId() {
    return webShopId;
  }

  public UUID invoicePartyId() {
    return invoicePartyId;
  }

  public UUID productId() {
    return productId;
  }

  public String sku() {
    return sku;
  }

  public String name() {
    return name;
  }

  public BigDecimal quantity() {
    return quantity;
  }

  public BigDecimal invoicedQuantity() {
    return invoicedQuantity;
  }

  public String unit() {
    return unit;
  }

  public PriceParts price() {
    return price;
  }

  public String[] allergens() {
    return allergens;
  }

  public String costCentre() {
    return costCentre;
  }

  public String ledgerCode() {
    return ledgerCode;
  }

  public String purpose() {
    return purpose;
  }

  public String reference() {
    return reference;
  }
}
