/**
 * Every document that comes in or goes out, raw, before anyone judges it; and the outbox, through
 * which whatever must leave after a commit leaves exactly once. What the documents mean may not
 * come in.
 */
package nl.topfruit.shop.messaging;
