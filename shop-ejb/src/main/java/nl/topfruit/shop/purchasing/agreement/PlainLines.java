package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.protocol.AuxiliaryId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/**
 * {@code /oci/order} names a requisition and, where it differs, the number of pieces. Here it gets
 * the lines that it means: everything as requested, and what belongs to one piece (its other VAT
 * part, its deposit) in the same number as the part that was named.
 */
public final class PlainLines {
  private PlainLines() {}

  /** The same order with a line for every item that it orders. */
  public static PurchaseOrderMessage of(PurchaseOrderMessage message, Promise promise) {
    Map<Integer, BigDecimal> named = new HashMap<>();
    Map<Integer, BigDecimal> perGoodsLine = new HashMap<>();
    List<PurchaseOrderMessage.Line> lines = new ArrayList<>();
    Set<Integer> known = new HashSet<>();
    for (PurchaseOrderMessage.Line line : message.lines()) {
      promise
          .item(line.auxiliary().map(AuxiliaryId::quoteItem).orElse(line.lineNumber()))
          .ifPresent(
              item -> {
                named.put(item.number(), line.quantity());
                if (item.isGoods()) {
                  perGoodsLine.putIfAbsent(item.goodsLine(), line.quantity());
                }
                known.add(item.number());
              });
    }
    for (Promise.Item item : promise.items()) {
      BigDecimal asked = promise.open() ? item.remaining() : item.promised();
      if (asked.signum() > 0 || named.containsKey(item.number())) {
        lines.add(line(promise, item, quantity(promise, item, asked, named, perGoodsLine)));
      }
    }
    // what names no item of ours stays, to be told to them
    message.lines().stream()
        .filter(
            line ->
                promise
                    .item(line.auxiliary().map(AuxiliaryId::quoteItem).orElse(line.lineNumber()))
                    .isEmpty())
        .forEach(lines::add);
    return withLines(message, lines, message.statedNetTotal());
  }

  private static BigDecimal quantity(
      Promise promise,
      Promise.Item item,
      BigDecimal asked,
      Map<Integer, BigDecimal> named,
      Map<Integer, BigDecimal> perGoodsLine) {
    BigDecimal own = named.get(item.number());
    if (own != null) {
      return own;
    }
    BigDecimal goods = perGoodsLine.get(item.goodsLine());
    if (goods == null || item.kind() == LineKind.DELIVERY) {
      return asked;
    }
    return item.isGoods() ? goods : deposit(promise, item, goods);
  }

  /** As many deposits for so many pieces as the promise has for all of them. */
  private static BigDecimal deposit(Promise promise, Promise.Item item, BigDecimal goods) {
    return promise.items().stream()
        .filter(other -> other.isGoods() && other.goodsLine() == item.goodsLine())
        .findFirst()
        .map(piece -> perPiece(item, piece, goods))
        .orElse(item.remaining());
  }

  static BigDecimal perPiece(Promise.Item deposit, Promise.Item goods, BigDecimal pieces) {
    return deposit.promised().multiply(pieces).divide(goods.promised(), 3, RoundingMode.HALF_UP);
  }

  private static PurchaseOrderMessage.Line line(
      Promise promise, Promise.Item item, BigDecimal quantity) {
    return new PurchaseOrderMessage.Line(
        Integer.toString(item.number()),
        item.sku(),
        promise.auxiliaryId(item),
        null,
        item.name(),
        quantity,
        null,
        null,
        null,
        null,
        null,
        null,
        false,
        null,
        null,
        null);
  }

  public static PurchaseOrderMessage withLines(
      PurchaseOrderMessage message,
      List<PurchaseOrderMessage.Line> lines,
      BigDecimal statedNetTotal) {
    return new PurchaseOrderMessage(
        message.channel(),
        message.kind(),
        message.orderNumber(),
        message.version(),
        message.messageId(),
        message.earlierMessageId(),
        message.test(),
        message.orderedAt(),
        message.requestedDay(),
        message.currency(),
        statedNetTotal,
        message.quotationId(),
        message.costCentre(),
        message.ledgerCode(),
        message.reference(),
        message.buyerIds(),
        message.sellerIds(),
        message.shipTo(),
        message.comments(),
        lines);
  }
}
