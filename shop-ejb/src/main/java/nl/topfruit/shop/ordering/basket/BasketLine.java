package nl.topfruit.shop.ordering.basket;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.greeting.GreetingCard;

/**
 * One product for one address on one day, while it is in the basket. The price is the one the
 * shopper saw; at hand-over it is reckoned anew and a difference is shown to him.
 */
@Entity
public class BasketLine {
  @Id private UUID id;

  @Version private int version;

  @Column(name = "session_id")
  private UUID sessionId;

  private int position;

  @Column(name = "web_shop_id")
  private UUID webShopId;

  @Column(name = "product_id")
  private UUID productId;

  private int quantity;

  @Embedded private PriceParts price;

  @Column(name = "deliver_on")
  private LocalDate deliverOn;

  @Embedded private Destination destination;

  @Column(name = "cost_centre")
  private String costCentre;

  @Column(name = "purpose_id")
  private UUID purposeId;

  private String reference;

  @Embedded private GreetingCard card;

  @Column(name = "removed_at")
  private Instant removedAt;

  protected BasketLine() {}

  /**
   * @param id made with the form that was sent, so that a form that is sent twice makes one line
   */
  BasketLine(UUID id, UUID sessionId, int position, UUID webShopId, UUID productId) {
    this.id = id;
    this.sessionId = sessionId;
    this.position = position;
    this.webShopId = webShopId;
    this.productId = productId;
  }

  /** How many, at which net price a piece. */
  void priced(int quantity, PriceParts price) {
    this.quantity = quantity;
    this.price = price;
  }

  void delivered(LocalDate day, Destination destination) {
    this.deliverOn = day;
    this.destination = destination;
  }

  /** What the customer books it on. */
  void booked(String costCentre, UUID purposeId, String reference) {
    this.costCentre = costCentre;
    this.purposeId = purposeId;
    this.reference = reference;
  }

  void with(GreetingCard card) {
    this.card = card;
  }

  /** Out of the basket, to be put back as it was. */
  void remove(Instant now) {
    this.removedAt = now;
  }

  void putBack() {
    this.removedAt = null;
  }

  public GreetingCard card() {
    return card == null ? GreetingCard.NONE : card;
  }

  public UUID id() {
    return id;
  }

  public UUID sessionId() {
    return sessionId;
  }

  public int position() {
    return position;
  }

  public UUID webShopId() {
    return webShopId;
  }

  public UUID productId() {
    return productId;
  }

  public int quantity() {
    return quantity;
  }

  public PriceParts price() {
    return price;
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

  public UUID purposeId() {
    return purposeId;
  }

  public String reference() {
    return reference;
  }
}
