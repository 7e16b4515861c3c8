package nl.topfruit.shop.messaging;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Claims tasks of the outbox one at a time and does each in a transaction of its own; several nodes
 * do not meet.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class OutboxTasks {
  static final int MOST_ATTEMPTS = 12;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;
  @Inject @Any private Instance<OutboxHandler> handlers;

  /** Tasks that are due, oldest first. */
  @SuppressWarnings("unchecked")
  public List<UUID> due(int most) {
    return em.createNativeQuery(
            "select id from outbox where state = 'WAITING' and next_attempt_at <= :now order by next_attempt_at limit :most",
            UUID.class)
        .setParameter("now", Instant.now(clock))
        .setParameter("most", most)
        .getResultList();
  }

  /**
   * Does one task, unless another node is at it or has done it.
   *
   * @throws EJBException what went wrong, after which {@link #postpone} is to be called
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void attempt(UUID id) {
    List<?> claimed =
        em.createNativeQuery(
                "select kind, dedupe_key, payload from outbox where id = :id and state = 'WAITING' for update skip locked")
            .setParameter("id", id)
            .getResultList();
    if (claimed.isEmpty()) {
      return;
    }
    Object[] row = (Object[]) claimed.get(0);
    try {
      handler((String) row[0]).handle((String) row[1], (String) row[2]);
    } catch (Exception e) {
      throw new EJBException(
          "Outbox task " + row[0] + " " + row[1] + " failed: " + e.getMessage(), e);
    }
    em.createNativeQuery(
            "update outbox set state = 'SENT', attempts = attempts + 1, done_at = :now where id = :id")
        .setParameter("now", Instant.now(clock))
        .setParameter("id", id)
        .executeUpdate();
  }

  /**
   * After a failure: again in twice the time, from five seconds to an hour, and dead after the last
   * attempt.
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void postpone(UUID id, String error) {
    Instant now = Instant.now(clock);
    Number attempts =
        (Number)
            em.createNativeQuery("select attempts from outbox where id = :id for update")
                .setParameter("id", id)
                .getSingleResult();
    int made = attempts.intValue() + 1;
    long pause = Math.min(Duration.ofHours(1).toSeconds(), 5L << Math.min(made, 10));
    em.createNativeQuery(
            "update outbox set attempts = :made, state = :state, next_attempt_at = :next, last_error = :error where id = :id")
        .setParameter("made", made)
        .setParameter("state", made >= MOST_ATTEMPTS ? "DEAD" : "WAITING")
        .setParameter("next", now.plusSeconds(pause))
        .setParameter("error", error.length() > 1000 ? error.substring(0, 1000) : error)
        .setParameter("id", id)
        .executeUpdate();
  }

  private OutboxHandler handler(String kind) {
    return handlers.stream()
        .filter(h -> h.kind().equals(kind))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Nobody handles outbox tasks of kind " + kind));
  }
}
