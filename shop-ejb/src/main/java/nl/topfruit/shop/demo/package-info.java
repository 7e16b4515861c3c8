/**
 * Demo data and the customer's purchasing system played by us; absent when SHOP_DEMO is not true.
 * Nothing of the shop may depend on it.
 */
package nl.topfruit.shop.demo;
