package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Statements;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** List, product and basket over HTTP: what is shown to whom, and what it asks of the database. */
@WithShop
class ShopPagesIT {
  /** What the server has asked up to now, but for what its timers ask beside. */
  private static final String ASKED =
      "select cast(coalesce(sum(s.calls), 0) as bigint) from pg_stat_statements s"
          + " join pg_roles r on r.oid = s.userid where r.rolname = 'shop'"
          + " and s.query ilike '%select%' and s.query not ilike '%outbox%'"
          + " and s.query not ilike '%requisition%'";

  @Test
  void aCallUpTakesAtMostEightStatements(ShopServer shop) {
    open(shop, "delinde");

    assertThat(Statements.fewest(shop, () -> open(shop, "delinde"))).isBetween(6L, 8L);
  }

  @ParameterizedTest
  @CsvSource({"./", "?q=mand", "product?sku=FM-1004", "product?sku=WF-0020", "basket"})
  void aPageAsksTheDatabaseAtMostFourTimes(String page, ShopServer shop) {
    String session = open(shop, "delinde");
    get(shop, session, page);

    assertThat(fewest(shop, ASKED, () -> get(shop, session, page))).isBetween(2L, 4L);
  }

  /**
   * Other work of the server can only add to what is counted, so the least of some counts is the
   * request's own.
   */
  private static long fewest(ShopServer shop, String counted, Runnable request) {
    Rows rows = new Rows(shop);
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < 5; i++) {
      long before = rows.one(Long.class, counted);
      request.run();
      fewest = Math.min(fewest, rows.one(Long.class, counted) - before);
    }
    return fewest;
  }

  @ParameterizedTest
  @CsvSource({
    "FM-1004, FM-1004",
    "fm1004, FM-1004",
    "ananas, FM-1004",
    "fruitmanden, FM-1004",
    "klassiek m, FM-1004",
    "beterschp, FM-1020",
    "rode wijn, FM-1011"
  })
  void aProductIsFoundByNumberWordBeginningAndNearly(String typed, String sku, ShopServer shop) {
    Document list = get(shop, open(shop, "delinde"), "?q=" + typed.replace(" ", "+"));

    assertThat(skus(list)).contains(sku);
  }

  @Test
  void whatIsAskedForNarrowsTheListAndItsCounts(ShopServer shop) {
    String session = open(shop, "delinde");
    Document all = get(shop, session, "./");

    Document narrowed = get(shop, session, "?without=NUTS&alcohol0=1&max=30");

    int left = Integer.parseInt(all.select("[data-count='without NUTS']").text());
    assertThat(narrowed.select(".price").stream().map(ShopPagesIT::euros))
        .isNotEmpty()
        .allMatch(price -> price <= 3_000);
    assertThat(skus(narrowed)).doesNotContain("FM-1011");
    assertThat(skus(get(shop, session, "?without=NUTS"))).hasSizeLessThanOrEqualTo(24);
    assertThat(left).isPositive();
  }

  @Test
  void aSystemThatTakesNoTwoRatesIsNotOfferedThem(ShopServer shop) {
    String split = open(shop, "delinde");
    String hide = open(shop, "merenwaard");

    assertThat(skus(get(shop, split, "?q=FM-1011"))).contains("FM-1011");
    assertThat(skus(get(shop, hide, "?q=FM-1011"))).doesNotContain("FM-1011");
    assertThat(Http.get(URI.create(hide + "product?sku=FM-1011")).statusCode()).isEqualTo(404);
  }

  @Test
  void aProductThatDoesNotExistIsNotFound(ShopServer shop) {
    String session = open(shop, "delinde");

    assertThat(Http.get(URI.create(session + "product?sku=XX-9999")).statusCode()).isEqualTo(404);
    assertThat(Http.get(URI.create(session + "product")).statusCode()).isEqualTo(404);
  }

  @Test
  void aProductGoesIntoTheBasketWithNothingFilledInAndOnceHoweverOftenItIsSent(ShopServer shop) {
    String session = open(shop, "delinde");
    Form form = form(get(shop, session, "product?sku=FM-1004"));

    for (int i = 0; i < 3; i++) {
      var answer = Http.post(URI.create(session + "product?sku=FM-1004"), form);
      assertThat(answer.statusCode()).isEqualTo(302);
    }

    Document basket = get(shop, session, "basket");
    assertThat(basket.select("li.line")).hasSize(1);
    assertThat(basket.select("[data-action=checkout]")).hasSize(1);
    assertThat(basket.select("[data-total-kind=net]").attr("data-total")).isEqualTo("34.95");
    assertThat(basket.select("[data-total-kind=gross]").attr("data-total")).isEqualTo("38.10");
  }

  @ParameterizedTest
  @CsvSource({
    "order:quantity, 0",
    "order:quantity, -1",
    "order:quantity, '1,5'",
    "order:quantity, 1000000000",
    "order:deliver-on, 2020-01-01",
    "order:deliver-on, morgen",
    "order:branch, Atlantis",
    "order:card-text, \uD83C\uDF4E",
    "order:contact-reach, roep maar"
  })
  void whatCannotBeIsSaidAtItsFieldAndNothingIsPutIn(String field, String typed, ShopServer shop) {
    String session = open(shop, "delinde");
    Form form = form(get(shop, session, "product?sku=FM-1004")).but(field, typed);

    HttpResponse<String> answer = Http.post(URI.create(session + "product?sku=FM-1004"), form);

    Document page = Jsoup.parse(answer.body());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(page.select(".error").eachText().stream().filter(text -> !text.isBlank()))
        .hasSize(1);
    assertThat(page.getElementById(field).val()).isEqualTo(typed);
    assertThat(get(shop, session, "basket").select("li.line")).isEmpty();
  }

  @Test
  void aLineThatIsTakenOutCanBePutBackAsItWas(ShopServer shop) {
    String session = open(shop, "delinde");
    Form added =
        form(get(shop, session, "product?sku=FM-1004"))
            .but("order:card-text", "Veel <b>liefs</b> & groeten");
    Http.post(URI.create(session + "product?sku=FM-1004"), added);
    Document filled = get(shop, session, "basket");
    String line = filled.select("button[name=remove]").val();

    Http.post(URI.create(session + "basket"), form(filled).with("remove", line));
    assertThat(get(shop, session, "basket").select("li.line")).isEmpty();
    Document empty = get(shop, session, "basket?removed=" + line);
    Http.post(URI.create(session + "basket"), form(empty).with("put-back", line));

    Document back = get(shop, session, "basket");
    assertThat(back.select("li.line")).hasSize(1);
    assertThat(back.select(".cardline").text()).isEqualTo("Veel <b>liefs</b> & groeten");
  }

  @Test
  void aStrangersLineIsNotFound(ShopServer shop) {
    String mine = open(shop, "delinde");
    String theirs = open(shop, "direct");
    Http.post(
        URI.create(mine + "product?sku=FM-1004"), form(get(shop, mine, "product?sku=FM-1004")));
    String line = get(shop, mine, "basket").select("button[name=remove]").val();

    var answer =
        Http.post(
            URI.create(theirs + "basket"), form(get(shop, theirs, "basket")).with("remove", line));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(get(shop, mine, "basket").select("li.line")).hasSize(1);
  }

  @Test
  void aPriceThatChangedIsShownAndAccepted(ShopServer shop) {
    String session = open(shop, "direct");
    Http.post(
        URI.create(session + "product?sku=FM-1004"),
        form(get(shop, session, "product?sku=FM-1004")));
    Rows rows = new Rows(shop);
    rows.change(
        "update basket_line set reduced = 30.00 where session_id in (select id from shopping_session where state = 'OPEN') and product_id = (select id from product where sku = 'FM-1004') and reduced = 34.95");

    Document changed = get(shop, session, "basket");
    assertThat(changed.select("[data-action=checkout]")).isEmpty();
    String line = changed.select("button[name=accept]").val();
    Http.post(URI.create(session + "basket"), form(changed).with("accept", line));

    assertThat(get(shop, session, "basket").select("[data-action=checkout]")).hasSize(1);
  }

  @Test
  void picturesAndCardsMayBeKeptForEver(ShopServer shop) {
    Document product = get(shop, open(shop, "delinde"), "product?sku=FM-1004");

    for (String picture :
        List.of(
            product.select(".pic img").attr("src"), product.select("#card-front").attr("src"))) {
      HttpResponse<String> answer = Http.get(shop.url(picture));
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("immutable");
      assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("svg");
      assertThat(answer.body()).startsWith("<svg");
    }
  }

  @Test
  void theCardIsDrawnWithoutItsTextMeaningAnything(ShopServer shop) {
    String session = open(shop, "delinde");

    HttpResponse<String> answer =
        Http.post(
            URI.create(session + "card"),
            Form.of("design", "bedankt", "text", "<script>alert(1)</script>"));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<script>").contains("&lt;script");
  }

  @Test
  void branchesAndCostCentresOfOneAccountAreSuggestedToNoOther(ShopServer shop) {
    String linde = open(shop, "delinde");
    String direct = open(shop, "direct");

    assertThat(Http.get(URI.create(linde + "suggest?of=branches&q=rozenhof")).body())
        .contains("Rozenhof");
    assertThat(Http.get(URI.create(direct + "suggest?of=branches&q=rozenhof")).body())
        .isEqualTo("[]");
    assertThat(Http.get(URI.create(linde + "suggest?of=cost-centres&q=4120")).body())
        .contains("4120");
    assertThat(Http.get(URI.create(linde + "suggest?of=secrets&q=a")).statusCode()).isEqualTo(404);
  }

  private static String open(ShopServer shop, String account) {
    return shop.url(CallUp.open(shop, account)).toString();
  }

  private static Document get(ShopServer shop, String session, String page) {
    HttpResponse<String> answer =
        Http.get(URI.create(session).resolve(page.startsWith("?") ? "./" + page : page));
    assertThat(answer.statusCode()).as(page + " of " + shop.port()).isEqualTo(200);
    return Jsoup.parse(answer.body(), session);
  }

  private static List<String> skus(Document list) {
    return list.select("article[data-sku]").eachAttr("data-sku");
  }

  private static int euros(Element price) {
    return Integer.parseInt(price.text().replaceAll("[^0-9]", ""));
  }

  /** The form of the page as a browser would send it, without any button pressed. */
  private static Form form(Document page) {
    Form form = new Form(List.of());
    for (Element input : page.select("main form input, main form textarea, main form select")) {
      String name = input.attr("name");
      String type = input.attr("type");
      boolean off = ("radio".equals(type) || "checkbox".equals(type)) && !input.hasAttr("checked");
      if (!name.isEmpty() && !off && !"submit".equals(type)) {
        Element chosen = input.selectFirst("option[selected]");
        form = form.with(name, chosen == null ? input.val() : chosen.val());
      }
    }
    return form;
  }
}
