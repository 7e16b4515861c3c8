package nl.topfruit.shop.connection.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.connection.Connection.LateOrder;
import nl.topfruit.shop.connection.Connection.MixedVat;
import nl.topfruit.shop.connection.Connection.OnDifference;
import nl.topfruit.shop.connection.Connection.Orderers;
import nl.topfruit.shop.connection.OrderRules;
import nl.topfruit.shop.messaging.Message.Channel;
import org.junit.jupiter.api.Test;

class SnapshotTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final String PROFILE =
      "{\"charset\":\"UTF-8\",\"rules\":[{\"field\":\"UNIT\",\"expression\":\"unit\"},{\"field\":\"PRICE\",\"expression\":\"price\"}]}";

  @Test
  void whatIsKeptComesBackAsItWas() {
    ConnectionSettings settings = settings("SAP", List.of("erp.example"), Money.euro("25.00"));
    Snapshot kept = Snapshot.read(snapshot(settings, PROFILE).toJson());
    assertThat(kept.settings()).isEqualTo(settings);
    assertThat(kept.profile()).isEqualTo(PROFILE);
  }

  @Test
  void whatIsNotFilledInStaysSo() {
    ConnectionSettings settings = settings("SAP", List.of(), null);
    assertThat(Snapshot.read(snapshot(settings, "{}").toJson()).settings()).isEqualTo(settings);
  }

  @Test
  void aChangeIsNamedWithWhatItWasAndBecame() {
    List<Change> changes =
        Snapshot.changes(
            snapshot(settings("SAP", List.of("a.example"), null), PROFILE),
            snapshot(settings("SAP", List.of("a.example", "b.example"), null), PROFILE),
            DUTCH);
    assertThat(changes).containsExactly(new Change("Hosts", "a.example", "a.example, b.example"));
  }

  @Test
  void aRuleOfTheMappingIsNamedByItsField() {
    Snapshot before = snapshot(settings("SAP", List.of(), null), PROFILE);
    Snapshot after =
        snapshot(settings("SAP", List.of(), null), PROFILE.replace("\"price\"", "\"price / 10\""));
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
    Snapshot before = snapshot(settings("SAP", List.of(), null), PROFILE);
    Snapshot after =
        snapshot(
            settings("SAP", List.of(), null),
            "{\"charset\":\"UTF-8\",\"rules\":[{\"field\":\"PRICE\",\"expression\":\"price\"},{\"field\":\"UNIT\",\"expression\":\"unit\"}]}");
    assertThat(Snapshot.changes(before, after, DUTCH))
        .singleElement()
        .satisfies(change -> assertThat(change.after()).isEqualTo("PRICE, UNIT"));
  }

  @Test
  void howFarAnOrderMayDifferIsKeptAndNamed() {
    ConnectionSettings settings = settings("SAP", List.of(), null);
    OrderRules forgiving = OrderRules.read("{\"priceTolerance\":0.05,\"late\":{\"C\":\"HOLD\"}}");
    Snapshot before = snapshot(settings, PROFILE);
    Snapshot after = Snapshot.of(settings, PROFILE, forgiving);
    assertThat(Snapshot.read(after.toJson()).orders()).isEqualTo(forgiving);
    assertThat(Snapshot.changes(before, after, DUTCH))
        .extracting(Change::field)
        .containsExactly("Prijsverschil in euro", "Te laat, klasse C");
    assertThat(Snapshot.read("{\"settings\":{},\"profile\":{}}").orders())
        .isEqualTo(OrderRules.USUAL);
  }

  private static Snapshot snapshot(ConnectionSettings settings, String profile) {
    return Snapshot.of(settings, profile, OrderRules.USUAL);
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
        MixedVat.SPLIT,
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
