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
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.greeting.GreetingCard;

/**
 * One item as it was handed over. A basket line with two VAT rates is two of these, tied by {@link
 * #goodsLine()}; deposit and delivery cost are items of the goods line, respectively the delivery,
 * they belong to. Frozen, but for how much of it was ordered.
 */
@Entity
public class RequisitionLine {
  @Id private UUID id;

  @Version private int version;

  @Column(name = "item_number")
  private int itemNumber;

  @Column(name = "goods_line")
  private int goodsLine;

  @Enumerated(EnumType.STRING)
  private LineKind kind;

  @Column(name = "web_shop_id")
  private UUID webShopId;

  @Column(name = "product_id")
  private UUID productId;

  private String sku;

  private String name;

  private BigDecimal quantity;

  @Column(name = "ordered_quantity")
  private BigDecimal orderedQuantity;

  @Column(name = "tier_from")
  private int tierFrom;

  private String unit;

  @Embedded private PriceParts price;

  private String[] allergens;

  @Column(name = "cut_off_class")
  private String cutOffClass;

  @Column(name = "invoice_party_id")
  private UUID invoicePartyId;

  @Column(name = "deliver_on")
  private LocalDate deliverOn;

  @Embedded private Destination destination;

  @Column(name = "cost_centre")
  private String costCentre;

  private String purpose;

  @Column(name = "ledger_code")
  private String ledgerCode;

  private String reference;

  @Embedded private GreetingCard card;

  @ManyToOne(fetch = FetchType.LAZY)
  @JoinColumn(name = "requisition_id")
  private Requisition requisition;

  protected RequisitionLine() {}

  /** What is promised of one item. */
  public record Promise(
      int itemNumber,
      int goodsLine,
      LineKind kind,
      UUID webShopId,
      UUID productId,
      String sku,
      String name,
      BigDecimal quantity,
      int tierFrom,
      String unit,
      PriceParts price,
      String[] allergens,
      String cutOffClass,
      UUID invoicePartyId,
      LocalDate deliverOn,
      Destination destination,
      String costCentre,
      String purpose,
      String ledgerCode,
      String reference,
      GreetingCard card) {}

  RequisitionLine(Requisition requisition, Promise promise) {
    this.id = Ids.next();
    this.requisition = requisition;
    this.itemNumber = promise.itemNumber();
    this.goodsLine = promise.goodsLine();
    this.kind = promise.kind();
    this.webShopId = promise.webShopId();
    this.productId = promise.productId();
    this.sku = promise.sku();
    this.name = promise.name();
    this.quantity = promise.quantity();
    this.orderedQuantity = BigDecimal.ZERO;
    this.tierFrom = promise.tierFrom();
    this.unit = promise.unit();
    this.price = promise.price();
    this.allergens = promise.allergens().clone();
    this.cutOffClass = promise.cutOffClass();
    this.invoicePartyId = promise.invoicePartyId();
    this.deliverOn = promise.deliverOn();
    this.destination = promise.destination();
    this.costCentre = promise.costCentre();
    this.purpose = promise.purpose();
    this.ledgerCode = promise.ledgerCode();
    this.reference = promise.reference();
    this.card = promise.card();
  }

  /** The item as it was promised. */
  public Promise promise() {
    return new Promise(
        itemNumber,
        goodsLine,
        kind,
        webShopId,
        productId,
        sku,
        name,
        quantity,
        tierFrom,
        unit,
        price,
        allergens.clone(),
        cutOffClass,
        invoicePartyId,
        deliverOn,
        destination,
        costCentre,
        purpose,
        ledgerCode,
        reference,
        card());
  }

  /** What of the promise is still to be ordered. */
  public BigDecimal remaining() {
    return quantity.subtract(orderedQuantity);
  }

  /** Net amount of the whole promise of this item, in cents. */
  public Money net() {
    return price.total().times(quantity).rounded();
  }

  void ordered(BigDecimal pieces) {
    if (pieces.compareTo(remaining()) > 0) {
      throw new BusinessRuleViolation(
          "quantity", "ordering.moreThanPromised", sku, remaining(), pieces);
    }
    orderedQuantity = orderedQuantity.add(pieces);
  }

  void promisedAgain(BigDecimal pieces) {
    orderedQuantity = orderedQuantity.subtract(pieces).max(BigDecimal.ZERO);
  }

  public Requisition requisition() {
    return requisition;
  }

  public GreetingCard card() {
    return card == null ? GreetingCard.NONE : card;
  }

  public UUID id() {
    return id;
  }

  public int itemNumber() {
    return itemNumber;
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

  public BigDecimal orderedQuantity() {
    return orderedQuantity;
  }

  public int tierFrom() {
    return tierFrom;
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

  public String cutOffClass() {
    return cutOffClass;
  }

  public UUID invoicePartyId() {
    return invoicePartyId;
  }

  public LocalDate deliverOn() {
    return deliverOn;
  }

  public Destination destination() {
    return destination;
  }

  public String costCentre() {
    return costCentre;
  }

  public String purpose() {
    return purpose;
  }

  public String ledgerCode() {
    return ledgerCode;
  }

  public String reference() {
    return reference;
  }
}
