package nl.topfruit.shop.demo.history;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The whole history in the order in which it happened. The customers' order numbers are of a range
 * of their own, 45000770xx, and nothing happens to the account {@code direct}: others try things
 * there.
 */
final class History {
  /** Calendar days of vans: longer than the oldest order. */
  private static final int FIRST_VAN = 46;

  private static final int PLACES_OF_A_FULL_DAY = 240;

  private final Days days;
  private final List<Episode> episodes = new ArrayList<>();

  History(Days days) {
    this.days = days;
  }

  /** The same at every call, so that a place in it can be kept. */
  List<Episode> episodes() {
    episodes.clear();
    Instant first = days.at(-FIRST_VAN, "08:00");
    tell(first, "full day", s -> s.fill(days.fullSaturday(), PLACES_OF_A_FULL_DAY));
    new OrdersOfTheMonth(days).into(this);
    new OrdersAtHand(days).into(this);
    new UnfulfilledRequests(days).into(this);
    new HeldOrders(days).into(this);
    for (int ago = FIRST_VAN; ago > 0; ago--) {
      LocalDate day = days.today().minusDays(ago);
      tell(Days.at(day, "09:40"), "van of " + day, s -> s.bring(day, missed()));
    }
    episodes.sort(Episode.IN_ORDER);
    return List.copyOf(episodes);
  }

  private static Map<String, String> missed() {
    return Map.of(
        OrdersAtHand.MISSED + " Dagbesteding De Kas",
        "Gesloten wegens een uitje, niemand aanwezig");
  }

  /** At this time on so many working days from today. */
  void tell(int workdays, String time, String name, Consumer<Stage> plot) {
    tell(days.at(workdays, time), name, plot);
  }

  private void tell(Instant begin, String name, Consumer<Stage> plot) {
    episodes.add(new Episode(begin, name, plot));
  }
}
