package nl.topfruit.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PortsTest {
  @Test
  void everyPortMovesAlongWithTheHttpPort() {
    Ports ports = new Ports(8180);
    assertThat(ports.offset()).isEqualTo(100);
    assertThat(ports.management()).isEqualTo(10090);
    assertThat(ports.database()).isEqualTo(15532);
  }

  @Test
  void aTakenPortIsSaidInOneSentence() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(Math.min(taken.getLocalPort(), 58183));
      if (ports.http() != taken.getLocalPort()) {
        return;
      }
      assertThatThrownBy(() -> ports.requireFree("127.0.0.1", false))
          .isInstanceOf(Refusal.class)
          .hasMessage(
              "Port %d is in use; stop what uses it or choose another with SHOP_PORT.",
              taken.getLocalPort());
    }
  }

  @Test
  void aTakenDatabasePortCountsOnlyWithTheEmbeddedDatabase() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Ports ports = new Ports(taken.getLocalPort() - 7352);
      assertThat(ports.database()).isEqualTo(taken.getLocalPort());
      assertThatThrownBy(() -> ports.requireFree("127.0.0.1", true))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()));
      ports.requireFree("127.0.0.1", false);
    }
  }
}
