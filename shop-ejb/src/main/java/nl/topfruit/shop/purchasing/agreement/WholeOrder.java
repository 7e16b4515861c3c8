package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import nl.topfruit.shop.common.Money;

/** What is asked of an order as a whole. */
final class WholeOrder {
  static final String EURO = "EUR";

  private WholeOrder() {}

  /** What can be said before its lines are read. */
  static void before(Worksheet sheet) {
    if (!sheet.rules().live()) {
      sheet.ofOrder(Reason.TEST_CONNECTION);
    }
    if (sheet.message().test() && !sheet.rules().testsCount()) {
      sheet.ofOrder(Reason.TEST_MESSAGE);
    }
    String currency = sheet.message().currency();
    if (currency != null && !EURO.equals(currency)) {
      sheet.ofOrder(Reason.CURRENCY, currency);
    }
    if (!sheet.rules().differing().severalRequisitions() && sheet.promises().size() > 1) {
      sheet.ofOrder(Reason.SEVERAL_REQUISITIONS, sheet.promises().size());
    }
  }

  /** Their total. Only where every line has a price, theirs or ours: half a sum proves nothing. */
  static void after(Worksheet sheet) {
    if (sheet.message().statedNetTotal() == null) {
      return;
    }
    BigDecimal exact = BigDecimal.ZERO;
    BigDecimal byLine = BigDecimal.ZERO;
    for (int i = 0; i < sheet.size(); i++) {
      BigDecimal price = reckonedPrice(sheet, i);
      if (price == null) {
        return;
      }
      BigDecimal amount = price.multiply(sheet.line(i).quantity());
      exact = exact.add(amount);
      byLine = byLine.add(cents(amount));
    }
    BigDecimal stated = cents(sheet.message().statedNetTotal());
    if (stated.compareTo(byLine) != 0 && stated.compareTo(cents(exact)) != 0) {
      sheet.ofOrder(Reason.TOTAL, Money.euro(sheet.message().statedNetTotal()), Money.euro(byLine));
    }
  }

  private static BigDecimal reckonedPrice(Worksheet sheet, int i) {
    Matching.Match match = sheet.match(i);
    if (match.line().unitPrice() != null) {
      return match.line().unitPrice();
    }
    if (match.found()) {
      return match.item().price().amount();
    }
    return sheet.contract(i) == null ? null : sheet.contract(i).total().amount();
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_UP);
  }
}
