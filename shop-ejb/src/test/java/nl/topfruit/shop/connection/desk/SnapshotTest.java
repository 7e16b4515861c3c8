package nl.topfruit.shop.connection.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.connection.Connection.LateOrder;
import nl.topfruit.shop.connection.Connection.OnDifference;
import nl.topfruit.shop.connection.Connection.Orderers;
import nl.topfruit.shop.messaging.Message.Channel;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final String PROFILE =
      "{\"charset\":\"UTF-8\",\"rules\":[{\"field\":\"UNIT\",\"expression\":\"unit\"},{\"field\":\"PRICE\",\"expression\":\"price\"}]}";

  @Test
  void whatIsKeptComesBackAsItWas() {
    ConnectionSettings settings = settings("SAP", List.of("erp.example"), Money.euro("25.00"));
    Snapshot kept = Snapshot.read(Snapshot.of(settings, PROFILE).toJson());
    assertThat(kept.settings()).isEqualTo(settings);
    assertThat(kept.profile()).isEqualTo(PROFILE);
  }

  @Test
  void whatIsNotFilledInStaysSo() {
    ConnectionSettings settings = settings("SAP", List.of(), null);
    assertThat(Snapshot.read(Snapshot.of(settings, "{}").toJson()).settings()).isEqualTo(settings);
  }

  @Test
  void aChangeIsNamedWithWhatItWasAndBecame() {
    List<Change> changes =
        Snapshot.changes(
            Snapshot.of(settings("SAP", List.of("a.example"), null), PROFILE),
            Snapshot.of(settings("SAP", List.of("a.example", "b.example"), null), PROFILE),
            DUTCH);
    assertThat(changes).containsExactly(new Change("Hosts", "a.example", "a.example, b.example"));
  }

  @Test
  void aRuleOfTheMappingIsNamedByItsField() {
    Snapshot before = Snapshot.of(settings("SAP", List.of(), null), PROFILE);
    Snapshot after =
        Snapshot.of(
            settings("SAP", List.of(), null), PROFILE.replace("\"price\"", "\"price / 10\""));
    assertThat(Snapshot.changes(before, after, DUTCH))
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.field()).contains("PRICE");
              assertThat(change.before()).isEqualTo("price");
              assertThat(change.after()).isEqualTo("price / 10");
            });
  }

  @Test
  void rulesThatChangePlacesAreAChange() {
    Snapshot before = Snapshot.of(settings("SAP", List.of(), null), PROFILE);
    Snapshot after =
        Snapshot.of(
            settings("SAP", List.of(), null),
            "{\"charset\":\"UTF-8\",\"rules\":[{\"field\":\"PRICE\",\"expression\":\"price\"},{\"field\":\"UNIT\",\"expression\":\"unit\"}]}");
    assertThat(Snapshot.changes(before, after, DUTCH))
        .singleElement()
        .satisfies(change -> assertThat(change.after()).isEqualTo("PRICE, UNIT"));
  }

  private static ConnectionSettings settings(String name, List<String> hosts, Money minimum) {
    return new ConnectionSettings(
        name,
        List.of("topfruit"),
        null,
        "4120",
        null,
        hosts,
        false,
        Orderers.NOT_ASKED,
        List.of(),
        minimum,
        Channel.OCI_ORDER,
        true,
        true,
        OnDifference.HOLD_WHOLE,
        LateOrder.MOVE,
        0,
        30,
        8);
  }
}
