/**
 * The free greeting card: designs, text that fits, preview and print from one renderer, and the
 * account's logo.
 */
package nl.topfruit.shop.greeting;
