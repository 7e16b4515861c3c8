/** One sentence only. */
package nl.topfruit.shop.ordering;
