/** Pages that everybody may see: the front page and signing in. */
package nl.topfruit.shop.web.front;
