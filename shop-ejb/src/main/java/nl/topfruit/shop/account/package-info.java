/**
 * The customer organisation and what it is made of: legal entities that pay, branches that receive,
 * cost centres, purposes with their ledger codes, and orderers. What they buy may not come in.
 */
package nl.topfruit.shop.account;
