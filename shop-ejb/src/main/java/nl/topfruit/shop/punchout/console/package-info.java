/**
 * Our own staff play a customer's system: a call-up with a credential and a return address of its
 * own, what came back checked field by field, and why a call-up opens nothing. No call leaves our
 * server, and nothing here orders anything.
 */
package nl.topfruit.shop.punchout.console;
