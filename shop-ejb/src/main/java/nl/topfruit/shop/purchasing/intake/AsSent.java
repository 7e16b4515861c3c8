package nl.topfruit.shop.purchasing.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.PurchaseOrderLine;
import nl.topfruit.shop.purchasing.agreement.Agreement;

/** Puts on a purchase order what the document says, as it says it; only prose is cut. */
public final class AsSent {
  private AsSent() {}

  /** The order as a whole, with their free text and address noted. */
  static void write(PurchaseOrder purchaseOrder, PurchaseOrderMessage message) {
    purchaseOrder.says(
        message.currency(),
        message.statedNetTotal(),
        message.costCentre(),
        message.requestedDay(),
        cut(remark(message), 2000));
  }

  private static String remark(PurchaseOrderMessage message) {
    List<String> parts = new ArrayList<>();
    if (message.reference() != null) {
      parts.add(message.reference());
    }
    if (message.comments() != null) {
      parts.add(message.comments());
    }
    ShipTo shipTo = message.shipTo();
    if (shipTo != null && !shipTo.isEmpty()) {
      parts.add(shipTo.id() == null ? shipTo.oneLine() : shipTo.id() + " " + shipTo.oneLine());
    }
    return parts.isEmpty() ? null : String.join("\n", parts);
  }

  /** Lines whose meaning is not known, or of no account any more. */
  public static List<PurchaseOrderLine> lines(
      PurchaseOrder purchaseOrder, PurchaseOrderMessage message) {
    List<PurchaseOrderLine> lines = new ArrayList<>();
    for (PurchaseOrderMessage.Line line : message.lines()) {
      lines.add(line(purchaseOrder, lines.size() + 1, line, null));
    }
    return lines;
  }

  /** Lines with what they mean. */
  public static List<PurchaseOrderLine> lines(PurchaseOrder purchaseOrder, Agreement agreement) {
    List<PurchaseOrderLine> lines = new ArrayList<>();
    for (Agreement.Line line : agreement.lines()) {
      UUID means = line.match().found() ? line.match().item().lineId() : null;
      lines.add(line(purchaseOrder, lines.size() + 1, line.theirs(), means));
    }
    return lines;
  }

  private static PurchaseOrderLine line(
      PurchaseOrder purchaseOrder,
      int position,
      PurchaseOrderMessage.Line line,
      UUID requisitionLineId) {
    return new PurchaseOrderLine(
        purchaseOrder,
        position,
        new PurchaseOrderLine.Content(
            line.lineNumber(),
            cut(line.sku(), 100),
            cut(line.auxiliaryId(), 120),
            cut(line.description(), 1000),
            line.quantity(),
            cut(line.unitRaw(), 20),
            line.price(),
            line.priceBaseQuantity(),
            line.costCentre(),
            line.ledgerCode(),
            line.requestedDay(),
            requisitionLineId));
  }

  private static String cut(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }
}
