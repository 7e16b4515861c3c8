package nl.topfruit.shop.connection.desk;

import java.time.Instant;
import java.util.List;

/**
 * A version of a connection in its history.
 *
 * @param by name of the person
 * @param note why, as he wrote it; null for none
 * @param changes against the version before it; none for the first
 * @param current it is how the connection is now
 */
public record HistoryEntry(
    int number, Instant at, String by, String note, List<Change> changes, boolean current) {}
