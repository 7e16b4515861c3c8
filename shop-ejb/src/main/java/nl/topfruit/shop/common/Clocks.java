package nl.topfruit.shop.common;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.ZoneId;

/**
 * The one clock of the shop. Days and hours are those of the Netherlands, whatever the zone of the
 * server or of the browser.
 */
@ApplicationScoped
public class Clocks {
  public static final ZoneId AMSTERDAM = ZoneId.of("Europe/Amsterdam");

  @Produces
  public Clock clock() {
    return Clock.system(AMSTERDAM);
  }
}
