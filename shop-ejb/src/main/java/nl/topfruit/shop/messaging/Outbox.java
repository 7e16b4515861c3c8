package nl.topfruit.shop.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import nl.topfruit.shop.common.Ids;

/**
 * What must happen after a commit is written down in it: it happens then, once, and not at all when
 * the commit fails.
 */
@Stateless
public class Outbox {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /**
   * Writes a task in the caller's transaction. The same task twice is one. Open to all: the
   * caller's own service has checked.
   *
   * @param kind which {@link OutboxHandler} does it
   * @param dedupeKey names this one task among its kind
   * @param payload what the handler needs; no secret
   */
  @PermitAll
  public void put(String kind, String dedupeKey, String payload) {
    em.createNativeQuery(
            """
            insert into outbox (id, kind, dedupe_key, payload, state, next_attempt_at, created_at)
            values (:id, :kind, :key, :payload, 'WAITING', :now, :now) on conflict (kind, dedupe_key) do nothing
            """)
        .setParameter("id", Ids.next())
        .setParameter("kind", kind)
        .setParameter("key", dedupeKey)
        .setParameter("payload", payload)
        .setParameter("now", Instant.now(clock))
        .executeUpdate();
  }
}
