package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.topfruit.shop.ordering.LineKind;

/** What belongs together in a promise: VAT parts of one product, deposits, the cost of delivery. */
final class WholePromise {
  private final Worksheet sheet;

  private WholePromise(Worksheet sheet) {
    this.sheet = sheet;
  }

  static void check(Worksheet sheet) {
    WholePromise whole = new WholePromise(sheet);
    sheet.promises().forEach(whole::promise);
  }

  private void promise(Promise promise) {
    Map<Integer, List<Promise.Item>> groups = new LinkedHashMap<>();
    promise.items().stream()
        .filter(item -> item.kind() != LineKind.DELIVERY)
        .forEach(
            item -> groups.computeIfAbsent(item.goodsLine(), g -> new ArrayList<>()).add(item));
    groups.values().forEach(this::group);
    promise.items().stream()
        .filter(item -> item.kind() == LineKind.DELIVERY)
        .forEach(fee -> deliveryCost(promise, fee));
  }

  private void group(List<Promise.Item> items) {
    List<Promise.Item> goods = items.stream().filter(Promise.Item::isGoods).toList();
    List<Promise.Item> present = goods.stream().filter(g -> sheet.now(g).signum() > 0).toList();
    if (present.isEmpty()) {
      goods.stream().filter(g -> g.remaining().signum() > 0).findFirst().ifPresent(this::missing);
    }
    for (Promise.Item part : present) {
      for (Promise.Item other : goods) {
        if (other == part) {
          continue;
        }
        if (sheet.now(other).signum() == 0) {
          sheet.linesOf(part).forEach(i -> sheet.differs(i, Reason.TIED_PART_MISSING, other.sku()));
        } else if (sheet.now(other).compareTo(sheet.now(part)) != 0) {
          sheet
              .linesOf(part)
              .forEach(
                  i -> sheet.differs(i, Reason.TIED_QUANTITY, sheet.now(part), sheet.now(other)));
        }
      }
    }
    items.stream()
        .filter(item -> item.kind() == LineKind.DEPOSIT)
        .forEach(deposit -> deposit(deposit, present));
  }

  private void missing(Promise.Item item) {
    sheet.ofOrder(
        sheet.rules().differing().linesMayBeLeftOut()
            ? Reason.LINE_MISSING
            : Reason.LINE_MISSING_NOT_ALLOWED,
        item.number(),
        item.name());
  }

  private void deposit(Promise.Item deposit, List<Promise.Item> goods) {
    if (goods.isEmpty()) {
      sheet.linesOf(deposit).forEach(i -> sheet.differs(i, Reason.FEE_WITHOUT_GOODS));
      return;
    }
    Promise.Item first = goods.get(0);
    if (sheet.now(deposit).signum() == 0) {
      if (deposit.remaining().signum() > 0) {
        sheet.differs(sheet.linesOf(first).get(0), Reason.FEE_MISSING, deposit.name());
      }
      return;
    }
    BigDecimal due = PlainLines.perPiece(deposit, first, sheet.now(first));
    if (due.compareTo(sheet.now(deposit)) != 0) {
      sheet
          .linesOf(deposit)
          .forEach(i -> sheet.differs(i, Reason.FEE_QUANTITY, due, sheet.now(deposit)));
    }
  }

  private void deliveryCost(Promise promise, Promise.Item fee) {
    List<Promise.Item> goods =
        promise.items().stream()
            .filter(item -> item.isGoods() && item.delivery().equals(fee.delivery()))
            .toList();
    Optional<Promise.Item> present =
        goods.stream().filter(g -> sheet.now(g).signum() > 0).findFirst();
    boolean before = goods.stream().anyMatch(g -> g.remaining().compareTo(g.promised()) < 0);
    if (sheet.now(fee).signum() > 0) {
      if (present.isEmpty() && !before) {
        sheet.linesOf(fee).forEach(i -> sheet.differs(i, Reason.FEE_WITHOUT_GOODS));
      }
    } else if (present.isPresent() && fee.remaining().signum() > 0) {
      sheet.differs(sheet.linesOf(present.get()).get(0), Reason.FEE_MISSING, fee.name());
    }
  }
}
