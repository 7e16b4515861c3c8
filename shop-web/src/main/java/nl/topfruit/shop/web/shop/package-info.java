/**
 * The shop, for a purchasing system's buyer and a portal user alike. Views are transient and beans
 * request-scoped: the token in the address is all that is kept.
 */
package nl.topfruit.shop.web.shop;
