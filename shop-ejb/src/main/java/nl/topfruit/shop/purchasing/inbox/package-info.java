/**
 * Orders that wait for our staff, of all customers: what they see of them and what they may decide.
 * What a customer may see of his own orders may not come in.
 */
package nl.topfruit.shop.purchasing.inbox;
