package nl.topfruit.shop.purchasing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.purchasing.agreement.Difference;

/**
 * An authorised order as the customer's system sent it, with what we said to it.
 *
 * <pre>
 * RECEIVED --agrees with the promise--> PLACED
 *          --agrees in part, and that is agreed--> PARTLY_PLACED
 *          --differs--> HELD
 *          --names another organisation, or a requisition we do not know--> REFUSED
 * HELD, CONFLICT, PARTLY_PLACED --staff accept--> PLACED, PARTLY_PLACED (what cannot be placed stays out)
 * HELD, CONFLICT --staff refuse--> REFUSED
 * REFUSED --sent again, mended, under the same number--> SUPERSEDED
 * REFUSED (a change or withdrawal that came too late) waits until somebody has seen it
 * HELD, PLACED, PARTLY_PLACED --changed by a later version before it is packed--> SUPERSEDED
 * HELD, PLACED, PARTLY_PLACED, RECEIVED (the withdrawal) --withdrawn before it is packed--> CANCELLED
 * CONFLICT: the same number as an earlier order, with other content; never placed by itself
 * </pre>
 *
 * {@code RECEIVED} is seen by nobody but the transaction that is at work. A duplicate is no row: it
 * gets the answer of the first one again.
 */
@Entity
public class PurchaseOrder {
  /** The life of a purchase order. */
  public enum State {
    RECEIVED,
    PLACED,
    PARTLY_PLACED,
    HELD,
    CONFLICT,
    REFUSED,
    DUPLICATE,
    SUPERSEDED,
    CANCELLED
  }

  /** States in which another order may use the number. */
  public static final Set<State> NUMBER_IS_FREE =
      Set.of(State.CONFLICT, State.DUPLICATE, State.SUPERSEDED);

  @Id private UUID id;

  @Version private int version;

  @Column(name = "connection_id")
  private UUID connectionId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "order_number")
  private String orderNumber;

  @Column(name = "order_key")
  private String orderKey;

  @Column(name = "order_version")
  private String orderVersion;

  @Enumerated(EnumType.STRING)
  private Message.Channel channel;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "content_hash")
  private String contentHash;

  @Column(name = "message_reference")
  private String messageReference;

  @Column(name = "received_at")
  private Instant receivedAt;

  @Column(name = "decide_before")
  private Instant decideBefore;

  private String currency;

  @Column(name = "stated_net")
  private BigDecimal statedNet;

  @Column(name = "cost_centre")
  private String costCentre;

  @Column(name = "requested_on")
  private LocalDate requestedOn;

  private String remark;

  @Column(name = "requisition_id")
  private UUID requisitionId;

  @Column(name = "order_id")
  private UUID orderId;

  private String reasons;

  private String answer;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decision_note")
  private String decisionNote;

  @OneToMany(mappedBy = "purchaseOrder")
  @OrderBy("position")
  private List<PurchaseOrderLine> lines = new ArrayList<>();

  protected PurchaseOrder() {}

  /**
   * An order whose number is taken by another one. All others begin with the claim of their number,
   * which is an insert of its own.
   */
  public static PurchaseOrder conflict(Incoming incoming) {
    var order = new PurchaseOrder();
    order.id = Ids.next();
    order.connectionId = incoming.connection().id();
    order.accountId = incoming.connection().accountId();
    order.orderNumber = incoming.number();
    order.orderKey = incoming.number();
    order.orderVersion = incoming.version();
    order.channel = incoming.channel();
    order.state = State.CONFLICT;
    order.contentHash = incoming.hash();
    order.messageReference = incoming.reference();
    order.receivedAt = incoming.now();
    return order;
  }

  /** What their document says of the order as a whole. */
  public void says(
      String currency,
      BigDecimal statedNet,
      String costCentre,
      LocalDate requestedOn,
      String remark) {
    this.currency = currency;
    this.statedNet = statedNet;
    this.costCentre = costCentre;
    this.requestedOn = requestedOn;
    this.remark = remark;
  }

  /** Against which requisition it was held, null for none or several. */
  public void authorises(UUID requisitionId) {
    this.requisitionId = requisitionId;
  }

  /** It became an order, all of it or what agrees. */
  public void placed(UUID orderId, boolean whole) {
    mustBe(State.RECEIVED, State.HELD, State.CONFLICT, State.PARTLY_PLACED);
    this.orderId = this.orderId == null ? orderId : this.orderId;
    state = whole ? State.PLACED : State.PARTLY_PLACED;
  }

  /**
   * Somebody must look at it.
   *
   * @param decideBefore until then the promised days can be kept; null when they cannot or there
   *     are none
   */
  public void held(Instant decideBefore) {
    mustBe(State.RECEIVED);
    this.decideBefore = decideBefore;
    state = State.HELD;
  }

  public void refused() {
    mustBe(State.RECEIVED, State.HELD, State.CONFLICT);
    state = State.REFUSED;
  }

  /** The customer sent a mended one under the same number, or changed it. */
  public void superseded() {
    mustBe(State.REFUSED, State.HELD, State.CONFLICT, State.PLACED, State.PARTLY_PLACED);
    state = State.SUPERSEDED;
  }

  /** The customer withdrew it; also the state of the withdrawal itself once it is carried out. */
  public void cancelled() {
    mustBe(State.RECEIVED, State.HELD, State.CONFLICT, State.PLACED, State.PARTLY_PLACED);
    state = State.CANCELLED;
  }

  /** Why, and what we answered: a duplicate gets the same again. */
  public void answered(Collection<Difference> reasons, String answer) {
    this.reasons = Difference.json(reasons);
    this.answer = answer;
  }

  /**
   * Where the order comes from that this becomes.
   *
   * @param requisition the only one that it authorises, empty for none or several
   */
  public Order.Origin origin(Optional<Requisition> requisition, String language) {
    return new Order.Origin(
        accountId,
        connectionId,
        requisition.map(Requisition::id).orElse(null),
        id,
        orderNumber,
        requisition.map(Requisition::personId).orElse(null),
        requisition.map(Requisition::contactName).orElse(null),
        requisition.map(Requisition::contactReach).orElse(null),
        language);
  }

  /** A person decided. */
  public void decided(String by, String note, Instant now) {
    this.decidedBy = by;
    this.decisionNote = note;
    this.decidedAt = now;
  }

  private void mustBe(State... allowed) {
    if (!List.of(allowed).contains(state)) {
      throw new BusinessRuleViolation(null, "purchasing.decidedAlready", orderNumber, state.name());
    }
  }

  /**
   * Waits for a person: all of it, or what was left out. A change or withdrawal that came too late
   * was refused in their protocol, and somebody must know of it all the same.
   */
  public boolean waits() {
    return state == State.HELD
        || state == State.CONFLICT
        || decidedAt == null && (state == State.PARTLY_PLACED || refusedChange());
  }

  /** A change or withdrawal that was refused. */
  public boolean refusedChange() {
    return state == State.REFUSED && orderVersion.matches("[UC]:.*");
  }

  public List<PurchaseOrderLine> lines() {
    return List.copyOf(lines);
  }

  public UUID id() {
    return id;
  }

  public int version() {
    return version;
  }

  public UUID connectionId() {
    return connectionId;
  }

  public UUID accountId() {
    return accountId;
  }

  /** Theirs, to the letter, ends trimmed. */
  public String orderNumber() {
    return orderNumber;
  }

  /** Their version, with "U:" or "C:" before it where it changes or withdraws an earlier one. */
  public String orderVersion() {
    return orderVersion;
  }

  public Message.Channel channel() {
    return channel;
  }

  public State state() {
    return state;
  }

  public String contentHash() {
    return contentHash;
  }

  public String messageReference() {
    return messageReference;
  }

  public Instant receivedAt() {
    return receivedAt;
  }

  public Instant decideBefore() {
    return decideBefore;
  }

  public UUID requisitionId() {
    return requisitionId;
  }

  public UUID orderId() {
    return orderId;
  }

  public List<Difference> reasons() {
    return Difference.read(reasons);
  }

  public String answer() {
    return answer;
  }

  public String remark() {
    return remark;
  }

  public String costCentre() {
    return costCentre;
  }

  public LocalDate requestedOn() {
    return requestedOn;
  }

  public BigDecimal statedNet() {
    return statedNet;
  }

  public String currency() {
    return currency;
  }

  public String decidedBy() {
    return decidedBy;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String decisionNote() {
    return decisionNote;
  }
}
