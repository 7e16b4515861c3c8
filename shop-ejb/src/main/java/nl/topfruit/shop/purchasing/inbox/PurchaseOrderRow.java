package nl.topfruit.shop.purchasing.inbox;

import java.time.Instant;
import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.purchasing.PurchaseOrder;

/**
 * A purchase order in a list.
 *
 * @param reference of its message in the message log; it names this one order
 * @param number theirs
 * @param decideBefore until then the promised days can be kept, null when they cannot
 * @param requisitionNumber the one that it authorises, null for none or several
 * @param orderNumber ours, null as long as nothing is placed
 * @param net as they state it, or as their lines add up; null when they state no prices
 * @param reasons why it was not placed by itself, in words
 */
public record PurchaseOrderRow(
    String reference,
    String number,
    String accountName,
    Message.Channel channel,
    PurchaseOrder.State state,
    Instant receivedAt,
    Instant decideBefore,
    String requisitionNumber,
    String orderNumber,
    Money net,
    List<String> reasons) {

  /** What the list has room for. */
  public List<String> firstReasons() {
    return reasons.stream().limit(2).toList();
  }

  public int moreReasons() {
    return Math.max(0, reasons.size() - 2);
  }
}
