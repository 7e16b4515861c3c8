/**
 * One order on its way in: its number is claimed, what it authorises is recognised, it is held
 * against the promise and placed or held, in one transaction and once. How it was spelled on the
 * wire may not come in.
 */
package nl.topfruit.shop.purchasing.intake;
