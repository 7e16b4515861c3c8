/**
 * What our staff do with connections: find them, change them with everything that was before kept,
 * try them and set them live, and hand out their secrets. How a message is spelled, and what comes
 * over a connection, may not come in.
 */
package nl.topfruit.shop.connection.desk;
