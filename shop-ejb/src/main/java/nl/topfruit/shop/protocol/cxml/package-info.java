/**
 * cXML 1.2: reads the requests that purchasing systems send, leniently, and writes answers that are
 * valid against cXML.dtd. The DTD itself is never fetched; deciding whether a sender is believed
 * does not belong here.
 */
package nl.topfruit.shop.protocol.cxml;
