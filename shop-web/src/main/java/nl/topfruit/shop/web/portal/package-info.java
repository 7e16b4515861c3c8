/**
 * The portal of the customer's people: what their account requested, ordered, received and was
 * invoiced. Whose account that is comes from who signed in, never from the address.
 */
package nl.topfruit.shop.web.portal;
