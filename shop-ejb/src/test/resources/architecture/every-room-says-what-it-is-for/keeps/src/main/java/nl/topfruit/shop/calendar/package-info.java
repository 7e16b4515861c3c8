/**
 * For delivery days. No order
 * may come in.
 */
package nl.topfruit.shop.calendar;
