/**
 * The basket of a shopping session: what is put in, changed and taken out, each line with its
 * address, day, card and booking, always checked anew. How a basket is handed over or ordered may
 * not come in.
 */
package nl.topfruit.shop.ordering.basket;
