package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.ConnectionSettings;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.ReturnPage;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Shopper;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

/** How a call-up is spelled, and where its round of shopping goes back to. */
@WithShop
class CallUpWireIT {
  private static final String HOOK = "http://localhost:9/hook";

  @Test
  void twoCallUpsWithOneLoginHaveTwoBaskets(ShopServer shop) {
    Shopper one = new Shopper(shop, "delinde");
    Shopper other = new Shopper(shop, "delinde");
    one.add("FM-1004");
    for (String page : List.of("./", "product?sku=FM-1004", "basket", "./?q=wijn", "basket")) {
      assertThat(one.page(page).select("#bar-basket b").text()).as(page).isEqualTo("1");
      assertThat(other.page(page).select("#bar-basket b").text()).as(page).isEqualTo("0");
    }
  }

  @Test
  void aLateCookieOfAnEarlierCallUpChangesNothing(ShopServer shop) {
    String first = CallUp.open(shop, "delinde");
    Form call = CallUp.of("delinde", HOOK);
    HttpResponse<String> answer =
        Http.post(
            shop.url("/oci"),
            "application/x-www-form-urlencoded",
            call.encoded(StandardCharsets.UTF_8),
            "Cookie",
            "JSESSIONID=stale; basket=" + first);
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).isNotEqualTo(first);
  }

  @Test
  void aConnectionMayCallItsParametersAsItLikes(ShopServer shop) {
    String names =
        ConnectionSettings.names(
            "\"username\":[\"cid\"],\"password\":[\"code\"],\"hook\":[\"MM_HOOK_URL\"]");
    ConnectionSettings.with(
        shop,
        "merenwaard",
        names,
        () -> {
          String secret = "geheim-" + UUID.randomUUID();
          Form call =
              Form.of("CID", "merenwaard", "CODE", "demo", "mm_hook_url", HOOK, "OCI_VERSION", "4");
          assertThat(CallUp.post(shop, call).statusCode()).isEqualTo(303);
          assertThat(CallUp.get(shop, call).statusCode()).isEqualTo(303);
          assertThat(CallUp.post(shop, call.but("CODE", secret)).statusCode()).isEqualTo(401);
          assertThat(
                  new Rows(shop)
                      .count(
                          "message where position(?::bytea in payload) > 0",
                          secret.getBytes(StandardCharsets.UTF_8)))
              .as("its password is left out of the log as any other")
              .isZero();
          assertThat(CallUp.post(shop, CallUp.of("merenwaard", HOOK)).statusCode())
              .as("the usual names are not its own any more")
              .isEqualTo(401);
          assertThat(CallUp.post(shop, CallUp.of("delinde", HOOK)).statusCode())
              .as("and nobody else's concern")
              .isEqualTo(303);
          assertThat(CallUp.post(shop, call.without("mm_hook_url")).body()).contains("MM_HOOK_URL");
          assertThat(CallUp.post(shop, call.with("cid", "delinde")).statusCode()).isEqualTo(400);
        });
  }

  @Test
  void aCallUpInTheCharsetOfItsConnectionIsReadInIt(ShopServer shop) {
    String query =
        "USERNAME=delinde&PASSWORD=demo&FUNCTION=SOURCING&SEARCHSTRING=caf%E9&VENDOR=No%EBl&HOOK_URL="
            + encoded(HOOK);
    HttpResponse<String> answer = Http.get(shop.url("/oci?" + query));
    assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?q=caf%C3%A9");
    assertThat(
            new Rows(shop).one(String.class, "select detail from message order by at desc limit 1"))
        .isEqualTo("VENDOR=Noël");
  }

  @Test
  void anAddressThatWasNotEncodedIsPutTogetherWhereTheConnectionSaysSo(ShopServer shop) {
    String query =
        "USERNAME=direct&PASSWORD=demo&HOOK_URL=http://localhost:9/x?sap-client=100&uniqueid=%7B1%7D&b=2&~OkCode=ADDI";
    Rows rows = new Rows(shop);
    String hook =
        "select hook_url || coalesce(' ' || (select detail from message order by at desc limit 1), '') from shopping_session order by opened_at desc limit 1";
    ConnectionSettings.with(
        shop,
        "direct",
        ConnectionSettings.names("\"hookUnencoded\":true"),
        () -> {
          assertThat(Http.get(shop.url("/oci?" + query)).statusCode()).isEqualTo(303);
          assertThat(rows.one(String.class, hook))
              .isEqualTo("http://localhost:9/x?sap-client=100&uniqueid=%7B1%7D&b=2");
        });
    assertThat(Http.get(shop.url("/oci?" + query)).statusCode()).isEqualTo(303);
    assertThat(rows.one(String.class, hook))
        .as("staff are told that it looks cut")
        .startsWith("http://localhost:9/x?sap-client=100 Na HOOK_URL");
  }

  @Test
  void whatWeDoNotKnowStaysInTheLog(ShopServer shop) {
    Form call = CallUp.of("delinde", HOOK).with("sap-language", "NL").with("AGREEMENT_NO", "46/7");
    assertThat(CallUp.post(shop, call).statusCode()).isEqualTo(303);
    assertThat(
            new Rows(shop)
                .one(
                    String.class,
                    "select convert_from(payload, 'LATIN1') from message order by at desc limit 1"))
        .contains("sap-language=NL")
        .contains("AGREEMENT_NO=46%2F7")
        .contains("PASSWORD=***");
  }

  @Test
  void aReturnAddressOfFourThousandCharactersComesBackToTheByte(ShopServer shop) {
    String hook =
        HOOK + "?sap-client=100&~a=b%26c&uniqueid=%7B1%7D&x=" + "a%26b+".repeat(650) + "#f";
    assertThat(hook).hasSizeGreaterThan(3_900);
    HttpResponse<String> opened = CallUp.get(shop, CallUp.of("delinde", hook));
    assertThat(opened.statusCode()).isEqualTo(303);
    String root = opened.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> back = Http.post(shop.url(root + "log-off"), Form.of());
    assertThat(ReturnPage.of(back).form().attr("action")).isEqualTo(hook);
  }

  private static HttpResponse<String> logOff(ShopServer shop, Form call) {
    HttpResponse<String> opened = CallUp.post(shop, call);
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
    String root = opened.headers().firstValue("Location").orElseThrow();
    HttpResponse<String> answer = Http.post(shop.url(root + "log-off"), Form.of());
    return answer.statusCode() == 303
        ? Http.get(shop.url(root + answer.headers().firstValue("Location").orElseThrow()))
        : answer;
  }

  @Test
  void whoTakesNothingAlongGoesBackAsHisSystemWantsIt(ShopServer shop) {
    Form call = CallUp.of("direct", HOOK);
    assertThat(ReturnPage.of(logOff(shop, call)).form().attr("action")).isEqualTo(HOOK);

    ConnectionSettings.with(
        shop,
        "direct",
        "{\"cancel\":\"CLOSE\"}",
        () -> {
          HttpResponse<String> answer = logOff(shop, call);
          Document closed = Jsoup.parse(answer.body());
          assertThat(closed.select("form")).as("nothing is posted").isEmpty();
          assertThat(closed.select("[data-state=CANCELLED]").text()).contains("Sluit dit venster");
          assertThat(closed.select("script[src*=close]")).hasSize(1);
        });

    ConnectionSettings.with(
        shop,
        "direct",
        "{\"cancel\":\"CANCEL_URL\",\"names\":{\"cancel\":[\"OCICANCEL\"]}}",
        () -> {
          Form cancel = call.with("OciCancel", "http://localhost:9/cancel?id=1");
          ReturnPage page = ReturnPage.of(logOff(shop, cancel));
          assertThat(page.form().attr("action")).isEqualTo("http://localhost:9/cancel?id=1");
          assertThat(page.items()).isEmpty();
          assertThat(ReturnPage.of(logOff(shop, call)).form().attr("action"))
              .as("where the call-up names none")
              .isEqualTo(HOOK);
          assertThat(
                  CallUp.post(shop, call.with("OCICANCEL", "https://evil.example/")).statusCode())
              .isEqualTo(403);
          assertThat(CallUp.post(shop, call.with("OCICANCEL", "javascript:alert(1)")).statusCode())
              .isEqualTo(400);
        });
  }

  @Test
  void aRefusedCallUpStandsInTheLogWithTheConnectionItSeemsToComeFrom(ShopServer shop) {
    Form good = CallUp.of("delinde", HOOK);
    for (Form call :
        List.of(
            good.but("PASSWORD", "mis"),
            good.but("HOOK_URL", "https://evil.example/"),
            good.without("HOOK_URL"),
            good.with("FUNCTION", "DANCE"))) {
      CallUp.post(shop, call);
      assertThat(lastMessage(shop))
          .as(call.encoded(StandardCharsets.UTF_8))
          .containsEntry("key", "delinde")
          .containsEntry("subject", "delinde");
    }
    CallUp.post(shop, good.but("USERNAME", "niemand"));
    assertThat(lastMessage(shop)).containsEntry("key", null).containsEntry("subject", "niemand");
  }

  private static Map<String, Object> lastMessage(ShopServer shop) {
    return new Rows(shop)
        .list(
            "select c.key, m.subject from message m left join connection c on c.id = m.connection_id order by m.at desc limit 1")
        .get(0);
  }

  @Test
  void aGuessIsSlowedDownWhateverOtherNameStandsBesideIt(ShopServer shop) {
    ConnectionSettings.with(
        shop,
        "merenwaard",
        ConnectionSettings.names("\"username\":[\"CID\"]"),
        () -> {
          Form guess = Form.of("PASSWORD", "mis", "HOOK_URL", HOOK, "CID", "schaal-geraden");
          for (int i = 0; i < 10; i++) {
            assertThat(CallUp.post(shop, guess.with("USERNAME", "x" + i)).statusCode())
                .isEqualTo(401);
          }
          assertThat(CallUp.post(shop, guess.with("USERNAME", "x10")).statusCode()).isEqualTo(429);
        });
  }

  private static ReturnPage loggedOff(ShopServer shop, String hook) {
    return ReturnPage.of(logOff(shop, CallUp.of("direct", hook)));
  }

  @Test
  void theQueryOfTheReturnAddressGoesWhereTheConnectionWantsIt(ShopServer shop) {
    String hook = HOOK + "?sap-client=100&~a=b%26c&uniqueid=%7B1%7D&x=1&x=2#f";
    List<String> query = List.of("sap-client=100", "~a=b&c", "uniqueid={1}", "x=1", "x=2");

    ReturnPage whole = loggedOff(shop, hook);
    assertThat(whole.form().attr("action")).isEqualTo(hook);
    assertThat(pairs(whole)).containsExactly("~OkCode=ADDI", "~TARGET=_top", "~CALLER=CTLG");
    ConnectionSettings.with(
        shop,
        "direct",
        "{\"hookHandling\":\"SPLIT\"}",
        () -> {
          ReturnPage split = loggedOff(shop, hook);
          assertThat(split.form().attr("action")).isEqualTo(HOOK + "#f");
          assertThat(pairs(split)).containsSubsequence(query);
        });
    ConnectionSettings.with(
        shop,
        "direct",
        "{\"hookHandling\":\"BOTH\"}",
        () -> {
          ReturnPage both = loggedOff(shop, hook);
          assertThat(both.form().attr("action")).isEqualTo(hook);
          assertThat(pairs(both)).containsSubsequence(query);
        });
  }

  private static List<String> pairs(ReturnPage page) {
    return page.fields().fields().stream().map(f -> f.name() + "=" + f.value()).toList();
  }

  @Test
  void twoRoundsOfOneLoginReturnedInReverseOrderEachGoTheirOwnWay(ShopServer shop) {
    String first = root(CallUp.post(shop, CallUp.of("delinde", HOOK + "?round=1")));
    String second = root(CallUp.post(shop, CallUp.of("delinde", HOOK + "?round=2")));
    Shopper.in(shop, first).add("FM-1004");
    Shopper.in(shop, second).add("WF-0020");

    ReturnPage two = ReturnPage.of(Http.post(shop.url(second + "return"), Form.of()));
    ReturnPage one = ReturnPage.of(Http.post(shop.url(first + "return"), Form.of()));

    assertThat(two.form().attr("action")).isEqualTo(HOOK + "?round=2");
    assertThat(two.items().get(0)).containsEntry("EXT_PRODUCT_ID", "WF-0020");
    assertThat(one.form().attr("action")).isEqualTo(HOOK + "?round=1");
    assertThat(one.items()).hasSize(1);
    assertThat(one.items().get(0)).containsEntry("EXT_PRODUCT_ID", "FM-1004");
  }

  private static String root(HttpResponse<String> opened) {
    assertThat(opened.statusCode()).as(opened.body()).isEqualTo(303);
    return opened.headers().firstValue("Location").orElseThrow();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
