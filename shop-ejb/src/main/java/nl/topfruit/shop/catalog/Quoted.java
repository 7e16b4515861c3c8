package nl.topfruit.shop.catalog;

import nl.topfruit.shop.common.PriceParts;

/**
 * A product as a purchasing system is told of it that asks what we have or what something costs.
 *
 * @param quantity the number of pieces for which the price counts
 * @param price net per piece
 * @param contents "4 appels, 2 peren"; null where it says nothing
 */
public record Quoted(Article article, int quantity, PriceParts price, String contents) {}
