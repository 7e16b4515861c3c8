package nl.topfruit.shop.ordering.ending;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.security.CurrentUser;
import nl.topfruit.shop.security.Person;

/**
 * Our staff end a requisition of whichever customer when he calls: it was refused over there, or it
 * is no longer wanted.
 */
@Stateless
@RolesAllowed({OFFICE, SHOP_ADMIN})
public class RequisitionDesk {
  @PersistenceContext private EntityManager em;
  @Inject private Endings endings;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;

  /**
   * The customer's approver said no, and told us instead of his system.
   *
   * @param note who said so and why; the orderer reads it
   * @throws NotFound when there is no such requisition
   * @throws BusinessRuleViolation "ordering.requisitionClosed" when it was decided before,
   *     "ordering.reasonMissing", "ordering.tooLong"
   */
  public void reject(String number, String note) {
    Requisition requisition = locked(number);
    String reason = reason(note);
    endings.reject(requisition, name(), reason);
    record(requisition, "requisition.rejected", reason);
  }

  /**
   * It is no longer wanted.
   *
   * @param note who said so and why; the orderer reads it
   * @throws NotFound when there is no such requisition
   * @throws BusinessRuleViolation as {@link #reject}
   */
  public void withdraw(String number, String note) {
    Requisition requisition = locked(number);
    String reason = reason(note);
    endings.withdraw(requisition, name(), reason, false);
    record(requisition, "requisition.withdrawn", reason);
  }

  private Requisition locked(String number) {
    return em.createQuery("select r from Requisition r where r.number = :number", Requisition.class)
        .setParameter("number", number)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("requisition " + number));
  }

  private void record(Requisition requisition, String act, String reason) {
    audit.record(requisition.accountId(), act, "requisition", requisition.number(), null, reason);
  }

  private String name() {
    return em.find(Person.class, user.personId().orElseThrow(() -> new NotFound("person"))).name();
  }

  private static String reason(String note) {
    String reason = note == null ? "" : note.strip();
    if (reason.isEmpty()) {
      throw new BusinessRuleViolation("note", "ordering.reasonMissing");
    }
    if (reason.length() > Endings.LONGEST_NOTE) {
      throw new BusinessRuleViolation("note", "ordering.tooLong", Endings.LONGEST_NOTE);
    }
    return reason;
  }
}
