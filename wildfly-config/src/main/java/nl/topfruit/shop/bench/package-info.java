/**
 * {@code ./shop bench}: how fast the shop is and what a request costs, measured from outside on a
 * shop of its own. Nothing of it runs in the server.
 */
package nl.topfruit.shop.bench;
