package nl.topfruit.shop.ordering.basket;

import static nl.topfruit.shop.security.Role.SHOPPER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.security.CurrentUser;

/**
 * The basket that a shopper left behind, because he kept it or because his session expired. It is
 * offered to the same person coming through the same door, for two weeks, and never where several
 * people share a login: there a basket belongs to its session alone (cases/punchout.md row 22).
 */
@Stateless
public class KeptBaskets {
  private static final Duration KEPT = Duration.ofDays(14);

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * A basket that waits.
   *
   * @param since when it was left
   */
  public record Waiting(UUID sessionId, int lines, Instant since) {}

  /** The newest basket that waits for this shopper; none when it is not known who he is. */
  @RolesAllowed(SHOPPER)
  public Optional<Waiting> find() {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        em.createNativeQuery(
                """
                select k.id, coalesce(k.ended_at, k.expires_at) as since, count(l.id) as lines
                from shopping_session s join shopping_session k on k.person_id = s.person_id and k.account_id = s.account_id
                  and k.connection_id is not distinct from s.connection_id and k.invoice_party_id is not distinct from s.invoice_party_id
                join basket_line l on l.session_id = k.id and l.removed_at is null
                where s.id = :session and k.id <> s.id and k.expires_at > :oldest
                  and (k.kept or k.state = 'EXPIRED' or (k.state = 'OPEN' and k.expires_at < :now))
                group by k.id order by since desc limit 1
                """,
                Tuple.class)
            .setParameter("session", user.sessionId())
            .setParameter("now", Instant.now(clock))
            .setParameter("oldest", Instant.now(clock).minus(KEPT))
            .getResultList();
    return rows.stream()
        .findFirst()
        .map(
            row ->
                new Waiting(
                    row.get("id", UUID.class),
                    Rows.integer(row, "lines"),
                    Rows.moment(row, "since")));
  }

  /**
   * Puts the lines of the basket that waits behind those of this one, as they were; what has
   * changed since then the basket says line by line. Asked twice, the second finds nothing.
   */
  @RolesAllowed(SHOPPER)
  public void takeUp() {
    ShoppingSession session = lockOpenSession();
    Optional<Waiting> waiting = lockWaiting();
    if (waiting.isEmpty()) {
      return;
    }
    em.createNativeQuery(
            """
            update basket_line set session_id = :mine, version = version + 1,
              position = position + (select coalesce(max(m.position), 0) from basket_line m where m.session_id = :mine)
            where session_id = :theirs and removed_at is null
            """)
        .setParameter("mine", session.id())
        .setParameter("theirs", waiting.get().sessionId())
        .executeUpdate();
  }

  /** Throws the basket that waits away. */
  @RolesAllowed(SHOPPER)
  public void throwAway() {
    lockWaiting()
        .ifPresent(
            waiting ->
                em.createQuery(
                        "update BasketLine l set l.removedAt = :now, l.version = l.version + 1 where l.sessionId = :theirs and l.removedAt is null")
                    .setParameter("now", Instant.now(clock))
                    .setParameter("theirs", waiting.sessionId())
                    .executeUpdate());
  }

  /** Two clicks at once are one after the other. */
  private Optional<Waiting> lockWaiting() {
    Optional<Waiting> waiting = find();
    waiting.ifPresent(
        w -> em.find(ShoppingSession.class, w.sessionId(), LockModeType.PESSIMISTIC_WRITE));
    return waiting.filter(w -> find().filter(w::equals).isPresent());
  }

  private ShoppingSession lockOpenSession() {
    ShoppingSession session =
        em.find(ShoppingSession.class, user.sessionId(), LockModeType.PESSIMISTIC_WRITE);
    if (session == null) {
      throw new NotFound("shopping session");
    }
    if (session.state() != ShoppingSession.State.OPEN) {
      throw new BusinessRuleViolation(null, "ordering.sessionOver", session.state().name());
    }
    return session;
  }
}
