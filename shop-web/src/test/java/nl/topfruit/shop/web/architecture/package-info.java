/**
 * The rules of the house for pages and endpoints, and the one rule that needs both modules: public
 * is only what another room uses. Below {@code fixture} each rule has a package that breaks it:
 * classes named Breaks… must be reported and classes named Keeps… must not.
 */
package nl.topfruit.shop.web.architecture;
