/**
 * From basket to promise: what is in the basket is frozen as a requisition, and in the portal
 * becomes an order. How it travels to a customer's system may not come in.
 */
package nl.topfruit.shop.ordering.checkout;
