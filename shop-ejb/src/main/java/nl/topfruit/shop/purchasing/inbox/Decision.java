package nl.topfruit.shop.purchasing.inbox;

import nl.topfruit.shop.common.Money;

/**
 * A way in which staff may place an order that waits.
 *
 * @param terms at whose prices
 * @param lines how many of its lines would be placed
 * @param leftOut how many could not
 * @param net what those lines come to
 * @param quantity of the one line that differs, as people write it; null where several do or none
 * @param price of that line, net per piece
 */
public record Decision(
    Terms terms, int lines, int leftOut, Money net, String quantity, Money price) {

  /** At whose prices an order is placed. The number of pieces is always the customer's. */
  public enum Terms {
    /** As the customer's order says; ours where it says nothing. */
    THEIR_PRICE,
    /** What we ask today for so many pieces. */
    OUR_PRICE
  }
}
