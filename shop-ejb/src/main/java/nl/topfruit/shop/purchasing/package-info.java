/**
 * A customer's authorised order comes in: it is read ({@code channel}), recognised and placed or
 * held ({@code intake}) by what it agrees on with our promise ({@code agreement}), and waits for
 * staff where it does not ({@code inbox}). Here stand the order as it was sent and its states; how
 * it is spelled on the wire and what becomes of it once it is placed may not come in.
 */
package nl.topfruit.shop.purchasing;
