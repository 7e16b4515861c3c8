/**
 * The roads on which orders come: each authenticates its sender, reads its document into the
 * neutral order, hands it to the intake and writes the answer in the same language. No rule about
 * orders may come in.
 */
package nl.topfruit.shop.purchasing.channel;
