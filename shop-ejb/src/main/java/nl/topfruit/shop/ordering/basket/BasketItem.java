package nl.topfruit.shop.ordering.basket;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.calendar.DayStatus;
import nl.topfruit.shop.catalog.Article;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.ordering.DeliveryKey;
import nl.topfruit.shop.ordering.Fees;

/**
 * A line of the basket as it stands now.
 *
 * @param webShopId the web shop that it is bought in
 * @param seenPrice net per piece as the shopper saw it when he put it in, or accepted it since
 * @param price net per piece today for this quantity; the seen one when it is no longer offered
 * @param tierFrom the quantity from which this price counts
 * @param available it is still offered to him
 * @param dayStatus whether that day can still be promised
 * @param nextDay the earliest day that can be promised now, null when there is none
 * @param decideBefore when the order must be final for its day
 * @param branchName the branch it goes to, null for another address
 * @param branchOpen the branch is in use on that day; true for another address
 * @param invoicePartyId who gets the invoice
 */
public record BasketItem(
    UUID id,
    Article article,
    UUID webShopId,
    int quantity,
    PriceParts seenPrice,
    PriceParts price,
    int tierFrom,
    boolean available,
    LocalDate deliverOn,
    DayStatus dayStatus,
    LocalDate nextDay,
    Instant decideBefore,
    Destination destination,
    String branchName,
    boolean branchOpen,
    UUID invoicePartyId,
    Booking booking,
    GreetingCard card) {

  /** Goods, net and in cents. */
  public Money net() {
    return Fees.net(BigDecimal.valueOf(quantity), price);
  }

  /** The deposit of one piece under its VAT rate; zero for none. */
  public PriceParts depositPrice() {
    return Fees.depositPrice(price, article.deposit());
  }

  /** The deposit of all pieces, net and in cents. */
  public Money deposit() {
    return Fees.net(BigDecimal.valueOf(quantity), depositPrice());
  }

  public DeliveryKey delivery() {
    return DeliveryKey.of(deliverOn, destination);
  }

  public boolean priceChanged() {
    return !price.total().sameAs(seenPrice.total());
  }

  /** It can be handed over as it is: offered, at the price that was seen, on a possible day. */
  public boolean ready() {
    return available && dayStatus.open() && branchOpen && !priceChanged();
  }

  Fees.Goods goods() {
    return new Fees.Goods(delivery(), BigDecimal.valueOf(quantity), price, article.deposit());
  }
}
