/**
 * UBL 2.1 order messages in the profile Peppol BIS Ordering 3: reads orders leniently, writes
 * orders and order responses that the official rules call valid. Invoices are made in the room
 * invoicing.
 */
package nl.topfruit.shop.protocol.ubl;
