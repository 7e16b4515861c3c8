package nl.topfruit.shop.demo.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Consumer;

/**
 * Something that happened, in one transaction.
 *
 * @param begin where its clock stands when it begins
 * @param name for the log
 */
record Episode(Instant begin, String name, Consumer<Stage> plot) {
  static final Comparator<Episode> IN_ORDER = Comparator.comparing(Episode::begin);
}
