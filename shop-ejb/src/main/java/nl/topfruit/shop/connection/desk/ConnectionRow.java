package nl.topfruit.shop.connection.desk;

import java.time.Instant;
import nl.topfruit.shop.connection.Connection;

/**
 * A connection in a list.
 *
 * @param lastCallAt when its system last opened the shop; null when it never did
 * @param lastOutcome how that ended, null while it is being answered
 */
public record ConnectionRow(
    String key,
    String systemName,
    String accountName,
    String preset,
    Connection.Protocol protocol,
    Connection.State state,
    Instant stateSince,
    Instant lastCallAt,
    String lastOutcome) {}
