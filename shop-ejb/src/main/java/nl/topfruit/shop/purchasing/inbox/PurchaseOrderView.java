package nl.topfruit.shop.purchasing.inbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.purchasing.PurchaseOrder;

/**
 * A purchase order beside what was promised.
 *
 * @param reference of its message in the message log; it names this one order
 * @param version of what is looked at, for whoever decides
 * @param waits somebody must decide
 * @param decideBefore until then the day below can be kept, null when it cannot
 * @param promisedDay the first day that was promised, null without a promise
 * @param requisitionNumber of the promise, several joined by commas; null for none
 * @param requisitionAt when it was handed over
 * @param orderNumber ours, null as long as nothing is placed
 * @param remark their free text and address
 * @param reasons why it was not placed by itself
 * @param notes what else is noted
 * @param decisions the ways in which it may be placed now
 * @param decidedBy who decided, null for nobody
 */
public record PurchaseOrderView(
    String reference,
    int version,
    String number,
    String accountName,
    String systemName,
    Message.Channel channel,
    PurchaseOrder.State state,
    boolean waits,
    Instant receivedAt,
    Instant decideBefore,
    LocalDate promisedDay,
    String requisitionNumber,
    Instant requisitionAt,
    String orderNumber,
    Money statedNet,
    String remark,
    List<String> reasons,
    List<String> notes,
    List<Pair> pairs,
    List<Decision> decisions,
    String decidedBy,
    Instant decidedAt,
    String decisionNote) {

  /**
   * One line of either or both.
   *
   * @param promised null for a line that was not promised
   * @param ordered null for a line that is not in the order
   */
  public record Pair(Side promised, Side ordered) {
    public boolean missing() {
      return ordered == null;
    }

    public boolean unpromised() {
      return promised == null;
    }

    public boolean otherQuantity() {
      return promised != null
          && ordered != null
          && promised.quantity().compareTo(ordered.quantity()) != 0;
    }

    public boolean otherPrice() {
      return promised != null
          && ordered != null
          && ordered.price() != null
          && !promised.price().sameAs(ordered.price());
    }

    public boolean otherArticle() {
      return promised != null
          && ordered != null
          && ordered.sku() != null
          && !promised.sku().equals(ordered.sku());
    }

    public boolean differs() {
      return missing() || unpromised() || otherQuantity() || otherPrice() || otherArticle();
    }
  }

  /**
   * What one side says.
   *
   * @param line number of the line there
   * @param day promised or asked for, null when not said
   * @param place where it goes, null when not said
   * @param price net per piece, null when not said
   */
  public record Side(
      String line,
      String name,
      String sku,
      LocalDate day,
      String place,
      String costCentre,
      BigDecimal quantity,
      Money price) {}
}
