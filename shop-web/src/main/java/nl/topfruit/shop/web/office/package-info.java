/**
 * The back office: what our own people do and look up, across all customers. No rule of the
 * business may come in; what a role may not do is refused by the services.
 */
package nl.topfruit.shop.web.office;
