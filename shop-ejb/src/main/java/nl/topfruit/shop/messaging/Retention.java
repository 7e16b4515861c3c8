package nl.topfruit.shop.messaging;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * How long the content of messages is kept: names, addresses and telephone numbers stand in it, and
 * are kept no longer than a complaint or an audit may need them (SHOP_MESSAGE_DAYS, 400). What was
 * said and from where goes; that it came, when, about what and how it ended stays.
 */
@Stateless
@RolesAllowed(SYSTEM)
public class Retention {
  private static final int USUAL_DAYS = 400;

  private final Duration kept = Duration.ofDays(days(System.getenv("SHOP_MESSAGE_DAYS")));

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** The launcher has refused what is no number of days. */
  static int days(String setting) {
    return setting == null || setting.isBlank() ? USUAL_DAYS : Integer.parseInt(setting.strip());
  }

  /**
   * Empties messages whose time is over, the oldest first; several nodes do not meet.
   *
   * @return how many; as many as were asked for when there may be more
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public int blank(int most) {
    Instant now = Instant.now(clock);
    return em.createNativeQuery(
            """
            update message set payload = '', answer = null, remote_address = null, blanked_at = :now where id in (
              select id from message where blanked_at is null and at < :before order by at limit :most for update skip locked)
            """)
        .setParameter("now", now)
        .setParameter("before", now.minus(kept))
        .setParameter("most", most)
        .executeUpdate();
  }
}
