/**
 * What went over the connections, to look at. Nothing is sent, answered or changed here, and what
 * was masked when it was kept stays masked.
 */
package nl.topfruit.shop.connection.traffic;
