package nl.topfruit.shop.connection.traffic;

import java.time.Instant;
import nl.topfruit.shop.messaging.Message;

/**
 * A message in a list.
 *
 * @param connectionKey null when nobody was recognised, as are the two names then
 * @param subject what it is about, such as their order number
 * @param outcome how it ended; null while it is being answered, or when that never came to be
 * @param status of the protocol, null where there is none
 */
public record MessageRow(
    String reference,
    Instant at,
    Message.Direction direction,
    Message.Channel channel,
    String connectionKey,
    String systemName,
    String accountName,
    String subject,
    String outcome,
    Integer status,
    Integer durationMs) {

  /** It was not taken as its sender meant it. */
  public boolean failed() {
    return outcome == null || status != null && status >= 400;
  }
}
