/**
 * Who asks that his system be linked, and what becomes of that: the request is answered by a
 * connection or by a reason. What a connection is belongs to the room itself.
 */
package nl.topfruit.shop.connection.request;
