package nl.topfruit.shop.purchasing.agreement;

import nl.topfruit.shop.ordering.LineKind;

/**
 * Goods, their VAT parts, their deposit and the cost of delivering them go together: what is held
 * of one holds the others, and where one is delivered elsewhere the others follow.
 */
final class GoingTogether {
  private final Worksheet sheet;

  private GoingTogether(Worksheet sheet) {
    this.sheet = sheet;
  }

  static void hold(Worksheet sheet) {
    GoingTogether together = new GoingTogether(sheet);
    together.follow();
    together.untilNothingFollows();
  }

  /** A deposit and the cost of delivery go on the day and to the place of their goods. */
  private void follow() {
    for (int i = 0; i < sheet.size(); i++) {
      if (!sheet.match(i).found() || sheet.match(i).item().isGoods()) {
        continue;
      }
      for (int j = 0; j < sheet.size(); j++) {
        boolean theirGoods =
            sheet.match(j).found()
                && sheet.match(j).item().isGoods()
                && (isDeliveryCost(i) ? isGoodsOfDelivery(j, i) : sameGoods(i, j));
        if (theirGoods) {
          Agreement.Changes goods = sheet.changes(j);
          sheet.change(i, new Agreement.Changes(null, goods.day(), goods.place()));
          break;
        }
      }
    }
  }

  /** What goes together is held together, until nothing more follows. */
  private void untilNothingFollows() {
    boolean more = sheet.rules().placeAgreed();
    while (more) {
      more = false;
      for (int i = 0; i < sheet.size(); i++) {
        if (sheet.agrees(i) && goesWithHeld(i)) {
          sheet.differs(i, Reason.GOES_WITH_HELD);
          more = true;
        }
      }
    }
  }

  private boolean goesWithHeld(int i) {
    boolean goodsOfFeeAreHeld = isDeliveryCost(i);
    boolean anyGoods = false;
    for (int j = 0; j < sheet.size(); j++) {
      if (i == j) {
        continue;
      }
      if (isDeliveryCost(i)) {
        if (isGoodsOfDelivery(j, i)) {
          anyGoods = true;
          goodsOfFeeAreHeld &= !sheet.agrees(j);
        }
      } else if (!sheet.agrees(j)
          && (sameGoods(i, j) || isDeliveryCost(j) && isGoodsOfDelivery(i, j))) {
        return true;
      }
    }
    return goodsOfFeeAreHeld && anyGoods;
  }

  private boolean isDeliveryCost(int i) {
    return sheet.match(i).found() && sheet.match(i).item().kind() == LineKind.DELIVERY;
  }

  private boolean isGoodsOfDelivery(int goods, int fee) {
    Matching.Match match = sheet.match(goods);
    return match.found()
        && match.item().isGoods()
        && match.promise() == sheet.match(fee).promise()
        && match.item().delivery().equals(sheet.match(fee).item().delivery());
  }

  /** VAT parts and deposit of one product. */
  private boolean sameGoods(int i, int j) {
    Matching.Match a = sheet.match(i);
    Matching.Match b = sheet.match(j);
    if (a.found() && b.found()) {
      return a.promise() == b.promise()
          && !isDeliveryCost(j)
          && a.item().goodsLine() == b.item().goodsLine();
    }
    return sheet.contract(i) != null
        && sheet.contract(j) != null
        && sheet.contract(i).article().equals(sheet.contract(j).article());
  }
}
