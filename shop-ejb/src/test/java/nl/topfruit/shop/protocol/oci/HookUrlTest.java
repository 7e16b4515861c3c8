package nl.topfruit.shop.protocol.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HookUrlTest {

  private static final String AWKWARD =
      "https://erp.example/x?sap-client=100&~a=b%26c&uniqueid=%7B1%7D&a=1&a=2#f";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JAVASCRIPT://erp.example/%0aalert(1)",
        "data:text/html,x",
        "ftp://erp.example/",
        "//erp.example/",
        "/x",
        "erp.example/x",
        "https:erp.example/x",
        "https:/erp.example/x",
        "https://",
        "https:///erp.example",
        "https://?x",
        "https://user@erp.example/",
        "https://erp.example@evil.example/",
        "https://erp.example:x@evil.example/",
        "https://erp.example\\@evil.example/",
        "https:\\\\evil.example/",
        "https://evil.example\\.erp.example/",
        "https://erp.example:99999/",
        "https://erp.example:/",
        "https://erp%2eexample/",
        "https://erp..example/",
        "https://.erp.example/",
        "https://еrp.example/",
        "https://2130706433/",
        "https://0x7f.0.0.1/",
        "https://127.1/",
        "https://127.0.0.01/",
        "https://127.0.0.256/",
        "https://erp.example/a b",
        "https://erp.example/a\tb",
        "https://erp.example/\r\nSet-Cookie: x",
        "java\nscript:alert(1)",
        "\u0000https://erp.example/",
        "https://erp.example/\u0085",
      })
  void anAddressThatABrowserWouldReadOtherwiseThanWeIsRefused(String raw) {
    UnreadableMessage wrong =
        catchThrowableOfType(UnreadableMessage.class, () -> HookUrl.parse(raw));

    assertThat(wrong).isNotNull();
    assertThat(wrong.reason()).isEqualTo(Reason.WRONG_VALUE);
    assertThat(wrong.fault().location()).isEqualTo("HOOK_URL");
  }

  @ParameterizedTest
  @CsvSource({
    "https://erp.example/x?a=1#f, erp.example, -1, https://erp.example, true",
    "HTTPS://ERP.Example/X, erp.example, -1, https://erp.example, true",
    "http://localhost:8080, localhost, 8080, http://localhost:8080, false",
    "http://127.0.0.1:9/x, 127.0.0.1, 9, http://127.0.0.1:9, false",
    "https://[::1]:8443/x, [::1], 8443, https://[::1]:8443, true",
    "https://erp_test.intern/x@y?z=https://evil.example/, erp_test.intern, -1, https://erp_test.intern, true",
    "https://xn--bcher-kva.example/, xn--bcher-kva.example, -1, https://xn--bcher-kva.example, true",
    "https://1.erp.example/, 1.erp.example, -1, https://1.erp.example, true",
  })
  void hostAndPortAreThoseOfTheBrowser(
      String raw, String host, int port, String origin, boolean secure) {
    HookUrl hook = HookUrl.parse(raw);

    assertThat(hook.host()).isEqualTo(host);
    assertThat(hook.port()).isEqualTo(port);
    assertThat(hook.origin()).isEqualTo(origin);
    assertThat(hook.isSecure()).isEqualTo(secure);
    assertThat(hook.raw()).isEqualTo(raw);
  }

  @ParameterizedTest
  @CsvSource({
    "https://erp.example/, erp.example, true",
    "https://erp.example:8443/, erp.example, true",
    "https://erp.example:8443/, erp.example:8443, true",
    "https://erp.example/, erp.example:443, true",
    "https://erp.example/, erp.example:8443, false",
    "https://ERP.example/, Erp.Example, true",
    "https://sub.erp.example/, erp.example, false",
    "https://sub.erp.example/, *.erp.example, true",
    "https://erp.example/, *.erp.example, false",
    "https://evilerp.example/, *.erp.example, false",
    "https://erp.example.evil.example/, erp.example, false",
    "https://erp.example/, *., false",
  })
  void aHostIsAllowedByNamePortOrAsASubdomain(String raw, String allowed, boolean isOn) {
    assertThat(HookUrl.parse(raw).isOn(List.of("other.example", allowed))).isEqualTo(isOn);
  }

  @Test
  void wholeKeepsTheAddressToTheByte() {
    HookUrl hook = HookUrl.parse(AWKWARD);

    assertThat(hook.action(HookHandling.WHOLE)).isEqualTo(AWKWARD);
    assertThat(hook.queryFields(HookHandling.WHOLE, StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void splitTurnsTheQueryIntoFieldsInOrderWithDoublesAndKeepsTheFragment() {
    HookUrl hook = HookUrl.parse(AWKWARD);

    assertThat(hook.action(HookHandling.SPLIT)).isEqualTo("https://erp.example/x#f");
    assertThat(hook.queryFields(HookHandling.SPLIT, StandardCharsets.UTF_8))
        .containsExactly(
            new FormField("sap-client", "100"),
            new FormField("~a", "b&c"),
            new FormField("uniqueid", "{1}"),
            new FormField("a", "1"),
            new FormField("a", "2"));
  }

  @Test
  void bothKeepsTheAddressAndGivesTheFieldsBesides() {
    HookUrl hook = HookUrl.parse(AWKWARD);

    assertThat(hook.action(HookHandling.BOTH)).isEqualTo(AWKWARD);
    assertThat(hook.queryFields(HookHandling.BOTH, StandardCharsets.UTF_8)).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"WHOLE", "SPLIT", "BOTH"})
  void theAddressOfTheCallUpComesBackToTheByte(HookHandling handling) {
    String sent = "https://erp/x?sap-client=100&~a=b%26c&uniqueid=%7B1%7D#f";
    OciCallUp callUp =
        OciCallUp.read(
            RawParameter.parse(
                "USERNAME=a&PASSWORD=b&HOOK_URL=" + URLEncoder.encode(sent, StandardCharsets.UTF_8),
                StandardCharsets.UTF_8),
            OciNames.STANDARD);
    HookUrl hook = HookUrl.parse(callUp.hook());
    List<FormField> query = hook.queryFields(handling, StandardCharsets.UTF_8);

    assertThat(callUp.hook()).isEqualTo(sent);
    assertThat(hook.action(handling))
        .isEqualTo(handling == HookHandling.SPLIT ? "https://erp/x#f" : sent);
    if (handling == HookHandling.WHOLE) {
      assertThat(query).isEmpty();
    } else {
      assertThat(query)
          .containsExactly(
              new FormField("sap-client", "100"),
              new FormField("~a", "b&c"),
              new FormField("uniqueid", "{1}"));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {3_000, 4_000, 16_000})
  void aLongAddressIsKeptWhole(int length) {
    String address = "https://erp.example/x?t=";
    String raw = address + "%7B".repeat((length - address.length()) / 3);
    HookUrl hook = HookUrl.parse(raw);

    assertThat(hook.action(HookHandling.WHOLE)).isEqualTo(raw);
    assertThat(hook.queryFields(HookHandling.SPLIT, StandardCharsets.UTF_8))
        .containsExactly(new FormField("t", "{".repeat((length - address.length()) / 3)));
  }

  @Test
  void aQueryWithLettersBeyondAsciiIsReadInTheCharsetOfTheConnection() {
    HookUrl hook = HookUrl.parse("https://erp.example/x?a=ë&b=%EB");

    assertThat(hook.queryFields(HookHandling.SPLIT, StandardCharsets.ISO_8859_1))
        .containsExactly(new FormField("a", "ë"), new FormField("b", "ë"));
  }
}
