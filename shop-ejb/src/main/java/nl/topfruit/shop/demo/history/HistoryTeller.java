package nl.topfruit.shop.demo.history;

import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;

/**
 * Has the history played once, in demo mode, beside everything else: nobody waits for it at the
 * start.
 */
@Singleton
@Startup
@DependsOn("DemoLoader")
@RunAs(SYSTEM)
public class HistoryTeller {
  private static final Logger LOG = System.getLogger(HistoryTeller.class.getName());
  private static final Duration AFTER_START = Duration.ofSeconds(1);
  private static final Duration AGAIN = Duration.ofSeconds(30);

  @Resource private TimerService timers;
  @Inject private Episodes episodes;

  @PostConstruct
  void begin() {
    if ("true".equals(System.getenv("SHOP_DEMO"))) {
      timers.createIntervalTimer(
          AFTER_START.toMillis(), AGAIN.toMillis(), new TimerConfig(null, false));
    }
  }

  /** Open to all: only the server's timer calls it. */
  @PermitAll
  @Timeout
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public void tell(Timer timer) {
    int told = 0;
    while (playOne() != null) {
      told++;
    }
    if (told > 0) {
      LOG.log(Level.INFO, "The history of the demo has been told in {0} episodes", told);
    }
    timer.cancel();
  }

  /** One that cannot be played is left out: the others are there all the same. */
  private String playOne() {
    try {
      return episodes.next();
    } catch (RuntimeException e) {
      String left = episodes.skip();
      LOG.log(Level.ERROR, "An episode of the demo cannot be played: " + left, e);
      return left;
    }
  }
}
