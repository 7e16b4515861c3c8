/**
 * Addresses for machines: read, call a service, write the answer. No rule of the business may come
 * in.
 */
package nl.topfruit.shop.web.endpoint;
