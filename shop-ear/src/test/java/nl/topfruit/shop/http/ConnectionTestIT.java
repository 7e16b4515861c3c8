package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.ConnectionSettings;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Staff;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The connection test explains each fault in one sentence, in Dutch and in English. */
@WithShop
class ConnectionTestIT {
  private static final String OFFICE = "kantoor@topfruit.example";
  private static final String HOOK = "&HOOK_URL=http%3A%2F%2Flocalhost%2Fx";
  private static final String RIGHT = "USERNAME=direct&PASSWORD=demo" + HOOK;

  private static JsonObject explained(ShopServer shop, String connection, String callUp) {
    HttpResponse<byte[]> answer =
        new Staff(shop, OFFICE).post("/office/console-test?connection=" + connection, callUp);
    assertThat(answer.statusCode()).isEqualTo(200);
    try (JsonReader reader = Json.createReader(new StringReader(Staff.text(answer)))) {
      return reader.readObject();
    }
  }

  private static void assertSentence(JsonObject found, String code, String dutch, String english) {
    assertThat(found.getString("code")).isEqualTo(code);
    assertThat(found.getString("nl")).contains(dutch).matches("[^.]*(\\.[^ ][^.]*)*\\.");
    assertThat(found.getString("en")).contains(english).matches("[^.]*(\\.[^ ][^.]*)*\\.");
    assertThat(found.getString("nl") + found.getString("en")).doesNotContain("{", "⟦");
  }

  /** A call-up, the code of its fault, and what its sentence must name in either language. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "loginname=direct&PASSWORD=demo{hook} | NO_USER_NAME | loginname | loginname",
        "PASSWORD=demo{hook} | NO_USER_NAME_AT_ALL | USERNAME | USERNAME",
        "USERNAME=direct{hook} | NO_PASSWORD | PASSWORD | PASSWORD",
        "USERNAME=direct+&PASSWORD=demo{hook} | USER_BLANK | spatie | blank",
        "USERNAME=Direct&PASSWORD=demo{hook} | USER_CASE | hoofdletters | capitals",
        "USERNAME=delinde&PASSWORD=demo{hook} | USER_ELSEWHERE | andere koppeling | another connection",
        "USERNAME=nobody&PASSWORD=demo{hook} | USER_UNKNOWN | nobody | nobody",
        "USERNAME=direct&PASSWORD=wrong{hook} | PASSWORD_WRONG | wachtwoord | password",
        "USERNAME=direct&USERNAME=direct&PASSWORD=demo{hook} | DOUBLE | USERNAME | USERNAME",
        "USERNAME=direct&PASSWORD=demo&~TARGET=a&~target=b{hook} | DOUBLE | ~TARGET | ~TARGET",
        "USERNAME=direct&PASSWORD=demo | NO_HOOK | HOOK_URL | HOOK_URL",
        "USERNAME=direct&PASSWORD=demo&HOOK_URL=http://localhost/x?a=1&b=2 | HOOK_CUT | b | b",
        "USERNAME=direct&PASSWORD=demo&HOOK_URL=javascript%3Aalert(1) | HOOK_NO_ADDRESS | javascript | javascript",
        "USERNAME=direct&PASSWORD=demo&HOOK_URL=%2Freturn | HOOK_NO_ADDRESS | https:// | https://",
        "USERNAME=direct&PASSWORD=demo&HOOK_URL=https%3A%2F%2Ferp%5Cx%2F | HOOK_UNREADABLE | erp | erp",
        "USERNAME=direct&PASSWORD=demo&HOOK_URL=https%3A%2F%2Fevil.example%2F | HOST | evil.example | evil.example",
        "USERNAME=direct&PASSWORD=demo&http_content_charset=klingon{hook} | CHARSET_UNKNOWN | klingon | klingon",
        "USERNAME=direct&PASSWORD=demo&FUNCTION=DANCE{hook} | FUNCTION_UNKNOWN | DANCE | VALIDATE",
        "USERNAME=direct&PASSWORD=demo&SHOP=bakker{hook} | WEB_SHOP_UNKNOWN | bakker | bakker",
        "USERNAME=direct&PASSWORD=demo&FUNCTION=VALIDATE{hook} | NO_PRODUCT | PRODUCTID | PRODUCTID",
        "USERNAME=direct&PASSWORD=demo&FUNCTION=DETAIL{hook} | NO_PRODUCT | DETAIL | DETAIL",
        "USERNAME=direct&PASSWORD=demo&FUNCTION=VALIDATE&PRODUCTID=XX-9{hook} | PRODUCT_UNKNOWN | XX-9 | XX-9",
        "USERNAME=direct&PASSWORD=demo&FUNCTION=VALIDATE&PRODUCTID=FM-1004&QUANTITY=-1{hook} | QUANTITY | -1 | -1",
        "USERNAME=direct&PASSWORD=***{hook} | NOTHING | klopt | right",
        "USERNAME=direct&PASSWORD=demo{hook} | NOTHING | klopt | right"
      })
  void everyFaultHasOneRightSentence(
      String callUp, String code, String dutch, String english, ShopServer shop) {
    assertSentence(explained(shop, "direct", callUp.replace("{hook}", HOOK)), code, dutch, english);
  }

  /** What a connection itself lacks, arranged behind its back. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "state = 'CLOSED' | CLOSED | gesloten | closed",
        "state = 'REQUESTED' | NOT_OPEN_YET | op test | on test",
        "plain_http_allowed = false | PLAIN_HTTP | https | https",
        "allowed_hosts = '{}' | HOST | localhost | localhost",
        "orderers = 'KNOWN_ONLY' | NO_ORDERER | e-mailadres | e-mail address",
        "profile = jsonb_set(profile::jsonb, '{units}', '{}')::text | UNIT_UNKNOWN | C62 | C62"
      })
  void whatAConnectionLacksIsExplained(
      String change, String code, String dutch, String english, ShopServer shop) {
    Rows rows = new Rows(shop);
    var kept =
        rows.list(
                "select state, plain_http_allowed, allowed_hosts, orderers, profile from connection where key = 'direct'")
            .get(0);
    rows.change("update connection set " + change + " where key = 'direct'");
    try {
      assertSentence(explained(shop, "direct", RIGHT), code, dutch, english);
    } finally {
      rows.change(
          "update connection set state = ?, plain_http_allowed = ?, allowed_hosts = ?, orderers = ?, profile = ? where key = 'direct'",
          kept.get("state"),
          kept.get("plain_http_allowed"),
          kept.get("allowed_hosts"),
          kept.get("orderers"),
          kept.get("profile"));
    }
  }

  /** Explained as it would happen: who is nobody's yet may become an orderer, all others not. */
  @ParameterizedTest
  @CsvSource({
    "nieuw@direct.example, NOTHING, klopt, right",
    "nieuw@elders.example, ORDERER_UNKNOWN, nieuw@elders.example, nieuw@elders.example",
    "nieuw@x@direct.example, ORDERER_UNKNOWN, nieuw@x@direct.example, nieuw@x@direct.example",
    "besteller@merenwaard.example, ORDERER_UNKNOWN, besteller@merenwaard, besteller@merenwaard"
  })
  void whoMayNotBecomeAnOrdererIsExplained(
      String email, String code, String dutch, String english, ShopServer shop) {
    ConnectionSettings.with(
        shop,
        "direct",
        ConnectionSettings.names("\"ordererEmail\":[\"EMAIL\"]"),
        () -> {
          new Rows(shop)
              .change(
                  "update connection set orderers = 'CREATE', orderer_domains = '{direct.example,merenwaard.example}' where key = 'direct'");
          String callUp = RIGHT + "&EMAIL=" + URLEncoder.encode(email, StandardCharsets.UTF_8);
          assertSentence(explained(shop, "direct", callUp), code, dutch, english);
        });
  }

  @Test
  void aRefusedCallUpIsExplainedOnItsPage(ShopServer shop) {
    String hook = "https://elsewhere.example/" + System.nanoTime();
    assertThat(CallUp.post(shop, CallUp.of("direct", hook)).statusCode()).isEqualTo(403);
    assertThat(
            CallUp.post(shop, CallUp.of("direct", "http://localhost/").but("PASSWORD", "no"))
                .statusCode())
        .isEqualTo(401);
    var staff = new Staff(shop, OFFICE);
    assertThat(why(shop, staff, "HOST")).contains("elsewhere.example", "toegestane");
    assertThat(why(shop, staff, "CREDENTIALS")).contains("wachtwoord van ‘direct’ klopt niet");
  }

  private static String why(ShopServer shop, Staff staff, String outcome) {
    String reference =
        new Rows(shop)
            .one(
                String.class,
                "select reference from message where outcome = ? and channel = 'OCI_CALL_UP' and subject = 'direct' order by at desc limit 1",
                outcome);
    return staff.page("/office/message?reference=" + reference).select(".why").text();
  }

  @Test
  void theTestCountsNoWrongPasswordAndOpensNothing(ShopServer shop) {
    Rows rows = new Rows(shop);
    long failures = rows.count("failed_sign_in");
    long sessions = rows.count("shopping_session");
    explained(shop, "direct", "USERNAME=direct&PASSWORD=wrong" + HOOK);
    explained(shop, "direct", RIGHT);
    assertThat(rows.count("failed_sign_in")).isEqualTo(failures);
    assertThat(rows.count("shopping_session")).isEqualTo(sessions);
  }
}
