package nl.topfruit.shop.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

/** OCI call-ups as purchasing systems of the demo accounts send them. */
public final class CallUp {
  private CallUp() {}

  /** The usual one: whole window, ADDI. */
  public static Form of(String user, String hookUrl) {
    return Form.of(
        "USERNAME", user,
        "PASSWORD", "demo",
        "OCI_VERSION", "4.0",
        "~OkCode", "ADDI",
        "~TARGET", "_top",
        "~CALLER", "CTLG",
        "HOOK_URL", hookUrl);
  }

  public static HttpResponse<String> post(ShopServer shop, Form callUp) {
    return Http.post(shop.url("/oci"), callUp);
  }

  public static HttpResponse<String> get(ShopServer shop, Form callUp) {
    return Http.get(shop.url("/oci?" + callUp.encoded(StandardCharsets.UTF_8)));
  }

  /**
   * Opens a shopping session without a browser.
   *
   * @return the path of the shop, {@code /shop/⟨token⟩/}
   */
  public static String open(ShopServer shop, String user) {
    HttpResponse<String> answer = post(shop, of(user, "http://localhost:9/hook"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return answer.headers().firstValue("Location").orElseThrow();
  }
}
