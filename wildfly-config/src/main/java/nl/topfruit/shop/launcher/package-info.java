/**
 * Starts and stops the shop on one machine: embedded PostgreSQL (or an outside one), migrations,
 * then WildFly with the built EAR. Plain Java without a framework; nothing of the business may come
 * in, and the business knows nothing of it.
 */
package nl.topfruit.shop.launcher;
