package nl.topfruit.shop.audit;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.security.CurrentUser;

/**
 * Writes what was done, in the transaction that does it: no act without its entry, no entry without
 * its act.
 */
@Stateless
public class AuditLog {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Records an act of the current user. Open to all: the caller's own service has checked what he
   * may do.
   *
   * @param accountId the account it concerns, or null
   * @param action verb, such as "purchase-order.accepted"
   * @param subject kind of thing
   * @param number its number for people
   */
  @PermitAll
  public void record(
      UUID accountId,
      String action,
      String subject,
      String number,
      String oldValue,
      String newValue) {
    em.persist(
        new AuditEntry(
            Instant.now(clock),
            user.name(),
            accountId,
            action,
            subject,
            number,
            oldValue,
            newValue));
  }
}
