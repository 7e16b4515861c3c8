package nl.topfruit.shop.purchasing.channel;

import java.util.ArrayList;
import java.util.List;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Fault;

/**
 * What must come back to the letter on the invoice must also fit our books to the letter: it is
 * sent back rather than cut. So is an order of more lines than anybody can look at.
 */
final class Fits {
  private static final int ORDER_NUMBER = 120;
  private static final int LINE_NUMBER = 40;
  private static final int BOOKING = 120;
  private static final int MOST_LINES = 2_000;

  private Fits() {}

  /**
   * @throws UnreadableMessage naming everything that is too long
   */
  static void check(PurchaseOrderMessage message) {
    List<Fault> faults = new ArrayList<>();
    tooLong(faults, "orderID", message.orderNumber().key(), ORDER_NUMBER);
    tooLong(faults, "cost centre", message.costCentre(), BOOKING);
    tooLong(faults, "ledger code", message.ledgerCode(), BOOKING);
    for (PurchaseOrderMessage.Line line : message.lines()) {
      tooLong(faults, "line number", line.lineNumber(), LINE_NUMBER);
      tooLong(faults, "cost centre", line.costCentre(), BOOKING);
      tooLong(faults, "ledger code", line.ledgerCode(), BOOKING);
    }
    if (!faults.isEmpty()) {
      throw new UnreadableMessage(UnreadableMessage.Reason.WRONG_VALUE, faults);
    }
    if (message.lines().size() > MOST_LINES) {
      throw new UnreadableMessage(
          UnreadableMessage.Reason.TOO_LARGE, "", "tooLarge", MOST_LINES + " regels / lines");
    }
  }

  private static void tooLong(List<Fault> faults, String name, String value, int most) {
    if (value != null && value.length() > most) {
      faults.add(new Fault("", "tooLong", List.of(name, Integer.toString(most))));
    }
  }
}
