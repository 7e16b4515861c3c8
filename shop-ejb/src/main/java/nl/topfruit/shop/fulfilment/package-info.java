/**
 * Bringing it there: one address on one day is a delivery, with its outcome. What it costs may not
 * come in.
 */
package nl.topfruit.shop.fulfilment;
