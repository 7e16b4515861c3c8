package nl.topfruit.shop.ordering.checkout;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import nl.topfruit.shop.ordering.ShoppingSessions;

/**
 * Looks every minute for sessions and requisitions whose time is over; several nodes do no harm to
 * each other.
 */
@Singleton
@RunAs(SYSTEM)
public class ExpiryTimer {
  private static final int BATCH = 200;

  @Inject private ShoppingSessions sessions;
  @Inject private Expiry expiry;

  /** Open to all: only the server's timer calls it. */
  @PermitAll
  @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void look() {
    sessions.expireLate();
    expiry.due(BATCH).forEach(expiry::expire);
    expiry.dueForReminder(BATCH).forEach(expiry::remind);
  }
}
