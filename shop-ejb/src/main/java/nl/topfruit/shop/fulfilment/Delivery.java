package nl.topfruit.shop.fulfilment;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.BusinessRuleViolation;

/**
 * One address on one day, out of one order.
 *
 * <pre>
 * PLANNED --loaded--> ON_THE_WAY --handed over--> DELIVERED
 * PLANNED, ON_THE_WAY --nobody there--> FAILED
 * ON_THE_WAY --brought back--> RETURNED
 * PLANNED --order cancelled--> CANCELLED
 * </pre>
 */
@Entity
public class Delivery {
  /** The life of a delivery. */
  public enum State {
    PLANNED,
    ON_THE_WAY,
    DELIVERED,
    FAILED,
    RETURNED,
    CANCELLED
  }

  @Id private UUID id;

  @Version private int version;

  private String number;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "deliver_on")
  private LocalDate deliverOn;

  @Column(name = "promised_on")
  private LocalDate promisedOn;

  @Embedded private Destination destination;

  @Column(name = "closed_at")
  private Instant closedAt;

  @Column(name = "outcome_note")
  private String outcomeNote;

  protected Delivery() {}

  /**
   * @param id known already: order lines name it
   * @param promisedOn the day we promised, which differs from the day of delivery where
   *     authorisation came too late
   */
  public Delivery(
      UUID id,
      String number,
      UUID orderId,
      UUID accountId,
      LocalDate deliverOn,
      LocalDate promisedOn,
      Destination destination) {
    this.id = id;
    this.number = number;
    this.state = State.PLANNED;
    this.orderId = orderId;
    this.accountId = accountId;
    this.deliverOn = deliverOn;
    this.promisedOn = promisedOn;
    this.destination = destination;
  }

  /** Handed over to someone over there. */
  public void deliver(String note, Instant now) {
    close(State.DELIVERED, note, now);
  }

  /** Nobody there, refused, or damaged on the way. */
  public void fail(String note, Instant now) {
    close(State.FAILED, note, now);
  }

  /** The order is not delivered after all. */
  public void cancel(Instant now) {
    close(State.CANCELLED, null, now);
  }

  private void close(State end, String note, Instant now) {
    if (state != State.PLANNED && state != State.ON_THE_WAY) {
      throw new BusinessRuleViolation(null, "fulfilment.deliveryClosed", number, state);
    }
    state = end;
    outcomeNote = note;
    closedAt = now;
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

  public UUID orderId() {
    return orderId;
  }

  public UUID accountId() {
    return accountId;
  }

  public LocalDate deliverOn() {
    return deliverOn;
  }

  public LocalDate promisedOn() {
    return promisedOn;
  }

  public Destination destination() {
    return destination;
  }

  public Instant closedAt() {
    return closedAt;
  }

  public String outcomeNote() {
    return outcomeNote;
  }
}
