/**
 * Invoices: policies, numbering, the UBL and PDF of an invoice, the check against the official
 * rules before it may leave, and its sending. How an order came about may not come in: an invoice
 * says what was ordered and delivered, and changes neither. The documents ({@link
 * nl.topfruit.shop.invoicing.InvoiceDocument} and what writes and checks it) are pure: they know no
 * table, no clock and no transaction.
 */
package nl.topfruit.shop.invoicing;
