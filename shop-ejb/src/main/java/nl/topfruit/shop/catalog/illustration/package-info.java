/**
 * Draws the picture of a product from what is in it, out of our own small drawings. It knows
 * neither prices nor tables: names of drawings come in, an SVG goes out.
 */
package nl.topfruit.shop.catalog.illustration;
