/**
 * From a basket to the fields that one connection takes: its profile, the rules with their
 * expressions, the table of fields of the standard, and the check before anything is sent. All of
 * it is data that is passed in; the name of a customer or of his system may not come in here.
 */
package nl.topfruit.shop.protocol.oci.mapping;
