/**
 * What we sell: web shops, categories, products with contents and prices, what an account may see
 * of it, and search. Who buys it and when it is delivered may not come in.
 */
package nl.topfruit.shop.catalog;
