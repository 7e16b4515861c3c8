/**
 * The free greeting card: designs, text that fits, preview and print from one renderer, and the
 * account's logo. No basket, order or delivery may come in: they say which card, this room draws
 * it.
 */
package nl.topfruit.shop.greeting;
