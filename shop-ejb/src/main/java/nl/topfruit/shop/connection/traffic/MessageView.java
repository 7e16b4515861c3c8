package nl.topfruit.shop.connection.traffic;

import java.time.Instant;
import nl.topfruit.shop.messaging.Links;

/**
 * A message as it was kept.
 *
 * @param detail one sentence for staff, may be null
 * @param payload text of the message with its secrets masked
 * @param answer text of our answer; null where there is none or it was kept elsewhere
 * @param links what it is about
 * @param blankedAt since when payload and answer are gone, because their time was over; null as
 *     long as they are there
 */
public record MessageView(
    MessageRow row,
    String remoteAddress,
    String contentType,
    String detail,
    String payload,
    String answerType,
    String answer,
    Links links,
    Instant blankedAt) {}
