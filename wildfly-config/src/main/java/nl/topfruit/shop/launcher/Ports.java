package nl.topfruit.shop.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;

/**
 * The ports of one shop. Every port moves along with the HTTP port, so two shops can run side by
 * side: management is 1910 above it and the embedded database 7352 above it (8080, 9990, 15432).
 *
 * @param http port of the shop itself
 */
record Ports(int http) {
  private static final int DEFAULT_HTTP = 8080;
  private static final int DEFAULT_MANAGEMENT = 9990;
  private static final int DEFAULT_DATABASE = 15432;
  private static final int HIGHEST = 65535;

  Ports {
    if (http < 1 || http + DEFAULT_DATABASE - DEFAULT_HTTP > HIGHEST) {
      throw new Refusal(
          "SHOP_PORT must be between 1 and %d, since the other ports move along with it; it is %d."
              .formatted(HIGHEST - DEFAULT_DATABASE + DEFAULT_HTTP, http));
    }
  }

  /** What WildFly adds to every port of its configuration. */
  int offset() {
    return http - DEFAULT_HTTP;
  }

  int management() {
    return DEFAULT_MANAGEMENT + offset();
  }

  int database() {
    return DEFAULT_DATABASE + offset();
  }

  /**
   * Refuses with one sentence when a port that the shop needs is taken.
   *
   * @param bind address of the HTTP port
   * @param withDatabase whether the embedded database is started too
   */
  void requireFree(String bind, boolean withDatabase) {
    requireFree(
        bind, http, "Port %d is in use; stop what uses it or choose another with SHOP_PORT.");
    String moved =
        "Port %d, which moves along with SHOP_PORT="
            + http
            + ", is in use; choose another SHOP_PORT.";
    requireFree("127.0.0.1", management(), moved);
    if (withDatabase) {
      requireFree("127.0.0.1", database(), moved);
    }
  }

  private static void requireFree(String bind, int port, String sentence) {
    InetAddress address;
    try {
      address = InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new Refusal("SHOP_BIND names no address of this machine: " + bind + ".", e);
    }
    // reuse as a server does: connections in TIME_WAIT of a shop just stopped do not count as taken
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(address, port));
    } catch (IOException e) {
      throw new Refusal(sentence.formatted(port), e);
    }
  }
}
