package nl.topfruit.shop.catalog;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Whose assortment: what decides which products are visible and at which price. The account's own
 * rules (price ceiling, alcohol, agreed prices) are read with it.
 *
 * @param webShopIds web shops he may buy in, the preferred one first
 * @param mixedVatHidden products that bear two VAT rates are not offered: his system cannot take
 *     them
 * @param day the day whose prices count
 */
public record AssortmentOf(
    UUID accountId, List<UUID> webShopIds, boolean mixedVatHidden, LocalDate day) {

  public AssortmentOf {
    webShopIds = List.copyOf(webShopIds);
  }

  /** The same buyer in one of his web shops. */
  public AssortmentOf in(UUID webShopId) {
    return new AssortmentOf(accountId, List.of(webShopId), mixedVatHidden, day);
  }
}
