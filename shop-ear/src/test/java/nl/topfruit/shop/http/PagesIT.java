package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses and headers of the pages for people. */
@WithShop
class PagesIT {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/login", "/nothing"})
  void noPageMayBeFramedKeptOrCarryForeignThings(String path, ShopServer shop) {
    HttpResponse<String> answer = Http.get(shop.url(path));
    assertThat(answer.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'self'", "form-action 'self'", "frame-ancestors 'none'")
        .contains("base-uri 'none'", "script-src 'self' 'nonce-");
    assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theShopIsForTheFrameOfItsCustomerAndSetsNoCookie(ShopServer shop) {
    HttpResponse<String> page = Http.get(shop.url(CallUp.open(shop, "delinde") + "after"));
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(page.headers().firstValue("X-Frame-Options")).isEmpty();
    assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("http://localhost:*", "https://127.0.0.1:*")
        .doesNotContain("frame-ancestors 'none'");
  }

  @Test
  void aShopPageWithoutTokenIsNotFound(ShopServer shop) {
    assertThat(Http.get(shop.url("/shop/after")).statusCode()).isEqualTo(404);
    assertThat(Http.get(shop.url("/shop/")).statusCode()).isEqualTo(404);
  }

  @Test
  void anUnknownTokenIsASessionThatIsOver(ShopServer shop) {
    HttpResponse<String> page = Http.get(shop.url("/shop/AAAAAAAAAAAAAAAAAAAAAAAAAAA/"));
    assertThat(page.statusCode()).isEqualTo(410);
    assertThat(page.headers().firstValue("Set-Cookie")).isEmpty();
  }

  @Test
  void theLanguageOfTheShopIsKeptInItsSession(ShopServer shop) {
    String path = CallUp.open(shop, "delinde");
    HttpResponse<String> chosen = Http.get(shop.url(path + "leave?lang=en"));
    assertThat(chosen.statusCode()).isEqualTo(303);
    assertThat(chosen.headers().firstValue("Location").orElseThrow()).endsWith(path + "leave");
    assertThat(chosen.headers().firstValue("Set-Cookie")).isEmpty();
    assertThat(Http.get(shop.url(path + "leave")).body()).contains("<html lang=\"en\"");
  }

  @Test
  void theLanguageOfOtherPagesIsKeptInACookie(ShopServer shop) {
    HttpResponse<String> chosen = Http.get(shop.url("/login?to=%2Fportal%2F&lang=en"));
    assertThat(chosen.headers().firstValue("Location")).contains("/login?to=%2Fportal%2F");
    assertThat(chosen.headers().firstValue("Set-Cookie").orElseThrow())
        .contains("lang=en", "HttpOnly", "SameSite=Lax");
    assertThat(Http.get(shop.url("/login"), "Cookie", "lang=en").body()).contains("lang=\"en\"");
    assertThat(Http.get(shop.url("/login?lang=fr")).body()).contains("<html lang=\"nl\"");
  }

  @Test
  void theNameOfAFileIsNoAddress(ShopServer shop) {
    assertThat(Http.get(shop.url("/login.xhtml")).statusCode()).isEqualTo(404);
    assertThat(Http.get(shop.url("/index.xhtml")).statusCode()).isEqualTo(404);
    assertThat(Http.get(shop.url("/WEB-INF/errors/error.xhtml")).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/portal/", "/portal/orders?q=a%20b", "/office/inbox"})
  void whoDidNotSignInIsLedThereAndBack(String path, ShopServer shop) {
    HttpResponse<String> answer = Http.get(shop.url(path));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow())
        .startsWith("/login?to=%2F")
        .doesNotContain("localhost");
  }

  @Test
  void aScriptThatSendsAFormAfterTheSessionIsToldToOpenTheSignInPage(ShopServer shop) {
    HttpResponse<String> answer =
        Http.post(
            shop.url("/portal/orders?q=x"),
            "application/x-www-form-urlencoded",
            "a=b",
            "Faces-Request",
            "partial/ajax");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("<redirect url='/login?to=%2Fportal%2Forders%3Fq%3Dx'>");
  }

  @Test
  void aFormOfAnotherSiteIsNotTaken(ShopServer shop) {
    HttpResponse<String> answer =
        Http.send(
            HttpRequest.newBuilder(shop.url("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("login=login")));
    assertThat(answer.statusCode()).isEqualTo(404);
  }

  @Test
  void whatAPageIsMadeOfIsKeptForEver(ShopServer shop) {
    Matcher files =
        Pattern.compile("(?:href|src)=\"(/(?:static|jakarta\\.faces\\.resource)/[^\"]+)\"")
            .matcher(Http.get(shop.url("/login")).body());
    int seen = 0;
    while (files.find()) {
      String address = files.group(1).replace("&amp;", "&").replaceAll("#.*", "");
      HttpResponse<String> file = Http.get(shop.url(address));
      assertThat(file.statusCode()).as(address).isEqualTo(200);
      assertThat(file.headers().firstValue("Cache-Control"))
          .as(address)
          .contains("public, max-age=31536000, immutable");
      seen++;
    }
    assertThat(seen).isGreaterThan(5);
  }

  @Test
  void aFileOfAnEarlierVersionIsTodaysAndAskedForAgain(ShopServer shop) {
    HttpResponse<String> file = Http.get(shop.url("/static/0123456789/css/shop.css"));
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Cache-Control")).contains("no-cache");
    assertThat(Http.get(shop.url("/static/0123456789/../WEB-INF/web.xml")).statusCode())
        .isEqualTo(404);
  }

  @Test
  void operatorsAreToldWhetherTheShopCanWork(ShopServer shop) {
    assertThat(Http.get(shop.url("/health/live")).body()).contains("UP");
    assertThat(Http.get(shop.url("/health/ready")).statusCode()).isEqualTo(200);
  }
}
