package nl.topfruit.shop.ordering;

import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatSummary;

/**
 * What we deliver and invoice. It is placed by an authorised purchase order, or by someone of the
 * customer in our portal.
 *
 * <pre>
 * PLACED --first packed--> IN_PREPARATION --some delivered--> PARTLY_DELIVERED --all delivered--> DELIVERED
 * PLACED, IN_PREPARATION --stopped by staff--> ON_HOLD --released--> PLACED
 * PLACED, ON_HOLD --cancelled before packing--> CANCELLED
 * </pre>
 */
@Entity
@Table(name = "customer_order")
public class Order {
  /** The life of an order. */
  public enum State {
    PLACED,
    ON_HOLD,
    IN_PREPARATION,
    PARTLY_DELIVERED,
    DELIVERED,
    CANCELLED
  }

  /** How much of it stands on an invoice. */
  public enum Invoiced {
    NONE,
    PARTLY,
    FULLY
  }

  @Id private UUID id;

  @Version private int version;

  private String number;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private Invoiced invoiced;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "connection_id")
  private UUID connectionId;

  @Column(name = "requisition_id")
  private UUID requisitionId;

  @Column(name = "purchase_order_id")
  private UUID purchaseOrderId;

  @Column(name = "purchase_order_number")
  private String purchaseOrderNumber;

  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "contact_name")
  private String contactName;

  @Column(name = "contact_reach")
  private String contactReach;

  private String language;

  private Money net;

  private Money vat;

  @Column(name = "placed_at")
  private Instant placedAt;

  @OneToMany(mappedBy = "order", cascade = CascadeType.PERSIST)
  @OrderBy("position")
  private List<OrderLine> lines = new ArrayList<>();

  protected Order() {}

  /** Where an order comes from. */
  public record Origin(
      UUID accountId,
      UUID connectionId,
      UUID requisitionId,
      UUID purchaseOrderId,
      String purchaseOrderNumber,
      UUID personId,
      String contactName,
      String contactReach,
      String language) {}

  public Order(String number, Origin origin, Instant now) {
    this.id = Ids.next();
    this.number = number;
    this.state = State.PLACED;
    this.invoiced = Invoiced.NONE;
    this.accountId = origin.accountId();
    this.connectionId = origin.connectionId();
    this.requisitionId = origin.requisitionId();
    this.purchaseOrderId = origin.purchaseOrderId();
    this.purchaseOrderNumber = origin.purchaseOrderNumber();
    this.personId = origin.personId();
    this.contactName = origin.contactName();
    this.contactReach = origin.contactReach();
    this.language = origin.language();
    this.placedAt = now;
    this.net = Money.ZERO;
    this.vat = Money.ZERO;
  }

  /** Adds a line and reckons the totals anew: VAT per rate on the sum of the lines. */
  public OrderLine add(OrderLine.Content content) {
    var line = new OrderLine(this, lines.size() + 1, content);
    lines.add(line);
    VatSummary sum = VatSummary.of(lines.stream().flatMap(l -> l.vatLines().stream()).toList());
    net = sum.net();
    vat = sum.vat();
    return line;
  }

  /** News of the deliveries: so many of all have arrived. */
  public void delivered(long arrived, long all) {
    if (state == State.CANCELLED) {
      throw new BusinessRuleViolation(null, "ordering.orderCancelled", number);
    }
    if (arrived > 0) {
      state = arrived == all ? State.DELIVERED : State.PARTLY_DELIVERED;
    }
  }

  /**
   * It is not delivered after all.
   *
   * @throws BusinessRuleViolation "ordering.tooLateToCancel" when something of it was packed,
   *     delivered or invoiced
   */
  public void cancel() {
    if (state != State.PLACED && state != State.ON_HOLD || invoiced != Invoiced.NONE) {
      throw new BusinessRuleViolation(null, "ordering.tooLateToCancel", number, state);
    }
    state = State.CANCELLED;
  }

  /** Pieces of a line stand on an invoice from now on; never more than were ordered. */
  public void invoiced(OrderLine line, BigDecimal pieces) {
    line.invoiced(pieces);
    boolean all = lines.stream().allMatch(l -> l.uninvoiced().signum() == 0);
    invoiced = all ? Invoiced.FULLY : Invoiced.PARTLY;
  }

  public List<OrderLine> lines() {
    return List.copyOf(lines);
  }

  public UUID id() {
    return id;
  }

  public String number() {
    return number;
  }

  public State state() {
    return state;
  }

  public Invoiced invoiced() {
    return invoiced;
  }

  public UUID accountId() {
    return accountId;
  }

  public UUID connectionId() {
    return connectionId;
  }

  public UUID requisitionId() {
    return requisitionId;
  }

  public UUID purchaseOrderId() {
    return purchaseOrderId;
  }

  public String purchaseOrderNumber() {
    return purchaseOrderNumber;
  }

  public UUID personId() {
    return personId;
  }

  public String contactName() {
    return contactName;
  }

  public String contactReach() {
    return contactReach;
  }

  public String language() {
    return language;
  }

  public Money net() {
    return net;
  }

  public Money vat() {
    return vat;
  }

  public Instant placedAt() {
    return placedAt;
  }
}
