/**
 * One customer system that calls us and sends orders: its credentials, hosts, field mapping and
 * rules, all of it data. How its messages are spelled belongs to protocol, what they lead to
 * belongs to punchout and purchasing.
 */
package nl.topfruit.shop.connection;
