package nl.topfruit.shop.punchout;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.catalog.AssortmentOf;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.ordering.Fees;

/**
 * For whom a system calls: what decides which products it sees, at which price and in which
 * language.
 *
 * @param webShopIds web shops it may buy in, the one that opens first at the head
 * @param account the tenant, whose language the shop speaks
 * @param terms what the account pays for delivery
 */
record Buyer(
    Connection connection, List<UUID> webShopIds, BusinessAccount account, Fees.Terms terms) {

  /** The web shop that opens. */
  UUID webShopId() {
    return webShopIds.get(0);
  }

  /** "nl" or "en". */
  String language() {
    return account.language();
  }

  boolean dutch() {
    return !"en".equals(language());
  }

  Locale locale() {
    return Locale.forLanguageTag(language());
  }

  /** His system takes no item with two VAT rates: they become two. */
  boolean splits() {
    return connection.mixedVat() == Connection.MixedVat.SPLIT;
  }

  AssortmentOf assortment(LocalDate today) {
    return new AssortmentOf(
        connection.accountId(),
        webShopIds,
        connection.mixedVat() == Connection.MixedVat.HIDE,
        today);
  }
}
