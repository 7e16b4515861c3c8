package nl.topfruit.shop.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.protocol.oci.OciFunction;
import nl.topfruit.shop.web.Requests;
import org.junit.jupiter.api.Test;

class ContentPolicyTest {

  @Test
  void nobodyFramesAPageThatNamesNobody() {
    assertThat(ContentPolicy.of(Requests.get("/portal/orders")).header())
        .contains("frame-ancestors 'none'")
        .contains("form-action 'self'")
        .contains("script-src 'self'")
        .doesNotContain("script-src 'self' 'unsafe");
  }

  @Test
  void theHostsOfTheConnectionFrameTheShop() {
    var request = Requests.get("/shop/x");
    ContentPolicy.frameAncestors(request, FrameAncestors.of(shopper(true, "erp.example")));
    assertThat(ContentPolicy.of(request).header())
        .contains("frame-ancestors 'self' http://erp.example:* https://erp.example:*;");
  }

  @Test
  void plainHttpOnlyWhereItMayBeUsed() {
    assertThat(FrameAncestors.of(shopper(false, "erp.example", "sub.example:8443")))
        .containsExactly("'self'", "https://erp.example:*", "https://sub.example:8443");
  }

  @Test
  void whatIsNoHostDoesNotComeIntoTheHeader() {
    assertThat(FrameAncestors.of(shopper(true, "x; script-src *", "a b", "", "*")))
        .containsExactly("'self'");
  }

  @Test
  void aRefusedCallUpCanBeReadInAnyFrame() {
    assertThat(ContentPolicy.of(Requests.get("/oci?USERNAME=x")).header())
        .contains("frame-ancestors 'self' *");
  }

  @Test
  void theReturnPageSaysNothingAboutForms() {
    assertThat(ContentPolicy.of(Requests.get("/shop/x")).withFormsLeaving().header())
        .doesNotContain("form-action")
        .contains("default-src 'self'");
  }

  @Test
  void theNonceOfPrimeFacesTakesThePlaceOfOurScriptRule() {
    ContentPolicy.Scripts nonce = new ContentPolicy.Scripts("script-src 'self' 'nonce-abc';");
    assertThat(ContentPolicy.of(Requests.get("/")).with(nonce).header())
        .endsWith("script-src 'self' 'nonce-abc'")
        .containsOnlyOnce("script-src");
  }

  private static SessionIdentity shopper(boolean plainHttp, String... hosts) {
    UUID id = new UUID(0, 1);
    return new SessionIdentity(
        id,
        id,
        "De Linde",
        id,
        "SAP",
        Set.of(hosts),
        plainHttp,
        "nl",
        OciFunction.SHOPPING,
        null,
        null,
        Instant.EPOCH,
        ShoppingSession.State.OPEN);
  }
}
