package nl.topfruit.shop.ordering.checkout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.ordering.ItemNames;
import nl.topfruit.shop.ordering.ItemSku;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.ordering.RequisitionLine.Promise;
import nl.topfruit.shop.ordering.basket.BasketDelivery;
import nl.topfruit.shop.ordering.basket.BasketItem;
import nl.topfruit.shop.ordering.basket.BasketView;

/**
 * Turns a basket into the items that are promised: a product, its second VAT part where the
 * customer's system takes one rate an item, its deposit, and the delivery of each address and day.
 * The free card is never an item.
 */
final class Promises {
  private static final String[] NO_ALLERGENS = {};

  private final boolean split;
  private final Locale reader;
  private final List<Promise> promises = new ArrayList<>();
  private int goodsLine;

  private Promises(boolean split, Locale reader) {
    this.split = split;
    this.reader = reader;
  }

  /**
   * @param split a product with two VAT rates becomes two tied items (mixedVat SPLIT)
   */
  static List<Promise> of(BasketView basket, boolean split) {
    var promises = new Promises(split, Locale.forLanguageTag(basket.visit().language()));
    basket.deliveries().forEach(promises::delivery);
    return List.copyOf(promises.promises);
  }

  private void delivery(BasketDelivery delivery) {
    for (BasketItem item : delivery.items()) {
      goodsLine++;
      goods(item);
      if (!item.deposit().isZero()) {
        add(
            item,
            LineKind.DEPOSIT,
            ItemSku.deposit(item.article().sku()),
            ItemNames.deposit(item.article(), reader),
            item.quantity(),
            item.depositPrice());
      }
    }
    if (!delivery.cost().total().isZero()) {
      goodsLine++;
      for (PriceParts.Part part : delivery.cost().parts()) {
        add(
            delivery.items().get(0),
            LineKind.DELIVERY,
            ItemSku.delivery(part.rate()),
            ItemNames.delivery(reader),
            1,
            PriceParts.of(part.rate(), part.net()));
      }
    }
  }

  private void goods(BasketItem item) {
    String sku = item.article().sku();
    if (!split || !item.price().mixed()) {
      add(item, LineKind.GOODS, sku, item.article().fullName(), item.quantity(), item.price());
      return;
    }
    for (PriceParts.Part part : item.price().parts()) {
      add(
          item,
          LineKind.GOODS,
          ItemSku.part(sku, part.rate()),
          ItemNames.part(item.article(), part.rate()),
          item.quantity(),
          PriceParts.of(part.rate(), part.net()));
    }
  }

  private void add(
      BasketItem item, LineKind kind, String sku, String name, int quantity, PriceParts price) {
    boolean goods = kind == LineKind.GOODS;
    boolean leads = goods && promises.stream().noneMatch(p -> p.goodsLine() == goodsLine);
    promises.add(
        new Promise(
            promises.size() + 1,
            goodsLine,
            kind,
            item.webShopId(),
            kind == LineKind.DELIVERY ? null : item.article().productId(),
            sku,
            name,
            BigDecimal.valueOf(quantity),
            goods ? item.tierFrom() : 1,
            item.article().unit(),
            price,
            goods ? item.article().allergens().toArray(String[]::new) : NO_ALLERGENS,
            item.article().cutOffClass(),
            item.invoicePartyId(),
            item.deliverOn(),
            item.destination(),
            item.booking().costCentre(),
            item.booking().purpose(),
            item.booking().ledgerCode(),
            item.booking().reference(),
            leads ? item.card() : GreetingCard.NONE));
  }
}
