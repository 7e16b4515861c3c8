package nl.topfruit.shop.ordering.ending;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.ORDERER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.UUID;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.security.CurrentUser;
import nl.topfruit.shop.security.Person;

/**
 * An orderer takes back in our portal what he asked for, as long as it was not ordered. Of a
 * requisition that a department's shared login handed over nobody knows who it was: each orderer of
 * the account may.
 */
@Stateless
public class Withdrawals {
  @PersistenceContext private EntityManager em;
  @Inject private Endings endings;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;

  /**
   * What was not ordered of it is no longer promised.
   *
   * @throws NotFound when the account has no such requisition
   * @throws BusinessRuleViolation "ordering.requisitionClosed" when it was decided before,
   *     "ordering.withdrawnByOrderer" when somebody else asked for it
   */
  @RolesAllowed({ORDERER, ACCOUNT_ADMIN})
  public void withdraw(String number) {
    Requisition requisition =
        em.createQuery(
                "select r from Requisition r where r.number = :number and r.accountId = :account",
                Requisition.class)
            .setParameter("number", number)
            .setParameter("account", user.accountId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("requisition " + number));
    Person person =
        em.find(Person.class, user.personId().orElseThrow(() -> new NotFound("person")));
    UUID orderer = requisition.personId();
    boolean his = person.id().equals(orderer);
    if (!his && orderer != null && !person.roles().contains(ACCOUNT_ADMIN)) {
      throw new BusinessRuleViolation(null, "ordering.withdrawnByOrderer", number);
    }
    endings.withdraw(requisition, person.name(), null, his);
    audit.record(user.accountId(), "requisition.withdrawn", "requisition", number, null, null);
  }
}
