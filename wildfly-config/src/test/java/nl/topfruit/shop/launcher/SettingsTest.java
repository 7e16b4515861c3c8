package nl.topfruit.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {
  private static final String KEY = "k".repeat(32);
  private static final Map<String, String> OUTSIDE =
      Map.of(
          "SHOP_DB_URL", "jdbc:postgresql://db/shop", "SHOP_DB_USER", "u", "SHOP_DB_PASSWORD", "p");

  @Test
  void withoutSettingsItIsADemoOnThisMachineOnly() {
    Settings settings = settings(Map.of());
    assertThat(settings.demo()).isTrue();
    assertThat(settings.embedded()).isTrue();
    assertThat(settings.bind()).isEqualTo("127.0.0.1");
    assertThat(settings.data()).isEqualTo(Path.of("/project/data"));
    assertThat(settings.publicUrl()).isEqualTo("http://localhost:8080");
    assertThat(settings.secretKey()).isEmpty();
    assertThat(settings.trustedProxyPattern()).isEqualTo("nobody");
  }

  @Test
  void anOutsideDatabaseIsNoDemo() {
    Settings settings = settings(with(OUTSIDE, "SHOP_SECRET_KEY", KEY));
    assertThat(settings.demo()).isFalse();
    assertThat(settings.embedded()).isFalse();
    assertThat(settings.outside())
        .get()
        .extracting(Database::url)
        .isEqualTo("jdbc:postgresql://db/shop");
  }

  @Test
  void anOutsideDatabaseMayBeADemoWhenAsked() {
    assertThat(settings(with(OUTSIDE, "SHOP_DEMO", "true")).demo()).isTrue();
  }

  @Test
  void outsideDemoModeTheSecretKeyMustBeGiven() {
    assertThatThrownBy(() -> settings(OUTSIDE))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("SHOP_SECRET_KEY");
    assertThatThrownBy(() -> settings(Map.of("SHOP_DEMO", "false")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("SHOP_SECRET_KEY");
  }

  @ParameterizedTest
  @CsvSource({
    "SHOP_PORT, http",
    "SHOP_PORT, 0",
    "SHOP_PORT, 65535",
    "SHOP_PORT, -1",
    "SHOP_DEMO, yes",
    "SHOP_DB_URL, jdbc:h2:mem:shop",
    "SHOP_PUBLIC_URL, ftp://shop.example",
    "SHOP_PUBLIC_URL, not an address",
    "SHOP_TRUSTED_PROXIES, proxy.example",
    "SHOP_SECRET_KEY, short"
  })
  void aSettingThatCannotBeIsRefusedByItsName(String name, String value) {
    assertThatThrownBy(() -> settings(Map.of(name, value)))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining(name);
  }

  @Test
  void aDatabaseAddressWithoutUserIsRefused() {
    assertThatThrownBy(() -> settings(Map.of("SHOP_DB_URL", "jdbc:postgresql://db/shop")))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("SHOP_DB_USER");
  }

  @Test
  void anEmptySettingCountsAsAbsent() {
    assertThat(settings(Map.of("SHOP_DB_URL", "", "SHOP_PORT", " ")).ports().http())
        .isEqualTo(8080);
  }

  @Test
  void messagesAreKeptForAWholeNumberOfDays() {
    assertThat(settings(Map.of("SHOP_MESSAGE_DAYS", "30"))).isNotNull();
    for (String days : List.of("0", "-1", "1.5", "forever", "100000")) {
      assertThatThrownBy(() -> settings(Map.of("SHOP_MESSAGE_DAYS", days)))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("SHOP_MESSAGE_DAYS");
    }
  }

  @Test
  void thePublicAddressLosesItsLastSlash() {
    assertThat(settings(Map.of("SHOP_PUBLIC_URL", "https://shop.example/")).publicUrl())
        .isEqualTo("https://shop.example");
  }

  @Test
  void theProxyPatternMatchesTheListedAddressesOnly() {
    Pattern pattern =
        Pattern.compile(
            settings(Map.of("SHOP_TRUSTED_PROXIES", "10.0.0.5, ::1")).trustedProxyPattern());
    assertThat(pattern.matcher("10.0.0.5").matches()).isTrue();
    assertThat(pattern.matcher("::1").matches()).isTrue();
    assertThat(pattern.matcher("10.0.0.55").matches()).isFalse();
    assertThat(pattern.matcher("10a0.0.5").matches()).isFalse();
  }

  @Test
  void aPasswordIsNotPrinted() {
    assertThat(
            settings(with(OUTSIDE, "SHOP_DEMO", "true")).outside().orElseThrow().user().toString())
        .isEqualTo("u");
  }

  private static Settings settings(Map<String, String> environment) {
    return Settings.from(environment, Path.of("/project"));
  }

  private static Map<String, String> with(
      Map<String, String> environment, String name, String value) {
    Map<String, String> all = new HashMap<>(environment);
    all.put(name, value);
    return all;
  }
}
