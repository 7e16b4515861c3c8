/**
 * Who asks and what he may: people, their roles and passwords, the current user, and the store of
 * other systems' secrets. Nothing that knows what is bought or sold may come in.
 */
package nl.topfruit.shop.security;
