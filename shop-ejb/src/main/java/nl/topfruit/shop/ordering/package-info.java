/**
 * From the first look to a firm order: shopping sessions, baskets, requisitions and orders. How a
 * basket travels to a customer's system (punchout) and how its answer is understood (purchasing)
 * may not come in.
 */
package nl.topfruit.shop.ordering;
