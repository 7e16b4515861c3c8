package nl.topfruit.shop.purchasing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/** One line of a purchase order as it was sent, and the line of our promise that it means. */
@Entity
public class PurchaseOrderLine {
  @Id private UUID id;

  @Version private int version;

  private int position;

  @Column(name = "line_number")
  private String lineNumber;

  private String sku;

  @Column(name = "auxiliary_id")
  private String auxiliaryId;

  private String description;

  private BigDecimal quantity;

  private String unit;

  private BigDecimal price;

  @Column(name = "price_base")
  private BigDecimal priceBase;

  @Column(name = "cost_centre")
  private String costCentre;

  @Column(name = "ledger_code")
  private String ledgerCode;

  @Column(name = "requested_on")
  private LocalDate requestedOn;

  @Column(name = "requisition_line_id")
  private UUID requisitionLineId;

  private boolean placed;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "purchase_order_id")
  private PurchaseOrder purchaseOrder;

  protected PurchaseOrderLine() {}

  /**
   * What a line says.
   *
   * @param price for {@code priceBase} units, null when none was sent
   * @param requisitionLineId the line it means; null when none, or when that cannot be told
   */
  public record Content(
      String lineNumber,
      String sku,
      String auxiliaryId,
      String description,
      BigDecimal quantity,
      String unit,
      BigDecimal price,
      BigDecimal priceBase,
      String costCentre,
      String ledgerCode,
      LocalDate requestedOn,
      UUID requisitionLineId) {}

  public PurchaseOrderLine(PurchaseOrder purchaseOrder, int position, Content content) {
    this.id = Ids.next();
    this.purchaseOrder = purchaseOrder;
    this.position = position;
    this.lineNumber = content.lineNumber();
    this.sku = content.sku();
    this.auxiliaryId = content.auxiliaryId();
    this.description = content.description();
    this.quantity = content.quantity();
    this.unit = content.unit();
    this.price = content.price();
    this.priceBase = content.priceBase();
    this.costCentre = content.costCentre();
    this.ledgerCode = content.ledgerCode();
    this.requestedOn = content.requestedOn();
    this.requisitionLineId = content.requisitionLineId();
  }

  /** It stands on an order of ours now. */
  public void placed() {
    placed = true;
  }

  /** Staff say which line of ours it means. */
  void means(UUID requisitionLineId) {
    this.requisitionLineId = requisitionLineId;
  }

  /** Net price of one piece as they state it; null when they state none. */
  public BigDecimal unitPrice() {
    return price == null || priceBase == null
        ? price
        : price.divide(priceBase, 10, RoundingMode.HALF_UP).stripTrailingZeros();
  }

  public UUID id() {
    return id;
  }

  public int position() {
    return position;
  }

  /** Theirs, as sent. */
  public String lineNumber() {
    return lineNumber;
  }

  public String sku() {
    return sku;
  }

  public String auxiliaryId() {
    return auxiliaryId;
  }

  public String description() {
    return description;
  }

  public BigDecimal quantity() {
    return quantity;
  }

  public String unit() {
    return unit;
  }

  public String costCentre() {
    return costCentre;
  }

  public String ledgerCode() {
    return ledgerCode;
  }

  public LocalDate requestedOn() {
    return requestedOn;
  }

  public UUID requisitionLineId() {
    return requisitionLineId;
  }

  public boolean isPlaced() {
    return placed;
  }
}
