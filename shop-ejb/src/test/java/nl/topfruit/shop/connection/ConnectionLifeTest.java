package nl.topfruit.shop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.connection.Connection.State;
import org.junit.jupiter.api.Test;

class ConnectionLifeTest {
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:00Z");

  private final Connection connection =
      new Connection(Ids.next(), "proef", "ERP", Connection.Protocol.OCI, Presets.of("oci-4.0"));

  @Test
  void aNewConnectionOpensNothing() {
    assertThat(connection.state()).isEqualTo(State.REQUESTED);
    assertThat(connection.state().isOpen()).isFalse();
    assertThat(connection.live()).isFalse();
  }

  @Test
  void itIsTriedThenAgreedThenLive() {
    connection.opensForTest(NOW);
    assertThat(connection.state().isOpen()).isTrue();
    assertThat(connection.live()).isFalse();
    connection.isAgreedBy("Beheerder", NOW);
    assertThat(connection.agreedBy()).isEqualTo("Beheerder");
    assertThat(connection.live()).isFalse();
    connection.goesLive(true, NOW);
    assertThat(connection.live()).isTrue();
  }

  @Test
  void nobodyAgreesToWhatHeCouldNotTry() {
    refuses(() -> connection.isAgreedBy("Beheerder", NOW), "connection.notFromHere");
  }

  @Test
  void withoutTheCustomersWordItDoesNotGoLive() {
    connection.opensForTest(NOW);
    refuses(() -> connection.goesLive(true, NOW), "connection.notFromHere");
  }

  @Test
  void whatIsNotCompleteDoesNotGoLive() {
    connection.opensForTest(NOW);
    connection.isAgreedBy("Beheerder", NOW);
    refuses(() -> connection.goesLive(false, NOW), "connection.notComplete");
    assertThat(connection.state()).isEqualTo(State.AGREED);
  }

  @Test
  void backInTestTheCustomersWordNoLongerCounts() {
    connection.opensForTest(NOW);
    connection.isAgreedBy("Beheerder", NOW);
    connection.goesLive(true, NOW);
    connection.opensForTest(NOW);
    assertThat(connection.state()).isEqualTo(State.TEST);
    assertThat(connection.agreedBy()).isNull();
  }

  @Test
  void aClosedOneOpensNothingUntilItIsTriedAnew() {
    connection.opensForTest(NOW);
    connection.closes(NOW);
    assertThat(connection.state().isOpen()).isFalse();
    refuses(() -> connection.closes(NOW), "connection.notFromHere");
    connection.opensForTest(NOW);
    assertThat(connection.state().isOpen()).isTrue();
  }

  private static void refuses(Runnable verb, String key) {
    assertThatThrownBy(verb::run)
        .isInstanceOf(BusinessRuleViolation.class)
        .extracting(e -> ((BusinessRuleViolation) e).key())
        .isEqualTo(key);
  }
}
