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
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.ordering.Places;
import nl.topfruit.shop.ordering.Requisition;

/** Ends what nobody answered in time and gives its places on the days back. */
@Stateless
@RolesAllowed(SYSTEM)
public class Expiry {
  @PersistenceContext private EntityManager em;
  @Inject private DeliveryDays days;
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
      days.release(Places.heldBy(requisition));
      requisition.expire(now);
    }
  }
}
