package nl.topfruit.shop.messaging;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Empties messages whose time is over, every minute, a little at a time, on every node. */
@Singleton
@RunAs(SYSTEM)
public class RetentionTimer {
  private static final int BATCH = 500;
  private static final int MOST_BATCHES = 20;

  @Inject private Retention retention;

  /** Open to all: only the server's timer calls it. */
  @PermitAll
  @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void look() {
    for (int i = 0; i < MOST_BATCHES && retention.blank(BATCH) == BATCH; i++) {
      // the next batch is the condition of the loop
    }
  }
}
