package nl.topfruit.shop.demo.history;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.interceptor.Interceptor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import nl.topfruit.shop.common.Clocks;

/**
 * The shop's clock in demo mode: that of the machine, but for a thread that plays history, for
 * which it stands at a moment of the past and runs from there. Outside demo mode it is the plain
 * one.
 */
@ApplicationScoped
@Alternative
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
public class HistoryClock {
  private static final ThreadLocal<Duration> BEHIND = new ThreadLocal<>();

  @Produces
  public Clock clock() {
    Clock machine = Clock.system(Clocks.AMSTERDAM);
    return "true".equals(System.getenv("SHOP_DEMO")) ? new PutBack(machine) : machine;
  }

  /** For the calling thread it is that moment now. */
  static void putBackTo(Instant moment) {
    BEHIND.set(Duration.between(moment, Clock.systemUTC().instant()));
  }

  /** For the calling thread it is now again. */
  static void release() {
    BEHIND.remove();
  }

  private static final class PutBack extends Clock {
    private final Clock machine;

    PutBack(Clock machine) {
      this.machine = machine;
    }

    @Override
    public Instant instant() {
      Duration behind = BEHIND.get();
      return behind == null ? machine.instant() : machine.instant().minus(behind);
    }

    @Override
    public ZoneId getZone() {
      return machine.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new PutBack(machine.withZone(zone));
    }
  }
}
