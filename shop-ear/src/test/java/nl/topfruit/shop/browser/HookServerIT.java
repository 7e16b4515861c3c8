package nl.topfruit.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a purchasing system that is not ours gets: the test's own server stands for it, on another
 * site than the shop, and keeps what the browser posts (OCI 4.0, inbound section; CONTRACT "What
 * the return posts").
 */
@WithShop
class HookServerIT {
  /** With everything in it that somebody once decoded twice or cut off. */
  private static final String QUERY = "sap-client=100&~a=b%26c&uniqueid=%7B1%7D";

  private static final Charset SAP = Charset.forName("windows-1252");
  private static final Pattern NAME = Pattern.compile("NEW_ITEM-([A-Z0-9_]+)\\[(\\d+)]");
  private static final Pattern LONG_TEXT = Pattern.compile("NEW_ITEM-LONGTEXT_(\\d+):132\\[]");
  private static final String CARD = "Liefs van alle buren <3";
  private static final String NEIGHBOUR = "Mevrouw Ganzeveer";

  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  private Buyer callUp(ShopServer shop, Page page, String user, String hookPath) {
    return Buyer.from(erp, shop, page, user, hookPath);
  }

  @Test
  void theBasketComesOverFieldByField(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = callUp(shop, page, "delinde", "/hook?" + QUERY + "#f");
    buyer.open("FM-1011").fill("reference", "Verjaardag Zoë – 5\" <b>").add();
    buyer.open("WF-0020").fill("quantity", "5").add();
    atHome(buyer.open("FM-1004"));
    buyer.fill("card-text", CARD).add();
    BigDecimal net = new BigDecimal(buyer.total("net"));
    buyer.checkout().handOver();
    page.waitForURL("**/requisition**");
    assertThat(page.url()).as("led on by the ERP, on another host").startsWith(erp.otherSite("/"));

    Erp.Post post = erp.post("/hook");
    assertThat(post.query()).isEqualTo(QUERY);
    assertThat(post.type()).isEqualTo("application/x-www-form-urlencoded");
    assertThat(post.body()).as("ISO-8859-1 for the SAP preset").contains("Verjaardag+Zo%EB");
    Form form = post.form(SAP);
    assertEchoed(form);
    assertStaysWithUs(post.body() + form);

    int items = assertNamesAndItems(form);
    assertThat(items).as("wine in two, crate and its deposit, basket").isEqualTo(5);
    assertThat(column(form, "VENDORMAT", items))
        .containsExactlyInAnyOrder("FM-1011-9", "FM-1011-21", "WF-0020", "WF-0020-SG", "FM-1004")
        .isEqualTo(column(form, "EXT_PRODUCT_ID", items));
    assertTheWineIsTied(form, items);
    assertThat(of(form, "WF-0020", items))
        .containsEntry("PRICE", "26.50")
        .containsEntry("QUANTITY", "5");
    assertThat(of(form, "WF-0020-SG", items))
        .containsEntry("PRICE", "2.50")
        .containsEntry("QUANTITY", "5");
    assertAddsUp(shop, form, items, net);
  }

  private static void atHome(Buyer buyer) {
    buyer.frame().locator("details.more summary").click();
    buyer
        .fill("street", "Ganzenpad")
        .fill("house-number", "12")
        .fill("postcode", "9998 AB")
        .fill("city", "Oudzijl")
        .fill("recipient", NEIGHBOUR);
    buyer.frame().locator("[id$=':home']").check();
  }

  private static void assertEchoed(Form form) {
    assertThat(form.fields())
        .contains(
            new Form.Field("~OkCode", "ADDI"),
            new Form.Field("~TARGET", "_top"),
            new Form.Field("~CALLER", "CTLG"));
    assertThat(form.names())
        .as("the query of the address is no field of ours")
        .doesNotContain("~a");
  }

  private static void assertStaysWithUs(String everything) {
    assertThat(everything)
        .doesNotContainIgnoringCase("buren")
        .doesNotContainIgnoringCase("Ganzeveer")
        .doesNotContainIgnoringCase("Ganzenpad");
  }

  /** Exact names, every one once, counted from 1 without a gap; gives how many items there are. */
  private static int assertNamesAndItems(Form form) {
    assertThat(form.names()).doesNotHaveDuplicates();
    List<Integer> indexes =
        form.names().stream()
            .filter(name -> name.startsWith("NEW_ITEM"))
            .map(
                name -> {
                  Matcher plain = NAME.matcher(name);
                  Matcher text = LONG_TEXT.matcher(name);
                  assertThat(plain.matches() || text.matches()).as(name).isTrue();
                  return Integer.valueOf(plain.matches() ? plain.group(2) : text.group(1));
                })
            .distinct()
            .sorted()
            .toList();
    assertThat(indexes).isEqualTo(IntStream.rangeClosed(1, indexes.size()).boxed().toList());
    int items = indexes.size();
    List<String> quotes = column(form, "EXT_QUOTE_ID", items);
    assertThat(quotes).allMatch(quotes.get(0)::equals);
    assertThat(column(form, "EXT_QUOTE_ITEM", items))
        .isEqualTo(indexes.stream().map(String::valueOf).toList());
    for (int i = 1; i <= items; i++) {
      String description = value(form, "DESCRIPTION", i);
      assertThat(description.codePointCount(0, description.length())).isLessThanOrEqualTo(40);
      assertThat(description).matches(".+ #[0-9A-Z]{3}-" + i);
      assertThat(value(form, "UNIT", i)).isEqualTo("PCE");
      assertThat(value(form, "CURRENCY", i)).isEqualTo("EUR");
      assertThat(value(form, "CUST_FIELD1", i)).isEqualTo("4120");
      assertThat(value(form, "CUST_FIELD2", i)).isEqualTo("999103");
      assertThat(value(form, "CUST_FIELD3", i)).matches("20\\d{6}");
      assertThat(value(form, "QUANTITY", i)).matches("\\d+(\\.\\d{1,3})?");
      assertThat(new BigDecimal(value(form, "PRICE", i))).as("no line for nothing").isPositive();
      assertThat(form.value("NEW_ITEM-LONGTEXT_" + i + ":132[]")).isPresent();
      assertThat(form.value("NEW_ITEM-MATNR[" + i + "]")).as("theirs to give").isEmpty();
    }
    assertThat(form.fields()).as("empty ones are left out").noneMatch(f -> f.value().isEmpty());
    return items;
  }

  private static void assertTheWineIsTied(Form form, int items) {
    Map<String, String> low = of(form, "FM-1011-9", items);
    Map<String, String> high = of(form, "FM-1011-21", items);
    assertThat(low).containsEntry("PRICE", "31.55").containsEntry("QUANTITY", "1");
    assertThat(high).containsEntry("PRICE", "10.95").containsEntry("QUANTITY", "1");
    assertThat(low.get("CUST_FIELD5"))
        .as("in their letters, without tags")
        .isEqualTo("Verjaardag Zoë - 5\"");
  }

  private static void assertAddsUp(ShopServer shop, Form form, int items, BigDecimal net) {
    BigDecimal total = BigDecimal.ZERO;
    for (int i = 1; i <= items; i++) {
      BigDecimal per = new BigDecimal(form.value("NEW_ITEM-PRICEUNIT[" + i + "]").orElse("1"));
      total =
          total.add(
              new BigDecimal(value(form, "PRICE", i))
                  .multiply(new BigDecimal(value(form, "QUANTITY", i)))
                  .divide(per));
    }
    assertThat(total).isEqualByComparingTo(net);
    Map<String, Object> requisition =
        new Rows(shop)
            .list(
                "select state, net, line_key from requisition where number = ?",
                value(form, "EXT_QUOTE_ID", 1))
            .get(0);
    assertThat(requisition).containsEntry("state", "AWAITING_AUTHORISATION");
    assertThat((BigDecimal) requisition.get("net")).isEqualByComparingTo(net);
    assertThat(value(form, "DESCRIPTION", 1)).endsWith("#" + requisition.get("line_key") + "-1");
  }

  private static String value(Form form, String field, int item) {
    return form.value("NEW_ITEM-" + field + "[" + item + "]").orElse("");
  }

  private static List<String> column(Form form, String field, int items) {
    return IntStream.rangeClosed(1, items).mapToObj(i -> value(form, field, i)).toList();
  }

  /** The item with this article number, by name of the field. */
  private static Map<String, String> of(Form form, String sku, int items) {
    int item = column(form, "VENDORMAT", items).indexOf(sku) + 1;
    assertThat(item).as(sku).isPositive();
    Map<String, String> fields = new HashMap<>();
    form.fields()
        .forEach(
            field -> {
              Matcher name = NAME.matcher(field.name());
              if (name.matches() && name.group(2).equals(String.valueOf(item))) {
                fields.put(name.group(1), field.value());
              }
            });
    return fields;
  }

  @Test
  void theReturnPageWorksWithoutScript(ShopServer shop, Browser browser, BrowserContext scripted) {
    Page page = scripted.newPage();
    Buyer buyer = callUp(shop, page, "delinde", "/plain?" + QUERY + "#f");
    String root = buyer.open("FM-1004").add().root();
    try (BrowserContext plain =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page still = plain.newPage();
      still.navigate(root + "review");
      Response answer =
          still.waitForResponse(
              response -> response.url().endsWith("/return"),
              () -> still.locator("[data-action=return]").click());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headerValue("content-type"))
          .isEqualToIgnoringWhitespace("text/html;charset=ISO-8859-1");
      assertThat(answer.headerValue("content-security-policy")).doesNotContain("form-action");
      still.waitForLoadState();
      Element form = Jsoup.parse(still.content()).selectFirst("form#oci-return");
      assertThat(form).isNotNull();
      assertThat(form.attr("method")).isEqualTo("post");
      assertThat(form.attr("target")).isEqualTo("_top");
      assertThat(form.attr("action")).isEqualTo(erp.url("/plain?" + QUERY + "#f"));
      assertThat(form.select("input").eachAttr("type")).containsOnly("hidden");
      still.locator("#oci-return button[type=submit]").click();
      still.waitForURL("**/requisition**");
    }
    assertThat(erp.post("/plain").form(SAP).value("NEW_ITEM-VENDORMAT[1]")).hasValue("FM-1004");
  }

  @Test
  void loggingOffReturnsTheSameFormWithNothing(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer empty = callUp(shop, page, "delinde", "/empty?" + QUERY);
    String over = empty.root();
    empty.action("log-off").click();
    page.waitForURL("**/requisition**");
    assertThat(erp.post("/empty").form(SAP).names())
        .containsExactly("~OkCode", "~TARGET", "~CALLER");
    page.navigate(over);
    page.locator("[data-state=CANCELLED]").waitFor();

    Buyer filled = callUp(shop, page, "delinde", "/filled?" + QUERY);
    filled.open("FM-1004").add().go("leave").action("log-off").click();
    page.waitForURL("**/requisition**");
    assertThat(erp.post("/filled").form(SAP).names())
        .containsExactly("~OkCode", "~TARGET", "~CALLER");
  }

  @Test
  void theReturnGoesToTheWindowThatTheCallUpNames(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Form callUp = CallUp.of("direct", erp.url("/window")).with("returntarget", "buyer's window");
    Buyer buyer = Buyer.from(erp, shop, page, callUp);
    buyer.open("FM-1004").add().checkout();
    Page opened = browser.waitForPage(buyer::handOver);
    opened.waitForURL("**/requisition**");
    assertThat(opened.evaluate("window.name")).isEqualTo("buyer's window");
  }
}
