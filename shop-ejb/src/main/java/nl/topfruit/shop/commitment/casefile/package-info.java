/**
 * One case from the call-up to the invoice: the session, requisition, orders and invoices that
 * belong together, and every message about them; to look at and to hand to support. Nothing is
 * decided or changed here, and no card text or private recipient comes out.
 */
package nl.topfruit.shop.commitment.casefile;
