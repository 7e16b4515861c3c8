/**
 * What was requested and ordered, for those who look back: the customer's people see their own
 * account, our staff see all. Nothing is decided or changed here, and no row leaves without its
 * tenant in the query.
 */
package nl.topfruit.shop.ordering.history;
