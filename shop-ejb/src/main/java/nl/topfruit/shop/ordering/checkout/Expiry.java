package nl.topfruit.shop.ordering.checkout;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.ending.Endings;

/**
 * Says in time that a promise is about to end, and ends what nobody answered: its places on the
 * days are free again.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class Expiry {
  /** So long before its end somebody can still have it authorised. */
  private static final Duration REMINDER = Duration.ofDays(2);

  @PersistenceContext private EntityManager em;
  @Inject private Endings endings;
  @Inject private Clock clock;

  /** Requisitions whose promise has ended, oldest first. */
  public List<UUID> due(int most) {
    return em.createQuery(
            """
            select r.id from Requisition r
            where r.state in (AWAITING_AUTHORISATION, PARTLY_ORDERED) and r.validUntil < :now order by r.validUntil
            """,
            UUID.class)
        .setParameter("now", Instant.now(clock))
        .setMaxResults(most)
        .getResultList();
  }

  /** Ends one, unless it was answered meanwhile. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void expire(UUID id) {
    Requisition requisition = em.find(Requisition.class, id, LockModeType.PESSIMISTIC_WRITE);
    Instant now = Instant.now(clock);
    if (requisition.open() && requisition.validUntil().isBefore(now)) {
      endings.expire(requisition);
    }
  }

  /**
   * Requisitions whose orderer is to be told that the promise ends soon. Who promised for a shorter
   * time than this needs no reminder.
   */
  public List<UUID> dueForReminder(int most) {
    Instant now = Instant.now(clock);
    return em.createQuery(
            """
            select r.id from Requisition r where r.state in (AWAITING_AUTHORISATION, PARTLY_ORDERED) and r.remindedAt is null
              and r.validUntil > :now and r.validUntil < :soon and r.createdAt < :before order by r.validUntil
            """,
            UUID.class)
        .setParameter("now", now)
        .setParameter("soon", now.plus(REMINDER))
        .setParameter("before", now.minus(REMINDER))
        .setMaxResults(most)
        .getResultList();
  }

  /** Reminds of one, unless it was answered or reminded of meanwhile. */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void remind(UUID id) {
    Requisition requisition = em.find(Requisition.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (requisition.open() && requisition.remindedAt() == null) {
      endings.remind(requisition);
    }
  }
}
