/**
 * What was promised and what became of it: requested, ordered, delivered, invoiced, told from the
 * documents of all rooms above. It reads only; nothing here may change a row.
 */
package nl.topfruit.shop.commitment;
