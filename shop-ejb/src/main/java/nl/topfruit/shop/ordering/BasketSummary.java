package nl.topfruit.shop.ordering;

import nl.topfruit.shop.common.Money;

/**
 * The basket in a bar.
 *
 * @param lines products times addresses and days
 * @param net goods, deposits and delivery, excluding VAT
 */
public record BasketSummary(int lines, Money net) {
  public boolean isEmpty() {
    return lines == 0;
  }
}
