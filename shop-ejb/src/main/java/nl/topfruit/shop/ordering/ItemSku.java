package nl.topfruit.shop.ordering;

import java.util.Optional;
import nl.topfruit.shop.common.VatRate;

/**
 * Article numbers of what is no article of its own: the parts of a product that bears two VAT
 * rates, the deposit on a crate, and delivery. They are what EXT_PRODUCT_ID says, and come back as
 * SupplierPartID or SellersItemIdentification.
 *
 * @param article the article it belongs to; null for delivery
 * @param kind goods, deposit or delivery
 * @param part the VAT part, null for a whole article and for a deposit
 */
public record ItemSku(String article, LineKind kind, VatRate part) {
  private static final String DEPOSIT = "-SG";
  private static final String DELIVERY = "BEZORG";

  /** One VAT part of an article: FM-1011-9, FM-1011-21. */
  public static String part(String article, VatRate rate) {
    return article + "-" + rate.percent().toPlainString();
  }

  /** The deposit that goes with an article: WF-0020-SG. */
  public static String deposit(String article) {
    return article + DEPOSIT;
  }

  /** Delivery under one VAT rate: BEZORG-9. */
  public static String delivery(VatRate rate) {
    return part(DELIVERY, rate);
  }

  /** What an article number of an order stands for. */
  public static ItemSku parse(String sku) {
    if (sku.endsWith(DEPOSIT)) {
      return new ItemSku(sku.substring(0, sku.length() - DEPOSIT.length()), LineKind.DEPOSIT, null);
    }
    Optional<VatRate> rate = rate(sku);
    String base = rate.map(r -> sku.substring(0, sku.lastIndexOf('-'))).orElse(sku);
    if (base.equals(DELIVERY)) {
      return new ItemSku(null, LineKind.DELIVERY, rate.orElse(null));
    }
    return new ItemSku(base, LineKind.GOODS, rate.orElse(null));
  }

  private static Optional<VatRate> rate(String sku) {
    for (VatRate rate : VatRate.values()) {
      if (sku.endsWith("-" + rate.percent().toPlainString())) {
        return Optional.of(rate);
      }
    }
    return Optional.empty();
  }
}
