/**
 * Who may come in and by which way: people with a session, shoppers with the token in the address;
 * and the headers every answer carries. No business rule and no page may come in.
 */
package nl.topfruit.shop.web.security;
