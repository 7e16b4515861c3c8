package nl.topfruit.shop.ordering.ending;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.messaging.Outbox;
import nl.topfruit.shop.ordering.Places;
import nl.topfruit.shop.ordering.Requisition;

/**
 * The ends of a requisition, in the caller's transaction and with its row locked by the caller:
 * what was not ordered of it gives its places back, and the orderer gets a letter.
 */
@Dependent
public class Endings {
  static final int LONGEST_NOTE = 400;

  @Inject private DeliveryDays days;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * Somebody who may authorise it said no.
   *
   * @param by his name, or that of the system that passed it on
   * @param note why, null when nothing was said; the orderer reads it
   * @throws BusinessRuleViolation "ordering.requisitionClosed"
   */
  public void reject(Requisition requisition, String by, String note) {
    requisition.mustBeOpen();
    days.release(Places.heldBy(requisition));
    requisition.reject(by, shortened(note), Instant.now(clock));
    tell(requisition, Letter.REJECTED);
  }

  /**
   * It is no longer wanted.
   *
   * @param by name of who took it back
   * @param orderer it was the orderer himself, who needs no letter
   * @throws BusinessRuleViolation "ordering.requisitionClosed"
   */
  void withdraw(Requisition requisition, String by, String note, boolean orderer) {
    requisition.mustBeOpen();
    days.release(Places.heldBy(requisition));
    requisition.withdraw(by, shortened(note), Instant.now(clock));
    if (!orderer) {
      tell(requisition, Letter.WITHDRAWN);
    }
  }

  /**
   * Nobody answered as long as the promise held.
   *
   * @throws BusinessRuleViolation "ordering.requisitionClosed"
   */
  public void expire(Requisition requisition) {
    requisition.mustBeOpen();
    days.release(Places.heldBy(requisition));
    requisition.expire(Instant.now(clock));
    tell(requisition, Letter.EXPIRED);
  }

  /** Says, once, that the promise ends soon. */
  public void remind(Requisition requisition) {
    requisition.reminded(Instant.now(clock));
    tell(requisition, Letter.REMINDER);
  }

  private void tell(Requisition requisition, Letter letter) {
    String task = letter.name() + "|" + requisition.id();
    outbox.put(RequisitionMailing.KIND, task, task);
  }

  /** Theirs may be of any length. */
  private static String shortened(String note) {
    return note == null || note.length() <= LONGEST_NOTE ? note : note.substring(0, LONGEST_NOTE);
  }
}
