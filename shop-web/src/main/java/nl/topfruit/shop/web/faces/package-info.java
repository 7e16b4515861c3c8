/**
 * What every page stands on: addresses, language and texts, numbers and days in words, lists,
 * fields and the turning of a refused request into a sentence. Nothing that knows a page or an
 * audience may come in.
 */
package nl.topfruit.shop.web.faces;
