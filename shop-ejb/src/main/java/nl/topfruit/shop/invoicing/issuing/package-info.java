/**
 * Drawing up, numbering, keeping and sending invoices. What a document says and how it is spelled
 * belongs to the room above.
 */
package nl.topfruit.shop.invoicing.issuing;
