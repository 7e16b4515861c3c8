package nl.topfruit.shop.ordering.approval;

import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.Orders;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.ending.Endings;
import nl.topfruit.shop.security.CurrentUser;
import nl.topfruit.shop.security.Person;

/**
 * An approver of the account decides on what was requested in the portal. The requisition's row is
 * the lock: of two who decide at once one is told that it was decided.
 */
@Stateless
public class Approvals {
  private static final int LONGEST_NOTE = 400;

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Orders orders;
  @Inject private Endings endings;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Yes: what was requested is ordered, as it was promised.
   *
   * @param note for who requested it, may be empty
   * @return number of the order
   * @throws NotFound when the account has no such requisition
   * @throws BusinessRuleViolation "ordering.requisitionClosed" when it was decided before,
   *     "ordering.decidedElsewhere", "ordering.noDayLeft", "ordering.tooLong"
   */
  @RolesAllowed({APPROVER, SYSTEM})
  public String authorise(String number, String note) {
    Requisition requisition = undecided(number);
    requisition.authorised(approver().name(), noteOrNull(note), Instant.now(clock));
    Person requester = em.find(Person.class, requisition.personId());
    Order order = orders.placeRequisition(requisition.id(), requester.language());
    audit.record(
        user.accountId(), "requisition.authorised", "requisition", number, null, order.number());
    return order.number();
  }

  /**
   * No: it ends here, and the places on its days are free again.
   *
   * @param note why, for who requested it
   * @throws NotFound when the account has no such requisition
   * @throws BusinessRuleViolation "ordering.requisitionClosed" when it was decided before,
   *     "ordering.decidedElsewhere", "ordering.reasonMissing", "ordering.tooLong"
   */
  @RolesAllowed({APPROVER, SYSTEM})
  public void reject(String number, String note) {
    Requisition requisition = undecided(number);
    String reason = noteOrNull(note);
    if (reason == null) {
      throw new BusinessRuleViolation("note", "ordering.reasonMissing");
    }
    endings.reject(requisition, approver().name(), reason);
    audit.record(user.accountId(), "requisition.rejected", "requisition", number, null, reason);
  }

  private Requisition undecided(String number) {
    UUID id =
        em.createQuery(
                "select r.id from Requisition r where r.number = :number and r.accountId = :account",
                UUID.class)
            .setParameter("number", number)
            .setParameter("account", user.accountId())
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("requisition " + number));
    Requisition requisition = em.find(Requisition.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (requisition.connectionId() != null) {
      throw new BusinessRuleViolation(null, "ordering.decidedElsewhere", number);
    }
    requisition.mustBeOpen();
    return requisition;
  }

  private Person approver() {
    return em.find(Person.class, user.personId().orElseThrow(() -> new NotFound("person")));
  }

  private static String noteOrNull(String note) {
    String stripped = note == null ? "" : note.strip();
    if (stripped.length() > LONGEST_NOTE) {
      throw new BusinessRuleViolation("note", "ordering.tooLong", LONGEST_NOTE);
    }
    return stripped.isEmpty() ? null : stripped;
  }
}
