package nl.topfruit.shop.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import nl.topfruit.shop.web.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {

  @Test
  void dutchWhereNothingWasChosen() {
    assertThat(Language.of(Requests.get("/"))).isEqualTo(Language.NL);
  }

  @Test
  void theCookieOfTheFooterIsRemembered() {
    assertThat(Language.of(Requests.get("/", new Cookie("lang", "en")))).isEqualTo(Language.EN);
  }

  @Test
  void theShoppingSessionComesBeforeTheCookie() {
    var request = Requests.get("/shop/x", new Cookie("lang", "en"));
    Language.NL.speakIn(request);
    assertThat(Language.of(request)).isEqualTo(Language.NL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"fr", "en_US", "'});alert(1)//", "", "nl-NL"})
  void whatWeDoNotSpeakIsNoLanguage(String code) {
    assertThat(Language.of(code)).isEmpty();
    assertThat(Language.of(Requests.get("/", new Cookie("lang", code)))).isEqualTo(Language.NL);
  }

  @Test
  void theSwitchIsReadFromTheAddressOfAGetOnly() {
    assertThat(LanguageFilter.asked(Requests.get("/portal/orders?q=a&lang=en")))
        .contains(Language.EN);
    assertThat(LanguageFilter.asked(Requests.get("/portal/orders?slang=en"))).isEmpty();
    assertThat(LanguageFilter.asked(Requests.request("POST", "/oci?lang=en", Map.of()))).isEmpty();
  }

  @Test
  void theSwitchLeavesTheRestOfTheAddressAsItWas() {
    assertThat(LanguageFilter.without("q=a%20b&lang=en&page=2", "lang"))
        .isEqualTo("q=a%20b&page=2");
    assertThat(LanguageFilter.without(null, "lang")).isEmpty();
  }
}
