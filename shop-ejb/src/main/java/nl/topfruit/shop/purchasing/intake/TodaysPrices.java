package nl.topfruit.shop.purchasing.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.catalog.Assortment;
import nl.topfruit.shop.catalog.Assortment.Asked;
import nl.topfruit.shop.catalog.AssortmentOf;
import nl.topfruit.shop.catalog.Offer;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.Connections;
import nl.topfruit.shop.ordering.ItemSku;

/** What a customer would pay today for so many pieces of what he was promised at another price. */
@Dependent
public class TodaysPrices {
  @Inject private Connections connections;
  @Inject private Assortment assortment;
  @Inject private Clock clock;

  /**
   * Net prices per piece by article number as ordered; what he may no longer buy is not in it.
   *
   * @param pieces by article number as ordered, which may be one VAT part of a product
   */
  public Map<String, PriceParts> of(Connection connection, Map<String, BigDecimal> pieces) {
    Map<String, Asked> asked = new HashMap<>();
    pieces.forEach(
        (sku, quantity) -> {
          String article = ItemSku.parse(sku).article();
          if (article != null) {
            asked.put(
                sku, new Asked(article, quantity.setScale(0, RoundingMode.UP).intValueExact()));
          }
        });
    if (asked.isEmpty()) {
      return Map.of();
    }
    List<UUID> shops = connections.webShopIds(connection.id());
    var who = new AssortmentOf(connection.accountId(), shops, false, LocalDate.now(clock));
    Map<Asked, Offer> offers = assortment.offers(who, Set.copyOf(asked.values()));
    Map<String, PriceParts> prices = new HashMap<>();
    asked.forEach(
        (sku, each) -> {
          if (offers.containsKey(each)) {
            prices.put(sku, price(sku, offers.get(each)));
          }
        });
    return prices;
  }

  private static PriceParts price(String sku, Offer offer) {
    VatRate part = ItemSku.parse(sku).part();
    return part == null ? offer.price() : PriceParts.of(part, offer.price().of(part));
  }
}
