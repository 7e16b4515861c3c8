/**
 * Turns wire documents into neutral records and back: OCI, cXML and UBL. Pure functions, free to
 * every room; no EJB, no database, no clock and no rule of the trade may come in, and no document
 * of a customer is read by any other XML parser than {@link nl.topfruit.shop.protocol.SafeXml}.
 */
package nl.topfruit.shop.protocol;
