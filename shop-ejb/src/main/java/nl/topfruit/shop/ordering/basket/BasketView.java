package nl.topfruit.shop.ordering.basket;

import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatSummary;
import nl.topfruit.shop.ordering.ShopVisit;

/**
 * The whole basket, checked at this moment against prices, calendar and branches.
 *
 * @param deliveries by day, then in the order in which they were put in
 * @param totals goods, deposits and delivery, with VAT per rate on the sum of the lines
 */
public record BasketView(ShopVisit visit, List<BasketDelivery> deliveries, VatSummary totals) {

  public boolean isEmpty() {
    return deliveries.isEmpty();
  }

  /** All lines, delivery by delivery. */
  public List<BasketItem> items() {
    return deliveries.stream().flatMap(delivery -> delivery.items().stream()).toList();
  }

  /** It can be handed over as it is. */
  public boolean ready() {
    return !isEmpty() && items().stream().allMatch(BasketItem::ready);
  }

  public Money goods() {
    return Money.sum(deliveries.stream().map(BasketDelivery::goods).toList());
  }

  public Money deposit() {
    return Money.sum(deliveries.stream().map(BasketDelivery::deposit).toList());
  }

  public Money deliveryCost() {
    return Money.sum(deliveries.stream().map(delivery -> delivery.cost().total()).toList());
  }
}
