/**
 * Delivery days: weekdays, holidays, cut-offs, approval time and capacity, answered by one rule
 * class ({@link nl.topfruit.shop.calendar.DeliveryCalendar}) for list, product, basket, return and
 * order intake alike. No product, basket or order may come in: they ask, the calendar answers.
 */
package nl.topfruit.shop.calendar;
