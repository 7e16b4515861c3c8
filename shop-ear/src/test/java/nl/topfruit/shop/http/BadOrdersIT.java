package nl.topfruit.shop.http;

import static nl.topfruit.shop.http.Erp.item;
import static nl.topfruit.shop.http.Erp.line;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What is wrong with a message is told to its sender in his own protocol, stands in the message log
 * under its reference, and orders nothing.
 */
@WithShop
class BadOrdersIT {
  private static final String KVK = "90005001";
  private static final int ELEVEN_MEGABYTES = 11 * 1024 * 1024;

  private static String number() {
    return "bad-" + UUID.randomUUID();
  }

  /** The message log says how it ended, and nothing was ordered under its number. */
  private static void logged(ShopServer shop, Erp.Answer answer, String outcome, int status) {
    assertThat(
            new Database(shop)
                .one("select outcome, status from message where reference = ?", answer.reference()))
        .isEqualTo(outcome + "|" + status);
  }

  // ---- the form ----

  @ParameterizedTest
  @CsvSource({
    "USERNAME=direct&PASSWORD=demo&QUOTE=R-1&ORDERNUMBER=,MISSING,ORDERNUMBER",
    "USERNAME=direct&PASSWORD=demo&QUOTE=R-1&ORDERNUMBER=%20%20,MISSING,ORDERNUMBER",
    "USERNAME=direct&PASSWORD=demo&ORDERNUMBER=1,MISSING,QUOTE",
    "USERNAME=direct&QUOTE=R-1&ORDERNUMBER=1,MISSING,PASSWORD",
    "USERNAME=direct&PASSWORD=demo&QUOTE=R-1&ORDERNUMBER=1&ORDERNUMBER=2,DOUBLE,ORDERNUMBER",
    "USERNAME=direct&PASSWORD=demo&QUOTE=R-1&ORDERNUMBER=1&QUANTITY[1]=0,WRONG_VALUE,0",
    "USERNAME=direct&PASSWORD=demo&QUOTE=R-1&ORDERNUMBER=1&QUANTITY[1]=-1,WRONG_VALUE,-1",
    "USERNAME=direct&PASSWORD=demo&QUOTE=R-1&ORDERNUMBER=1&QUANTITY[1]=1000000000,WRONG_VALUE,1000000000",
    "USERNAME=direct&PASSWORD=demo&QUOTE=R-1&ORDERNUMBER=1&QUANTITY[1]=twee,WRONG_VALUE,twee",
    "USERNAME=direct&PASSWORD=demo&QUOTE=R-1&ORDERNUMBER=1&QUANTITY[1]=1.0005,WRONG_VALUE,1.0005",
  })
  void aFormNamesTheFieldThatIsWrong(String form, String outcome, String named, ShopServer shop) {
    Erp.Answer answer = Erp.direct(shop).form(form);
    assertThat(answer.http()).isEqualTo(400);
    assertThat(answer.type()).startsWith("text/plain");
    assertThat(answer.body()).contains(named);
    logged(shop, answer, outcome, 400);
  }

  @Test
  void oneAndAHalfPiecesWaitForStaff(ShopServer shop) {
    Promised promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    Erp.Answer answer = Erp.deLinde(shop).plain(promised.number, number(), "QUANTITY[1]=1.5");
    assertThat(answer.verdict()).isEqualTo("HELD");
    assertThat(answer.body()).contains("hele stuks");
    logged(shop, answer, "HELD", 200);
  }

  @Test
  void aWrongPasswordIsToldAndKeptMasked(ShopServer shop) {
    String secret = "geheim-" + UUID.randomUUID();
    Erp.Answer answer =
        Erp.direct(shop)
            .form(
                "USERNAME=nobody-"
                    + UUID.randomUUID()
                    + "&PASSWORD="
                    + secret
                    + "&QUOTE=R-1&ORDERNUMBER=1");
    assertThat(answer.http()).isEqualTo(401);
    assertThat(answer.verdict()).isEqualTo("REFUSED");
    logged(shop, answer, "CREDENTIALS", 401);
    assertThat(
            new Database(shop)
                .one(
                    "select position(? in convert_from(payload, 'UTF8')) from message where reference = ?",
                    secret,
                    answer.reference()))
        .isEqualTo("0");
    assertThat(shop.log()).doesNotContain(secret);
  }

  @Test
  void whoGuessesMustWaitForThatNameAndNobodyElse(ShopServer shop) {
    Erp erp = Erp.direct(shop);
    String name = "guessed-" + UUID.randomUUID();
    String form = "USERNAME=" + name + "&PASSWORD=x&QUOTE=R-1&ORDERNUMBER=1";
    for (int i = 0; i < 10; i++) {
      assertThat(erp.form(form).http()).isEqualTo(401);
    }
    assertThat(erp.form(form).http()).isEqualTo(429);
    assertThat(erp.plain("R-2026-00000", number()).http()).isEqualTo(200);
  }

  @Test
  void aFormThatIsNoFormIsSentBack(ShopServer shop) {
    Erp.Answer answer = Erp.direct(shop).post("/oci/order", "application/json", "{}", null);
    assertThat(answer.http()).isEqualTo(415);
    logged(shop, answer, "MEDIA_TYPE", 415);
  }

  @Test
  void onlyPostIsTaken(ShopServer shop) throws Exception {
    for (String path : new String[] {"/oci/order", "/cxml", "/ubl/orders"}) {
      var answer =
          HttpClient.newHttpClient()
              .send(
                  HttpRequest.newBuilder(shop.url(path)).build(),
                  HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(405);
    }
  }

  // ---- cXML ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no xml at all",
        "",
        "<cXML><Header></cXML>",
        "<?xml version=\"1.0\"?><Order/>",
        "<!DOCTYPE cXML [<!ENTITY x \"y\">]><cXML payloadID=\"1\" timestamp=\"t\">&x;</cXML>",
        "<!DOCTYPE cXML [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><cXML payloadID=\"1\" timestamp=\"t\">&x;</cXML>",
        "<!DOCTYPE a [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;\">]><cXML>&c;</cXML>"
      })
  void whatCannotBeReadAsCxmlIs406(String document, ShopServer shop) {
    Erp.Answer answer = Erp.direct(shop).send(document);
    assertThat(answer.http()).isEqualTo(200);
    assertThat(answer.status()).isEqualTo(406);
    assertThat(answer.body()).doesNotContain("root:");
    assertThat(
            new Database(shop)
                .one("select status from message where reference = ?", answer.reference()))
        .isEqualTo("406");
  }

  @Test
  void aCxmlSecretThatIsWrongIs401(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    String order =
        direct
            .cxmlOrder(number(), item("10", "FM-1004", null, "1", "34.95"))
            .replace("<SharedSecret>demo", "<SharedSecret>" + UUID.randomUUID())
            .replace("<Identity>direct", "<Identity>direct-" + UUID.randomUUID());
    Erp.Answer answer = direct.send(order);
    assertThat(answer.http()).isEqualTo(200);
    assertThat(answer.status()).isEqualTo(401);
    logged(shop, answer, "CREDENTIALS", 401);
  }

  @Test
  void aRequestThatIsNotDoneHereIs450(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    Erp.Answer answer =
        direct.send(
            direct.cxml(
                "<PunchOutSetupRequest operation=\"create\"><BuyerCookie>1</BuyerCookie></PunchOutSetupRequest>"));
    assertThat(answer.status()).isEqualTo(450);
    logged(shop, answer, "UNSUPPORTED", 450);
  }

  @Test
  void aMessageThatIsTooLargeIs499(ShopServer shop) {
    byte[] large = new byte[ELEVEN_MEGABYTES];
    Arrays.fill(large, (byte) ' ');
    Erp direct = Erp.direct(shop);
    Erp.Answer cxml = direct.post("/cxml", "text/xml", large, null);
    assertThat(cxml.status()).isEqualTo(499);
    logged(shop, cxml, "TOO_LARGE", 200);
    Erp.Answer ubl = direct.post("/ubl/orders", "application/xml", large, "direct:demo");
    assertThat(ubl.http()).isEqualTo(413);
    logged(shop, ubl, "TOO_LARGE", 413);
    Erp.Answer form = direct.post("/oci/order", "application/x-www-form-urlencoded", large, null);
    assertThat(form.http()).isEqualTo(413);
    logged(shop, form, "TOO_LARGE", 413);
  }

  @Test
  void aMessageOfTenMegabytesIsStillRead(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    String order = direct.cxmlOrder(number(), item("10", "FM-1004", null, "1", "34.95"));
    byte[] large = Arrays.copyOf(order.getBytes(StandardCharsets.UTF_8), 10 * 1024 * 1024);
    Arrays.fill(large, order.getBytes(StandardCharsets.UTF_8).length, large.length, (byte) ' ');
    assertThat(direct.post("/cxml", "text/xml", large, null).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({"0,400", "-1,400", "1000000000,400", "twee,400", "1.5,201"})
  void aQuantityThatCannotBeIsRefusedInCxml(String quantity, int status, ShopServer shop) {
    Erp direct = Erp.direct(shop);
    String order =
        direct
            .cxmlOrder(number(), item("10", "FM-1004", null, "1", "34.95"))
            .replaceFirst(
                "<Total>.*</Total>", "<Total><Money currency=\"EUR\">52.43</Money></Total>")
            .replace("quantity=\"1\"", "quantity=\"" + quantity + "\"");
    Erp.Answer answer = direct.send(order);
    assertThat(answer.status()).isEqualTo(status);
    if (status == 400) {
      assertThat(answer.body()).contains("/@quantity");
    }
  }

  // ---- UBL ----

  @Test
  void aUblOrderThatCannotBeUsedNamesThePlace(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    Erp.Answer answer =
        direct.sendUbl(direct.ublOrder(number(), KVK, null, line("1", "FM-1004", "0", "34.95")));
    assertThat(answer.http()).isEqualTo(422);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body())
        .contains("\"xpath\":\"/Order/cac:OrderLine/cac:LineItem/cbc:Quantity\"");
    logged(shop, answer, "WRONG_VALUE", 422);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no xml",
        "<Invoice/>",
        "<!DOCTYPE Order [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Order>&x;</Order>"
      })
  void whatIsNoUblOrderIs400(String document, ShopServer shop) {
    Erp.Answer answer = Erp.direct(shop).sendUbl(document);
    assertThat(answer.http()).isEqualTo(400);
    assertThat(answer.type()).startsWith("application/problem+json");
    assertThat(answer.body()).doesNotContain("root:").contains("\"reference\"");
  }

  @Test
  void anotherMediaTypeIs415AndAWrongSecret401(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    String order = direct.ublOrder(number(), KVK, null, line("1", "FM-1004", "1", "34.95"));
    Erp.Answer json = direct.sendUbl(order, "application/json", "direct:demo");
    assertThat(json.http()).isEqualTo(415);
    logged(shop, json, "MEDIA_TYPE", 415);
    Erp.Answer wrong =
        direct.sendUbl(order, "application/xml", "nobody-" + UUID.randomUUID() + ":demo");
    assertThat(wrong.http()).isEqualTo(401);
    logged(shop, wrong, "CREDENTIALS", 401);
    assertThat(direct.sendUbl(order, "application/xml", null).http()).isEqualTo(401);
  }

  @Test
  void whatMustComeBackToTheLetterIsNotCut(ShopServer shop) {
    Erp direct = Erp.direct(shop);
    Erp.Answer answer =
        direct.sendUbl(
            direct.ublOrder("9".repeat(121), KVK, null, line("1", "FM-1004", "1", "34.95")));
    assertThat(answer.http()).isEqualTo(422);
    assertThat(answer.body()).contains("120");
  }
}
