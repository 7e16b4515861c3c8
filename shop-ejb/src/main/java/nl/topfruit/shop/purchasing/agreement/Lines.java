package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.Units;

/** What is asked of every line, with and without a requisition. */
final class Lines {
  private Lines() {}

  static void currencyAndAccounting(Worksheet sheet, int i) {
    PurchaseOrderMessage.Line line = sheet.line(i);
    if (line.currency() != null && !WholeOrder.EURO.equals(line.currency())) {
      sheet.differs(i, Reason.CURRENCY, line.currency());
    }
    if (line.accountingSplit()) {
      sheet.differs(i, Reason.ACCOUNTING_SPLIT);
    }
  }

  static void unit(Worksheet sheet, int i, String ours) {
    PurchaseOrderMessage.Line line = sheet.line(i);
    boolean same =
        line.unit() == null
            || line.unit().equals(Units.normalise(ours))
            || line.unitRaw().strip().equalsIgnoreCase(sheet.rules().units().get(ours));
    if (!same) {
      sheet.differs(i, Reason.UNIT, ours, line.unitRaw().strip());
    }
  }

  /** Another price than ours: near enough, and ours counts, or somebody looks at it. */
  static void otherPrice(Worksheet sheet, int i, Reason reason, Money ours, BigDecimal theirs) {
    boolean tolerated = theirs.signum() > 0 && sheet.rules().tolerates(ours.amount(), theirs);
    sheet.differs(i, tolerated ? Reason.PRICE_TOLERATED : reason, ours, theirs);
  }

  static void whole(Worksheet sheet, int i, LineKind kind) {
    BigDecimal quantity = sheet.line(i).quantity();
    if (kind == LineKind.GOODS && quantity.stripTrailingZeros().scale() > 0) {
      sheet.differs(i, Reason.QUANTITY_NOT_WHOLE, quantity);
    }
  }
}
