/**
 * What happened in the demo's shop before today: customers that shopped, ordered, got their baskets
 * and invoices, and orders that wait for somebody. All of it is played through the services that
 * customers use, by a clock that is put back; nothing here may write a total of its own.
 */
package nl.topfruit.shop.demo.history;
