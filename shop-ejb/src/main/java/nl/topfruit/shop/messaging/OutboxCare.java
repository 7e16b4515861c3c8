package nl.topfruit.shop.messaging;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;

/** Tasks of the outbox that need somebody: those that were given up, and those that wait long. */
@Stateless
public class OutboxCare {
  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** What became of a task. */
  public enum State {
    WAITING,
    SENT,
    DEAD
  }

  /** A task that did not work out yet. */
  public record Task(
      String kind,
      String key,
      State state,
      int attempts,
      Instant createdAt,
      Instant nextAttemptAt,
      String lastError) {

    /** It was given up. */
    public boolean dead() {
      return state == State.DEAD;
    }
  }

  /** Tasks that were given up or failed at least once, the oldest first; filter "state". */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Page<Task> find(TableQuery asked) {
    return new ListQuery(
            "o.kind, o.dedupe_key, o.state, o.attempts, o.created_at, o.next_attempt_at, o.last_error",
            "outbox o",
            "o.created_at, o.id")
        .where("o.state = 'DEAD' or o.state = 'WAITING' and o.attempts > 0")
        .inState("o.state", State.class, asked.filter("state"))
        .containing("lower(o.kind || ' ' || o.dedupe_key)", asked.search())
        .page(em, asked, OutboxCare::task);
  }

  private static Task task(Tuple row) {
    return new Task(
        Rows.text(row, "kind"),
        Rows.text(row, "dedupe_key"),
        Rows.constant(row, "state", State.class),
        Rows.integer(row, "attempts"),
        Rows.moment(row, "created_at"),
        Rows.moment(row, "next_attempt_at"),
        Rows.text(row, "last_error"));
  }

  /** How many were given up. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public long dead() {
    return ((Number)
            em.createNativeQuery("select count(*) from outbox where state = 'DEAD'")
                .getSingleResult())
        .longValue();
  }

  /**
   * Has a task done again, at once and as often as a new one.
   *
   * @throws NotFound when there is no such task that failed
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public void retry(String kind, String key) {
    int found =
        em.createNativeQuery(
                """
                update outbox set state = 'WAITING', attempts = 0, next_attempt_at = :now
                where kind = :kind and dedupe_key = :key and (state = 'DEAD' or state = 'WAITING' and attempts > 0)
                """)
            .setParameter("now", Instant.now(clock))
            .setParameter("kind", kind)
            .setParameter("key", key)
            .executeUpdate();
    if (found == 0) {
      throw new NotFound("outbox task " + kind + " " + key);
    }
    audit.record(null, "outbox.retried", "outbox", null, null, kind + " " + key);
  }
}
