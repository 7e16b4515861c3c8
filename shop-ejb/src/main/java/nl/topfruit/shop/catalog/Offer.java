package nl.topfruit.shop.catalog;

import java.util.UUID;
import nl.topfruit.shop.common.PriceParts;

/**
 * A product as it is offered to somebody: in this web shop, at this net price for each of so many
 * pieces.
 *
 * @param tierFrom the quantity from which this price counts
 */
public record Offer(
    Article article, UUID webShopId, int quantity, int tierFrom, PriceParts price) {}
