package nl.topfruit.shop.ordering;

import jakarta.persistence.CascadeType;
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
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;

/**
 * A basket handed to the customer's system, frozen as we promised it, and waiting for authorisation
 * over there (or in our portal).
 *
 * <pre>
 * AWAITING_AUTHORISATION --part ordered--> PARTLY_ORDERED --rest ordered--> ORDERED
 * AWAITING_AUTHORISATION --all ordered---> ORDERED
 * ORDERED, PARTLY_ORDERED --the order is being changed--> PARTLY_ORDERED, AWAITING_AUTHORISATION
 * AWAITING_AUTHORISATION, PARTLY_ORDERED --refused there--> REJECTED
 *                                        --never answered-> EXPIRED
 *                                        --taken back-----> WITHDRAWN
 *                                        --edited there---> REPLACED
 * </pre>
 */
@Entity
public class Requisition {
  /** The life of a requisition. */
  public enum State {
    AWAITING_AUTHORISATION,
    PARTLY_ORDERED,
    ORDERED,
    REJECTED,
    EXPIRED,
    WITHDRAWN,
    REPLACED
  }

  @Id private UUID id;

  @Version private int version;

  private String number;

  @Column(name = "line_key")
  private String lineKey;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "connection_id")
  private UUID connectionId;

  @Column(name = "session_id")
  private UUID sessionId;

  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "contact_name")
  private String contactName;

  @Column(name = "contact_reach")
  private String contactReach;

  private Money net;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "valid_until")
  private Instant validUntil;

  @Column(name = "reminded_at")
  private Instant remindedAt;

  @Column(name = "decided_at")
  private Instant decidedAt;

  @Column(name = "decided_by")
  private String decidedBy;

  @Column(name = "decision_note")
  private String decisionNote;

  @OneToMany(mappedBy = "requisition", cascade = CascadeType.PERSIST)
  @OrderBy("itemNumber")
  private List<RequisitionLine> lines = new ArrayList<>();

  protected Requisition() {}

  private Requisition(
      String number,
      String lineKey,
      ShoppingSession session,
      String contactName,
      String contactReach,
      Instant now,
      Instant validUntil) {
    this.id = Ids.next();
    this.number = number;
    this.lineKey = lineKey;
    this.state = State.AWAITING_AUTHORISATION;
    this.accountId = session.accountId();
    this.connectionId = session.connectionId();
    this.sessionId = session.id();
    this.personId = session.personId();
    this.contactName = contactName;
    this.contactReach = contactReach;
    this.net = Money.ZERO;
    this.createdAt = now;
    this.validUntil = validUntil;
  }

  /**
   * A basket that leaves the shop.
   *
   * @param number also the EXT_QUOTE_ID
   * @param lineKey what stands after '#' in the descriptions, unique in the account
   */
  public static Requisition handedOver(
      String number,
      String lineKey,
      ShoppingSession session,
      String contactName,
      String contactReach,
      Instant now,
      Instant validUntil,
      List<RequisitionLine.Promise> promises) {
    var requisition =
        new Requisition(number, lineKey, session, contactName, contactReach, now, validUntil);
    promises.forEach(requisition::promise);
    return requisition;
  }

  private void promise(RequisitionLine.Promise promise) {
    var line = new RequisitionLine(this, promise);
    lines.add(line);
    net = net.plus(line.net());
  }

  /** May still be ordered from. */
  public boolean open() {
    return state == State.AWAITING_AUTHORISATION || state == State.PARTLY_ORDERED;
  }

  /** Some pieces of a line have been ordered. Call {@link #settle()} after the last of them. */
  public void ordered(RequisitionLine line, BigDecimal pieces) {
    mustBeOpen();
    line.ordered(pieces);
  }

  /** Draws the state from what was ordered. */
  public void settle() {
    boolean rest = lines.stream().anyMatch(l -> l.remaining().signum() > 0);
    boolean some = lines.stream().anyMatch(l -> l.orderedQuantity().signum() > 0);
    state = !rest ? State.ORDERED : some ? State.PARTLY_ORDERED : State.AWAITING_AUTHORISATION;
  }

  /**
   * Pieces that were ordered are promised again: the order is being changed. Call {@link #settle()}
   * after the last of them.
   *
   * @throws BusinessRuleViolation "ordering.requisitionClosed" when the promise was ended meanwhile
   */
  public void promisedAgain(RequisitionLine line, BigDecimal pieces) {
    if (state != State.ORDERED) {
      mustBeOpen();
    }
    line.promisedAgain(pieces);
  }

  /** An approver in our portal said yes; the order that follows settles it. */
  public void authorised(String by, String note, Instant now) {
    mustBeOpen();
    decidedBy = by;
    decisionNote = note;
    decidedAt = now;
  }

  /** Refused by the customer's approver. */
  public void reject(String by, String note, Instant now) {
    close(State.REJECTED, by, note, now);
  }

  /** Nobody answered in time. */
  public void expire(Instant now) {
    close(State.EXPIRED, null, null, now);
  }

  /** Taken back by the orderer, or by us when he called. */
  public void withdraw(String by, String note, Instant now) {
    close(State.WITHDRAWN, by, note, now);
  }

  /** The orderer was told that it expires soon, which is done once. */
  public void reminded(Instant now) {
    mustBeOpen();
    remindedAt = now;
  }

  private void close(State end, String by, String note, Instant now) {
    mustBeOpen();
    state = end;
    decidedBy = by;
    decisionNote = note;
    decidedAt = now;
  }

  /**
   * Guards whatever decides on it.
   *
   * @throws BusinessRuleViolation "ordering.requisitionClosed" when that was done before
   */
  public void mustBeOpen() {
    if (!open()) {
      throw new BusinessRuleViolation(null, "ordering.requisitionClosed", number, state);
    }
  }

  public List<RequisitionLine> lines() {
    return List.copyOf(lines);
  }

  public UUID id() {
    return id;
  }

  public String number() {
    return number;
  }

  public String lineKey() {
    return lineKey;
  }

  public State state() {
    return state;
  }

  public UUID accountId() {
    return accountId;
  }

  public UUID connectionId() {
    return connectionId;
  }

  public UUID sessionId() {
    return sessionId;
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

  public Money net() {
    return net;
  }

  public Instant createdAt() {
    return createdAt;
  }

  public Instant validUntil() {
    return validUntil;
  }

  /** When the orderer was told that it expires soon; null before. */
  public Instant remindedAt() {
    return remindedAt;
  }

  public Instant decidedAt() {
    return decidedAt;
  }

  public String decidedBy() {
    return decidedBy;
  }

  public String decisionNote() {
    return decisionNote;
  }
}
