/**
 * In and out of a customer's purchasing system: the call-up that opens a shopping session, the
 * check before the return, and the return itself. What comes back as an order belongs to
 * purchasing.
 */
package nl.topfruit.shop.punchout;
