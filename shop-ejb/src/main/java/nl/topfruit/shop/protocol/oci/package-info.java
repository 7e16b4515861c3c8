/**
 * SAP Open Catalog Interface 4.0: the call-up, the return as an HTML form of {@code NEW_ITEM}
 * fields, and the plain form by which an order is reported back. What differs per customer system
 * (names, mapping, charset, units, target) is data that is passed in; no customer's name may come
 * in here.
 */
package nl.topfruit.shop.protocol.oci;
