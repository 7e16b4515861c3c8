package nl.topfruit.shop.purchasing.channel;

/**
 * What goes back over the wire.
 *
 * @param status HTTP status
 * @param contentType with its charset
 */
public record Reply(int status, String contentType, byte[] body) {}
