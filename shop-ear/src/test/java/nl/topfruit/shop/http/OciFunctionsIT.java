package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.ConnectionSettings;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.ReturnPage;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Statements;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** FUNCTION of the call-up: what a system asks for other than a round of shopping. */
@WithShop
class OciFunctionsIT {
  private static final String HOOK = "http://localhost:9/hook?a=1&b=%26";

  private static Form call(String user, String function, String... more) {
    Form form = CallUp.of(user, HOOK).with("FUNCTION", function);
    for (int i = 0; i < more.length; i += 2) {
      form = form.with(more[i], more[i + 1]);
    }
    return form;
  }

  private static ReturnPage validate(ShopServer shop, String user, String sku, String quantity) {
    return ReturnPage.of(
        CallUp.post(shop, call(user, "VALIDATE", "PRODUCTID", sku, "QUANTITY", quantity)));
  }

  private static ReturnPage search(ShopServer shop, String user, String words) {
    return ReturnPage.of(CallUp.post(shop, call(user, "BACKGROUND_SEARCH", "SEARCHSTRING", words)));
  }

  @Test
  void validateGivesOneItemThatPostsItselfToTheReturnAddress(ShopServer shop) {
    ReturnPage page = validate(shop, "delinde", "FM-1004", "2");

    assertThat(page.items()).hasSize(1);
    assertThat(page.items().get(0))
        .containsEntry("EXT_PRODUCT_ID", "FM-1004")
        .containsEntry("VENDORMAT", "FM-1004")
        .containsEntry("DESCRIPTION", "Fruitmand Klassiek M")
        .containsEntry("QUANTITY", "2")
        .containsEntry("UNIT", "PCE")
        .containsEntry("PRICE", "34.95")
        .containsEntry("CURRENCY", "EUR")
        .containsKey("LONGTEXT")
        .doesNotContainKeys("EXT_QUOTE_ID", "EXT_QUOTE_ITEM", "LEADTIME", "CUST_FIELD3");
    assertThat(page.form().attr("action")).isEqualTo(HOOK);
    assertThat(page.postsItself()).isTrue();
    assertThat(page.fields().value("~OkCode")).contains("ADDI");
    assertThat(page.form().select("button[type=submit]")).hasSize(1);
  }

  @ParameterizedTest(name = "{0} × {1}: {2}")
  @CsvSource({
    "FM-1004, 1, 34.95",
    "WF-0020, 4, 27.90",
    "WF-0020, 5, 26.50",
    "WF-0020, 6.000, 26.50",
    "WF-0020-SG, 5, 2.50",
    "FM-1011-9, 1, 31.55",
    "FM-1011-21, 1, 10.95",
    "TG-3020-9, 25, 22.60"
  })
  void theNetPriceIsThatOfTheQuantityAndOfThePart(
      String sku, String quantity, String price, ShopServer shop) {
    Map<String, String> item = validate(shop, "delinde", sku, quantity).items().get(0);

    assertThat(item).containsEntry("EXT_PRODUCT_ID", sku).containsEntry("PRICE", price);
  }

  @ParameterizedTest(name = "{0} × {1}")
  @CsvSource({
    "XX-9999, 1",
    "TG-3020, 24",
    "TG-3020-9, 1",
    "FM-1004-21, 1",
    "FM-1004-9, 1",
    "FM-1004-SG, 1",
    "FM-1004, 0.5",
    "FM-1004, 10000",
    "BEZORG-9, 1",
    "BEZORG, 1"
  })
  void whatCannotBeOrderedGivesTheFormWithoutItemData(
      String sku, String quantity, ShopServer shop) {
    ReturnPage page = validate(shop, "delinde", sku, quantity);

    assertThat(page.items()).isEmpty();
    assertThat(page.form().attr("action")).isEqualTo(HOOK);
    assertThat(page.fields().names()).contains("~OkCode").noneMatch(n -> n.startsWith("NEW_ITEM"));
    assertThat(page.postsItself()).isTrue();
  }

  @Test
  void aSystemThatTakesNoTwoRatesIsGivenNone(ShopServer shop) {
    assertThat(validate(shop, "merenwaard", "FM-1011", "1").items()).isEmpty();
    assertThat(validate(shop, "merenwaard", "FM-1011-9", "1").items()).isEmpty();
    assertThat(validate(shop, "merenwaard", "FM-1004", "1").items()).hasSize(1);
  }

  @Test
  void aQuantityThatIsNoneIsRefused(ShopServer shop) {
    for (String quantity : List.of("0", "-1", "1.0005", "1,5", "veel")) {
      HttpResponse<String> answer =
          CallUp.post(
              shop, call("delinde", "VALIDATE", "PRODUCTID", "FM-1004", "QUANTITY", quantity));
      assertThat(answer.statusCode()).as(quantity).isEqualTo(400);
    }
    assertThat(CallUp.post(shop, call("delinde", "VALIDATE")).statusCode())
        .as("no PRODUCTID")
        .isEqualTo(400);
  }

  @Test
  void aBackgroundSearchGivesAllHitsAndNeverPostsItself(ShopServer shop) {
    ReturnPage page = search(shop, "delinde", "fruitmand");

    assertThat(page.items()).hasSizeGreaterThan(5);
    assertThat(page.items())
        .allSatisfy(
            item ->
                assertThat(item)
                    .containsKeys("EXT_PRODUCT_ID", "DESCRIPTION", "PRICE", "UNIT", "LONGTEXT")
                    .doesNotContainKeys("EXT_QUOTE_ID", "CUST_FIELD3"));
    assertThat(page.items())
        .filteredOn(item -> item.get("EXT_PRODUCT_ID").equals("FM-1004"))
        .singleElement()
        .satisfies(
            item ->
                assertThat(item).containsEntry("QUANTITY", "1").containsEntry("PRICE", "34.95"));
    assertThat(page.postsItself()).isFalse();
    assertThat(page.form().attr("action")).isEqualTo(HOOK);
  }

  @Test
  void aProductWithAMinimumIsFoundForThatMinimumAtItsPrice(ShopServer shop) {
    List<Map<String, String>> items = search(shop, "delinde", "TG-3020").items();

    assertThat(items)
        .extracting(item -> item.get("EXT_PRODUCT_ID"))
        .containsExactly("TG-3020-9", "TG-3020-21");
    assertThat(items).extracting(item -> item.get("QUANTITY")).containsOnly("25");
    assertThat(items).extracting(item -> item.get("PRICE")).containsExactly("22.60", "11.15");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "---", "%", "?!"})
  void aSearchForNothingFindsNothing(String words, ShopServer shop) {
    assertThat(search(shop, "delinde", words).items()).isEmpty();
  }

  @Test
  void aBackgroundSearchNeedsNoReturnAddress(ShopServer shop) {
    Form call = call("direct", "BACKGROUND_SEARCH", "SEARCHSTRING", "ananas").without("HOOK_URL");

    ReturnPage page = ReturnPage.of(CallUp.get(shop, call));

    assertThat(page.items()).extracting(item -> item.get("EXT_PRODUCT_ID")).contains("FM-1004");
    assertThat(page.form().hasAttr("action")).isFalse();
  }

  @Test
  void aReturnAddressThatIsGivenMustBeAllowedForEveryFunction(ShopServer shop) {
    for (String function : List.of("VALIDATE", "BACKGROUND_SEARCH", "DETAIL", "SOURCING")) {
      Form call =
          call("delinde", function, "PRODUCTID", "FM-1004", "SEARCHSTRING", "fruit")
              .but("HOOK_URL", "https://evil.example/hook");
      assertThat(CallUp.post(shop, call).statusCode()).as(function).isEqualTo(403);
    }
  }

  @Test
  void aSearchSeesWhatTheShopSeesAndNoMore(ShopServer shop) {
    assertThat(search(shop, "merenwaard", "FM-1011").items()).isEmpty();
    Form oneShop =
        call("delinde", "BACKGROUND_SEARCH", "SEARCHSTRING", "borrelpakket", "SHOP", "topfruit");
    assertThat(ReturnPage.of(CallUp.post(shop, oneShop)).items())
        .as("the wanted shop comes first, the basket is one for both")
        .extracting(item -> item.get("EXT_PRODUCT_ID"))
        .contains("TG-3001-9");
  }

  @ParameterizedTest
  @ValueSource(strings = {"VALIDATE", "BACKGROUND_SEARCH"})
  void nothingIsLeftBehindButTheMessageAndItTakesSixStatements(String function, ShopServer shop) {
    Rows rows = new Rows(shop);
    Form call = call("delinde", function, "PRODUCTID", "FM-1011-9", "SEARCHSTRING", "rode wijn");
    CallUp.post(shop, call);
    long sessions = rows.count("shopping_session");
    long lines = rows.count("basket_line");

    assertThat(Statements.fewest(shop, () -> CallUp.post(shop, call))).isBetween(4L, 6L);

    assertThat(rows.count("shopping_session")).isEqualTo(sessions);
    assertThat(rows.count("basket_line")).isEqualTo(lines);
    Map<String, Object> message =
        rows.list(
                "select outcome, status, subject, convert_from(answer, 'UTF8') as answer from message order by at desc limit 1")
            .get(0);
    assertThat(message).containsEntry("status", 200).containsEntry("subject", "delinde");
    assertThat((String) message.get("answer")).contains("NEW_ITEM-EXT_PRODUCT_ID[1]=FM-1011-9");
  }

  private static HttpResponse<String> follow(ShopServer shop, Form call) {
    HttpResponse<String> answer = CallUp.post(shop, call);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return Http.get(shop.url(answer.headers().firstValue("Location").orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({"FM-1011, FM-1011", "FM-1011-9, FM-1011", "WF-0020-SG, WF-0020"})
  void detailShowsTheProductAndNothingToOrderItWith(String sku, String shown, ShopServer shop) {
    HttpResponse<String> answer =
        follow(shop, call("delinde", "DETAIL", "PRODUCTID", sku).without("HOOK_URL"));

    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.text()).contains(shown).contains("SAP").contains("venster");
    assertThat(page.select("form, [data-action], .basket, a[href=basket]")).isEmpty();
    assertThat(page.select("header a")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"XX-9999, nl, Niet meer leverbaar", "BEZORG-9, en, No longer available"})
  void aProductThatIsGoneIsSaidToBeSoInTheShopsOwnFrame(
      String sku, String language, String title, ShopServer shop) {
    HttpResponse<String> opened = CallUp.post(shop, call("delinde", "DETAIL", "PRODUCTID", sku));
    URI address = shop.url(opened.headers().firstValue("Location").orElseThrow());
    if ("en".equals(language)) {
      assertThat(Http.get(URI.create(address + "&lang=en")).statusCode()).isIn(302, 303);
    }

    HttpResponse<String> answer = Http.get(address);

    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(page.select("h1").text()).isEqualTo(title);
    assertThat(page.select("[data-gone]").text()).contains(sku).contains("SAP");
    assertThat(page.select("header.punchbar")).hasSize(1);
    assertThat(page.select("form, input, [data-field=password]")).as("never a login").isEmpty();
  }

  @Test
  void aSessionThatShowsAProductHasNoOtherPage(ShopServer shop) {
    HttpResponse<String> opened =
        CallUp.post(shop, call("delinde", "DETAIL", "PRODUCTID", "FM-1004"));
    String detail = opened.headers().firstValue("Location").orElseThrow();
    String root = detail.substring(0, detail.indexOf("detail"));
    for (String page : List.of("", "product?sku=FM-1004", "basket", "review", "leave", "browse")) {
      assertThat(Http.get(shop.url(root + page)).statusCode()).as(page).isEqualTo(404);
    }
    for (String act : List.of("return", "log-off", "product?sku=FM-1004", "basket")) {
      assertThat(Http.post(shop.url(root + act), Form.of()).statusCode()).as(act).isEqualTo(404);
    }
    assertThat(Http.get(shop.url(detail)).statusCode()).as("and lives on").isEqualTo(200);
    assertThat(
            new Rows(shop)
                .one(
                    String.class,
                    "select function || ' ' || state from shopping_session order by opened_at desc limit 1"))
        .isEqualTo("DETAIL OPEN");
  }

  @Test
  void aSessionThatShopsHasNoPageThatOnlyShows(ShopServer shop) {
    String root = CallUp.open(shop, "delinde");
    assertThat(Http.get(shop.url(root + "detail?sku=FM-1004")).statusCode()).isEqualTo(404);
  }

  @Test
  void sourcingOpensTheShopWithTheSearchFilledInAndNotesTheVendor(ShopServer shop) {
    Form call = call("delinde", "SOURCING", "SEARCHSTRING", "rode wijn & kaas", "VENDOR", "4711");
    HttpResponse<String> answer = follow(shop, call);

    Document page = Jsoup.parse(answer.body());
    assertThat(page.select("input[name=q]").val()).isEqualTo("rode wijn & kaas");
    assertThat(page.select("#bar-basket")).hasSize(1);
    assertThat(
            new Rows(shop)
                .list("select outcome, detail from message order by at desc limit 1")
                .get(0))
        .containsEntry("outcome", "OPENED")
        .containsEntry("detail", "VENDOR=4711");
    assertThat(follow(shop, call("delinde", "SOURCING")).statusCode())
        .as("without words it is the whole shop")
        .isEqualTo(200);
  }

  @Test
  void whoOnlyLooksMayBeFramedByHisOwnSystemOnly(ShopServer shop) {
    HttpResponse<String> answer = follow(shop, call("delinde", "DETAIL", "PRODUCTID", "FM-1004"));
    assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("frame-ancestors 'self'")
        .contains("localhost");
  }

  @Test
  void aSearchGivesNoMoreThanTheirSystemTakesAtOnce(ShopServer shop) {
    ConnectionSettings.with(
        shop,
        "direct",
        "{\"longestReturn\":3}",
        () -> assertThat(search(shop, "direct", "fruitmand").items()).hasSize(3));
    assertThat(search(shop, "direct", "fruit").items().size()).isBetween(20, 100);
  }

  @Test
  void whatTheirUnitTableLacksIsLeftOutAndNotSentAsAnErrorLine(ShopServer shop) {
    ConnectionSettings.with(
        shop,
        "direct",
        "{\"units\":{\"KGM\":\"KGM\"}}",
        () -> {
          assertThat(validate(shop, "direct", "FM-1004", "1").items()).isEmpty();
          assertThat(search(shop, "direct", "fruitmand").items()).isEmpty();
        });
  }
}
