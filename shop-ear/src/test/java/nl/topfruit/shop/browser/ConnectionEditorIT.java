package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.net.http.HttpResponse;
import java.util.regex.Pattern;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A connection from the first word to the first order, as staff and customer go through it. */
@WithShop
class ConnectionEditorIT {
  private static final String HOOK = "http://localhost:9/hook";
  private static final String VAT_ID = "NL990004001B01";

  private Rows rows;

  @BeforeEach
  void aCustomerWhoCannotBeInvoicedYet(ShopServer shop) {
    rows = new Rows(shop);
    vatIdIs(null);
  }

  @AfterEach
  void asItWas() {
    vatIdIs(VAT_ID);
  }

  private void vatIdIs(String vatId) {
    rows.change(
        "update invoice_party set vat_id = ? where account_id = (select id from business_account where key = 'noordwal')",
        vatId);
  }

  @Test
  void fromThePresetToLive(ShopServer shop, BrowserContext browser, Browser others) {
    Page page = staff(shop, browser);
    String key = "noordwal-proef";
    create(page, shop, key);
    assertThat(page.locator(".head [data-state=REQUESTED]").first()).isVisible();
    assertThat(page.locator("#checks [data-done=false]").first()).isVisible();

    agree(page);
    aWrongRuleIsSaidAndNotKept(page, key);
    aRightRuleIsShownAndKept(page, key);
    whatWasComesBack(page, key);

    String first = secret(page, page.locator("#add-form [data-action=add-secret]"), true);
    assertThat(call(shop, key, first).statusCode()).as("requested, right secret").isEqualTo(403);
    assertThat(call(shop, key, "wrong").statusCode()).as("a stranger").isEqualTo(401);

    act(page, "open-test");
    assertThat(call(shop, key, first).statusCode()).isEqualTo(303);
    assertThat(shopPage(shop, key, first)).contains("data-trial");

    page.locator("tr[data-identity=" + key + "] summary").click();
    String second = secret(page, page.locator("[data-action=rotate]").first(), false);
    assertThat(second).isNotEqualTo(first);
    assertThat(call(shop, key, first).statusCode()).as("the old secret").isEqualTo(303);
    assertThat(call(shop, key, second).statusCode()).as("the new secret").isEqualTo(303);
    page.reload();
    assertThat(page.locator("[data-secret]")).hasCount(0);
    assertThat(page.content()).doesNotContain(first).doesNotContain(second);
    nothingSecretIsWrittenDown(first, second);

    theCustomerAgrees(shop, others, key);
    open(page, shop, key);
    page.locator("[data-action=go-live]").click();
    assertThat(page.locator("#messages .msg.bad")).isVisible();
    assertThat(state(key)).isEqualTo("AGREED");

    page.locator("#parties [data-party] summary").first().click();
    page.locator("#parties [data-field=vat-id]").first().fill(VAT_ID);
    act(page, "save-party");
    act(page, "go-live");
    assertThat(page.locator(".head [data-state=LIVE]").first()).isVisible();
    assertThat(shopPage(shop, key, second)).doesNotContain("data-trial");
    Screens.keep(page, "connection-live");

    page.locator("details:has([data-action=close]) > summary").click();
    page.locator("#close-form [data-field=reason]").fill("proef voorbij");
    act(page, "close");
    assertThat(call(shop, key, second).statusCode()).as("closed").isEqualTo(403);
  }

  @Test
  void whoSavesSecondHearsWhatTheFirstChanged(ShopServer shop, BrowserContext browser) {
    Page first = staff(shop, browser);
    String key = "noordwal-samen";
    create(first, shop, key);
    Page second = browser.newPage();
    open(second, shop, key);
    first.locator("#agreed-form [data-field=approval-days]").fill("3");
    act(first, "save-agreed");
    second.locator("#agreed-form [data-field=approval-days]").fill("5");
    second.locator("[data-action=save-agreed]").click();
    assertThat(second.locator("#messages .msg.bad"))
        .containsText(Pattern.compile("Kantoor Topfruit.*3"));
    assertThat(rows.one(Integer.class, "select approval_days from connection where key = ?", key))
        .isEqualTo(3);
  }

  @Test
  void whoAsksOnTheFrontPageIsAnsweredByAConnection(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(shop.url("/request-connection").toString());
    page.locator("[data-action=request-connection]").click();
    assertThat(page.locator(".field.invalid").first()).isVisible();
    ask(page, "inkoop@noordwal.example");
    page.waitForURL(Pattern.compile(".*/request-connection.*"));
    assertThat(page.locator("#messages .msg.good")).isVisible();

    page.navigate(shop.url("/request-connection").toString());
    ask(page, "Inkoop@noordwal.example");
    assertThat(page.locator(".field.invalid [data-field=email]")).isVisible();
    assertThat(rows.count("connection_request where lower(email) = 'inkoop@noordwal.example'"))
        .isEqualTo(1);

    Page office = staff(shop, browser);
    office.navigate(shop.url("/office/connection-requests?state=NEW").toString());
    office.locator("tr[data-state=NEW] a").first().click();
    office.locator("#link-form [data-field=account]").selectOption("noordwal");
    office.locator("#link-form [data-field=key]").fill("noordwal-vraag");
    office.locator("#link-form [data-action=link]").click();
    office.waitForURL(Pattern.compile(".*/office/connection\\?key=noordwal-vraag.*"));
    assertThat(state("noordwal-vraag")).isEqualTo("REQUESTED");
  }

  private static void ask(Page page, String email) {
    page.locator("[data-field=organisation]").fill("Bouwbedrijf Noordwal");
    page.locator("[data-field=kvk]").fill("90004001");
    page.locator("[data-field=name]").fill("I. Koper");
    page.locator("[data-field=email]").fill(email);
    page.locator("[data-field=system]").fill("AFAS");
    page.locator("[data-action=request-connection]").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static void create(Page page, ShopServer shop, String key) {
    page.navigate(shop.url("/office/connection-new").toString());
    page.locator("[data-field=account]").selectOption("noordwal");
    page.locator("[data-field=system-name]").fill("Proefsysteem");
    page.locator("[data-field=key]").fill(key);
    page.locator("[data-field=preset]").selectOption("oci-4.0");
    page.locator("[data-action=create]").click();
    page.waitForURL(Pattern.compile(".*/office/connection\\?key=" + key + ".*"));
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  /** Where a basket may go, and the web shop that opens. */
  private static void agree(Page page) {
    page.locator("#agreed-form [data-field=hosts]").fill("localhost");
    page.locator("#agreed-form [data-field=plain-http]").check();
    page.locator("#agreed-form [data-field=shop-topfruit]").selectOption("1");
    act(page, "save-agreed");
  }

  private void aWrongRuleIsSaidAndNotKept(Page page, String key) {
    long before = versions(key);
    Locator rules = page.locator("[data-field=rules]");
    String right = rules.inputValue();
    rules.fill(right + "\nVENDOR = cut(sku");
    page.locator("[data-action=look]").click();
    assertThat(page.locator("#fields-form .remarks .bad").first())
        .containsText(Pattern.compile("[Pp]laats \\d+"));
    page.locator("[data-action=save-fields]").click();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    assertThat(page.locator("#fields-form .error, #messages .msg.bad").first()).isVisible();
    assertThat(versions(key)).isEqualTo(before);
    rules.fill(right);
  }

  private void aRightRuleIsShownAndKept(Page page, String key) {
    Locator rules = page.locator("[data-field=rules]");
    rules.fill(rules.inputValue() + "\nVENDOR = \"100200\"");
    page.locator("[data-action=look]").click();
    assertThat(page.locator("#fields-form .posted")).containsText("NEW_ITEM-VENDOR[1]");
    act(page, "save-fields");
    assertThat(profile(key)).contains("100200");
    assertThat(page.locator("#history .versions li").first()).containsText("VENDOR");
  }

  private void whatWasComesBack(Page page, String key) {
    long before = versions(key);
    page.locator("[data-version='" + (before - 1) + "'] [data-action=restore]").click();
    assertThat(page.locator("[data-version='" + (before + 1) + "']")).isVisible();
    assertThat(profile(key)).doesNotContain("100200");
  }

  private void theCustomerAgrees(ShopServer shop, Browser others, String key) {
    try (BrowserContext customer = others.newContext()) {
      Page page = customer.newPage();
      signIn(page, shop, "beheer@noordwal.example", "/portal/connection");
      assertThat(page.locator("[data-number=" + key + "]")).isVisible();
      page.locator("section:has([data-number=" + key + "]) [data-action=agree]").click();
      assertThat(page.locator("[data-number=" + key + "][data-state=AGREED]")).isVisible();
      Screens.keep(page, "portal-connection");
    }
  }

  private void nothingSecretIsWrittenDown(String... secrets) {
    for (String secret : secrets) {
      String like = "%" + secret + "%";
      assertThat(rows.count("connection_version where content like ?", like)).isZero();
      assertThat(
              rows.count(
                  "audit_entry where coalesce(old_value, '') || coalesce(new_value, '') like ?",
                  like))
          .isZero();
      assertThat(rows.count("message where convert_from(payload, 'LATIN1') like ?", like)).isZero();
    }
  }

  private static String secret(Page page, Locator button, boolean adding) {
    if (adding) {
      page.locator("details:has(#add-form) > summary").click();
    }
    button.click();
    Locator shown = page.locator("[data-secret]");
    shown.waitFor();
    return shown.innerText().strip();
  }

  private static HttpResponse<String> call(ShopServer shop, String key, String secret) {
    return CallUp.post(
        shop, Form.of("USERNAME", key, "PASSWORD", secret, "~OkCode", "ADDI", "HOOK_URL", HOOK));
  }

  private static String shopPage(ShopServer shop, String key, String secret) {
    String entrance = call(shop, key, secret).headers().firstValue("Location").orElseThrow();
    return Http.get(shop.url(entrance)).body();
  }

  private String profile(String key) {
    return rows.one(String.class, "select profile from connection where key = ?", key);
  }

  private String state(String key) {
    return rows.one(String.class, "select state from connection where key = ?", key);
  }

  private long versions(String key) {
    return rows.count(
        "connection_version where connection_id = (select id from connection where key = ?)", key);
  }

  /** Presses a button after which the page comes anew, with its notice. */
  private static void act(Page page, String action) {
    page.locator("[data-action=" + action + "]").first().click();
    assertThat(page.locator("#messages [data-notice]")).isVisible();
    page.waitForLoadState(LoadState.NETWORKIDLE);
    page.reload();
  }

  private static void open(Page page, ShopServer shop, String key) {
    page.navigate(shop.url("/office/connection?key=" + key).toString());
    page.waitForLoadState(LoadState.NETWORKIDLE);
  }

  private static Page staff(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    signIn(page, shop, "kantoor@topfruit.example", "/office/connections");
    return page;
  }

  private static void signIn(Page page, ShopServer shop, String who, String where) {
    page.navigate(shop.url(where).toString());
    page.locator("[data-field=username]").fill(who);
    page.locator("[data-field=password]").fill("demo");
    page.locator("[data-action=sign-in]").click();
    page.waitForURL(url -> !url.contains("/login"));
  }
}
