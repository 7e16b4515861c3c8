package nl.topfruit.shop.purchasing.intake;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/**
 * What makes two messages the same order: everything that an order says, without what a sender
 * gives anew to each sending (message id, timestamps) and without the difference between 2 and
 * 2.000.
 */
final class ContentHash {
  private final StringBuilder content = new StringBuilder();

  private ContentHash() {}

  /** SHA-256 in hexadecimal. */
  static String of(PurchaseOrderMessage message) {
    try {
      byte[] text = text(message).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(PurchaseOrderMessage message) {
    var hash = new ContentHash();
    hash.add(
        message.kind(),
        message.orderNumber().key(),
        message.version(),
        message.test(),
        message.requestedDay(),
        message.currency(),
        message.statedNetTotal(),
        message.quotationId(),
        message.costCentre(),
        message.ledgerCode(),
        message.reference(),
        message.shipTo(),
        message.comments());
    message.buyerIds().stream().map(PartyId::toString).sorted().forEach(hash::add);
    for (PurchaseOrderMessage.Line line : message.lines()) {
      hash.add(
          "line",
          line.lineNumber(),
          line.sku(),
          line.auxiliaryId(),
          line.buyersSku(),
          line.description(),
          line.quantity(),
          line.unitRaw(),
          line.unitPrice(),
          line.currency(),
          line.costCentre(),
          line.ledgerCode(),
          line.accountingSplit(),
          line.requestedDay(),
          line.shipTo(),
          line.comments());
    }
    return hash.content.toString();
  }

  /** Each value with its length, so that no two lists of values look alike. */
  private void add(Object... values) {
    for (Object value : values) {
      String text =
          value instanceof BigDecimal number
              ? number.stripTrailingZeros().toPlainString()
              : String.valueOf(value);
      content.append(text.length()).append(':').append(text).append('\n');
    }
  }
}
