package nl.topfruit.shop.ordering.basket;

import java.time.LocalDate;
import java.util.List;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.ordering.DeliveryKey;

/**
 * The lines of the basket that go to one address on one day.
 *
 * @param destination of its first line; another line may have another recipient there
 * @param branchName null for another address
 * @param cost net delivery cost in cents per VAT rate; zero when it is free
 */
public record BasketDelivery(
    DeliveryKey key,
    LocalDate day,
    Destination destination,
    String branchName,
    List<BasketItem> items,
    PriceParts cost) {

  /** Goods, net and in cents. */
  public Money goods() {
    return Money.sum(items.stream().map(BasketItem::net).toList());
  }

  /** Deposits, net and in cents. */
  public Money deposit() {
    return Money.sum(items.stream().map(BasketItem::deposit).toList());
  }

  public Money net() {
    return goods().plus(deposit()).plus(cost.total());
  }
}
