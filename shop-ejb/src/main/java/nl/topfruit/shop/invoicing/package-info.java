/**
 * Invoices: policies, numbering, the UBL and PDF of an invoice, the check against the official
 * rules before it may leave, and its sending. How an order came about may not come in: an invoice
 * says what was ordered and delivered, and changes neither.
 */
package nl.topfruit.shop.invoicing;
