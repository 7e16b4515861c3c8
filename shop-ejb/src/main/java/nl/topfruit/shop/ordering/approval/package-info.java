/**
 * Approval in our own portal, for customers without a purchasing system that does it. What a
 * customer's own system authorises may not come in: that is a purchase order.
 */
package nl.topfruit.shop.ordering.approval;
