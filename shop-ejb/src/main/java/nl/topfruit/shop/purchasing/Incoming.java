package nl.topfruit.shop.purchasing;

import java.time.Instant;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/**
 * An order as it came in, before anything is judged.
 *
 * @param hash what makes it the same order
 * @param reference in the message log
 */
public record Incoming(
    Connection connection,
    PurchaseOrderMessage message,
    String hash,
    String reference,
    Instant now) {

  public String number() {
    return message.orderNumber().key();
  }

  /** A change or withdrawal without a version of its own does not take that of the order. */
  public String version() {
    String version = message.version() == null ? "1" : message.version().strip();
    String text =
        message.kind() == PurchaseOrderMessage.Kind.NEW
            ? version
            : message.kind().name().charAt(0) + ":" + version;
    return text.length() > 20 ? Integer.toHexString(text.hashCode()) : text;
  }

  public Message.Channel channel() {
    return switch (message.channel()) {
      case OCI_ORDER -> Message.Channel.OCI_ORDER;
      case CXML -> Message.Channel.CXML;
      case UBL -> Message.Channel.UBL_ORDER;
    };
  }
}
