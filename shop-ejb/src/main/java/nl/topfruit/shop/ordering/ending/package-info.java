/**
 * How a promise ends that was not ordered: refused, taken back, or never answered. Its places are
 * free again and the orderer hears of it; what is ordered has nothing to seek here.
 */
package nl.topfruit.shop.ordering.ending;
