package nl.topfruit.shop.connection.traffic;

/**
 * A message as it was kept.
 *
 * @param detail one sentence for staff, may be null
 * @param payload text of the message with its secrets masked
 * @param answer text of our answer; null where there is none or it was kept elsewhere
 */
public record MessageView(
    MessageRow row,
    String remoteAddress,
    String contentType,
    String detail,
    String payload,
    String answerType,
    String answer) {}
