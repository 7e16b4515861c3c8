/**
 * A customer's authorised order comes in: recognise what it authorises, hold it against the
 * promise, place it or hand it to staff, and answer; each order once. How it is spelled on the wire
 * and what becomes of it once it is placed may not come in.
 */
package nl.topfruit.shop.purchasing;
