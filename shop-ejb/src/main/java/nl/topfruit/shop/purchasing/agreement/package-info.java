/**
 * Does an order agree with what we promised? Pure functions over a promise, an order and the rules
 * of the connection: they read no table and change nothing. What becomes of the answer may not come
 * in.
 */
package nl.topfruit.shop.purchasing.agreement;
