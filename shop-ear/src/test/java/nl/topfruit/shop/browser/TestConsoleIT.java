package nl.topfruit.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.People;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our staff play the purchasing system of a customer. */
@WithShop
class TestConsoleIT {
  private Page page;
  private ShopServer shop;

  @BeforeEach
  void signIn(ShopServer shop, BrowserContext browser) {
    this.shop = shop;
    this.page = browser.newPage();
    People.signIn(page, shop, "kantoor@topfruit.example", "/office/");
  }

  private String prepare(String connection) {
    page.navigate(shop.url("/office/console?connection=" + connection).toString());
    page.locator("[data-action=prepare]").click();
    page.waitForURL("**/console-run?**");
    return page.locator("[data-number][data-state=OPEN]").first().getAttribute("data-number");
  }

  private Locator value(String parameter) {
    return page.locator("[data-row=\"" + parameter + "\"] [data-part=value]");
  }

  private Buyer inTheFrame() {
    page.locator("[data-action=open-frame]").click();
    page.frameLocator("iframe[name=console-frame]").locator("[data-sku]").first().waitFor();
    return new Buyer(frame()).arrive();
  }

  private Frame frame() {
    return page.frame("console-frame");
  }

  private List<String> verdicts() {
    page.locator("[data-state=RETURNED]").first().waitFor();
    return page.locator("[data-parameter]").all().stream()
        .map(row -> row.getAttribute("data-parameter") + " " + row.getAttribute("data-verdict"))
        .toList();
  }

  @Test
  void aBasketComesBackIntoTheFrameAndIsCheckedFieldByField() {
    String number = prepare("delinde");
    value("~TARGET").fill("_self");
    Buyer buyer = inTheFrame();
    buyer.open("FM-1004").add().checkout().handOver();
    Frame frame = frame();
    frame.locator("[data-console-run=" + number + "]").waitFor();
    frame.locator("[data-action=result]").click();
    page.waitForURL("**/console-run?number=" + number);
    assertThat(verdicts())
        .contains("~OkCode OK", "~TARGET OK", "~CALLER OK")
        .contains("NEW_ITEM-EXT_PRODUCT_ID[1] OK", "NEW_ITEM-PRICE[1] OK")
        .noneMatch(verdict -> verdict.endsWith(" WRONG"));
    Rows rows = new Rows(shop);
    assertThat(
            rows.one(
                String.class,
                "select r.state from requisition r join message m on m.session_id = r.session_id join console_run c on c.identity = m.subject where c.number = ?",
                number))
        .as("nobody orders from it, so that it holds no day")
        .isEqualTo("WITHDRAWN");
    assertThat(
            rows.count(
                "connection_credential k join console_run c on c.credential_id = k.id where c.number = ?",
                number))
        .as("its credential went with it")
        .isZero();
  }

  @Test
  void inATabOfItsOwnTheReturnTakesTheWholeWindow(BrowserContext browser) {
    String number = prepare("direct");
    Page tab = browser.waitForPage(() -> page.locator("[data-action=open-tab]").click());
    new Buyer(tab).arrive().open("FM-1004").add().checkout().handOver();
    tab.locator("[data-console-run=" + number + "]").waitFor();
    assertThat(tab.url()).contains("/console-return/");
  }

  @Test
  void validateAndBackgroundSearchAreRunFromTheConsole() {
    String validated = prepare("direct");
    page.locator("[data-call=function]").selectOption("VALIDATE");
    assertThat(value("FUNCTION").inputValue()).isEqualTo("VALIDATE");
    assertThat(value("PRODUCTID").isEnabled()).isTrue();
    value("PRODUCTID").fill("FM-1004");
    value("QUANTITY").fill("3");
    value("~TARGET").fill("_self");
    page.locator("[data-action=open-frame]").click();
    page.frameLocator("iframe[name=console-frame]")
        .locator("[data-console-run=" + validated + "]")
        .waitFor();
    page.reload();
    assertThat(verdicts()).contains("NEW_ITEM-QUANTITY[1] OK", "NEW_ITEM-VENDORMAT[1] OK");

    prepare("direct");
    page.locator("[data-call=function]").selectOption("BACKGROUND_SEARCH");
    page.locator("[data-action=open-frame]").click();
    page.frameLocator("iframe[name=console-frame]").locator("form#oci-return").waitFor();
  }

  @Test
  void aMistakeIsExplainedBeforeItIsMade() {
    prepare("direct");
    Locator said = page.locator(".explanation");
    page.locator("[data-action=explain]").click();
    page.locator(".explanation[data-code=NOTHING]").waitFor();
    value("HOOK_URL").fill("https://elsewhere.example/x");
    page.locator("[data-action=explain]").click();
    page.locator(".explanation[data-code=HOST]").waitFor();
    assertThat(said.innerText()).contains("elsewhere.example");
    page.locator("[data-row=USERNAME] [data-part=name]").fill("loginname");
    page.locator("[data-action=explain]").click();
    page.locator(".explanation[data-code=NO_USER_NAME]").waitFor();
    assertThat(said.innerText()).contains("loginname");
  }

  @Test
  void aConnectionThatWasOnlyRequestedOpensForItsConsoleAlone() {
    Rows rows = new Rows(shop);
    rows.change("update connection set state = 'REQUESTED' where key = 'direct'");
    try {
      prepare("direct");
      inTheFrame();
      assertThat(CallUp.post(shop, CallUp.of("direct", "http://localhost/x")).statusCode())
          .isEqualTo(403);
    } finally {
      rows.change("update connection set state = 'LIVE' where key = 'direct'");
    }
  }

  @Test
  void aRunsReturnAddressIsOfNoUseToAnotherConnectionAndEndsWithIt() {
    prepare("delinde");
    String hook = value("HOOK_URL").inputValue();
    new Rows(shop)
        .change("update connection set allowed_hosts = '{erp.example}' where key = 'direct'");
    try {
      assertThat(CallUp.post(shop, CallUp.of("direct", hook)).statusCode()).isEqualTo(403);
    } finally {
      new Rows(shop)
          .change(
              "update connection set allowed_hosts = '{localhost,127.0.0.1}' where key = 'direct'");
    }
    String user = value("USERNAME").inputValue();
    String password = value("PASSWORD").inputValue();
    page.locator("[data-action=stop]").click();
    page.locator("[data-state=ENDED]").first().waitFor();
    Form callUp = CallUp.of(user, hook).but("PASSWORD", password);
    assertThat(CallUp.post(shop, callUp).statusCode()).isEqualTo(401);
    HttpResponse<String> late = Http.post(URI.create(hook), Form.of("a", "b"));
    assertThat(late.statusCode()).isEqualTo(404);
  }

  @Test
  void theConsolesCredentialOrdersNothing() {
    prepare("direct");
    HttpResponse<String> answer =
        Http.post(
            shop.url("/oci/order"),
            Form.of(
                "USERNAME",
                value("USERNAME").inputValue(),
                "PASSWORD",
                value("PASSWORD").inputValue(),
                "QUOTE",
                "R-2026-00001",
                "ORDERNUMBER",
                "console"));
    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void aRecordedCallUpIsPlayedAgain() {
    CallUp.post(shop, CallUp.of("direct", "http://localhost/x").with("~mine", "kept"));
    String reference =
        new Rows(shop)
            .one(
                String.class,
                "select reference from message where subject = 'direct' and channel = 'OCI_CALL_UP' order by at desc limit 1");
    page.navigate(shop.url("/office/message?reference=" + reference).toString());
    page.locator("[data-action=replay]").click();
    page.waitForURL("**/console-run?**");
    assertThat(value("~mine").inputValue()).isEqualTo("kept");
    assertThat(value("USERNAME").inputValue()).startsWith("console-");
    assertThat(value("PASSWORD").inputValue()).isNotEqualTo("***");
    assertThat(value("HOOK_URL").inputValue()).contains("/console-return/");
    inTheFrame();
  }
}
