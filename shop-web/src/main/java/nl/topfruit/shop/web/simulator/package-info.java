/**
 * The customer's purchasing system, played by us in demo mode: another firm's look, our real
 * messages.
 */
package nl.topfruit.shop.web.simulator;
