/**
 * Values that every room shares: money, rates, quantities, pages of a list, and the one exception
 * that a person may read. Nothing that knows a table, a protocol or a page may come in.
 */
package nl.topfruit.shop.common;
