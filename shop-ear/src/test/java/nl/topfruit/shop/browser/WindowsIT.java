package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Complaints;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Posted;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The other windows that purchasing systems open us in: a popup, a tab of its own, an embedded
 * browser without script (the frame has its own test).
 */
@WithShop
class WindowsIT {
  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  @Test
  void aPopupReturnsIntoTheWindowThatOpenedIt(ShopServer shop, BrowserContext browser) {
    Complaints complaints = Complaints.of(browser);
    Page system = browser.newPage();
    Form callUp = CallUp.of("direct", erp.url("/popup")).with("returntarget", "purchasing");
    system.navigate(erp.startPage("/opener", shop.url("/oci").toString(), callUp, "topfruit", ""));
    system.evaluate("window.name = 'purchasing'");
    Page popup =
        browser.waitForPage(
            () ->
                system.evaluate(
                    "() => { open('about:blank', 'topfruit', 'width=900,height=700'); document.querySelector('form').submit(); }"));
    Buyer buyer = new Buyer(popup).arrive();
    buyer.open("FM-1004").add().checkout().handOver();
    system.waitForURL("**/requisition**");
    assertThat(Posted.of(erp.post("/popup"), StandardCharsets.UTF_8).column("VENDORMAT"))
        .containsExactly("FM-1004");
    assertThat(erp.posts()).hasSize(1);
    // what is left of the popup is the return page, whose button is there for a second try
    assertThat(popup.locator("body")).containsText("Dit venster kunt u daarna sluiten");
    Screens.keep(popup, "popup-after");
    assertThat(popup.locator("#oci-return button")).isVisible();
    complaints.assertNone();
  }

  @Test
  void aTabOfItsOwnReturnsInItself(ShopServer shop, BrowserContext browser) {
    Page system = browser.newPage();
    Form callUp = CallUp.of("direct", erp.url("/tab"));
    system.navigate(erp.startPage("/tabs", shop.url("/oci").toString(), callUp, "_blank", ""));
    Page tab = browser.waitForPage(() -> system.locator("#go").click());
    Buyer buyer = new Buyer(tab).arrive();
    buyer.open("FM-1004").add().checkout().handOver();
    tab.waitForURL("**/requisition**");
    assertThat(system.url()).isEqualTo(erp.url("/tabs"));
    assertThat(erp.posts()).hasSize(1);
  }

  @Test
  void withoutScriptOneSearchesChoosesWritesACardAndHandsOver(ShopServer shop, Browser browser) {
    try (BrowserContext plain =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = plain.newPage();
      Buyer buyer = Buyer.from(erp, shop, page, "direct", "/plain");
      page.locator("[name=q]").fill("klassiek");
      page.locator("[data-scriptless]").first().click();
      buyer.arrive();
      assertThat(page.locator("article[data-sku]").first()).containsText("Klassiek");
      buyer.choose("FM-1004");
      buyer.field("quantity").fill("2");
      buyer.field("card-text").fill("Beterschap!");
      buyer.add();
      assertThat(page.locator(".cardline")).containsText("Beterschap!");
      page.locator(".shops a").click();
      buyer.arrive().go("?lang=en").arrive();
      assertThat(page.locator("html")).hasAttribute("lang", "en");
      buyer.checkout().handOver();
      page.locator("#oci-return button").click();
      page.waitForURL("**/requisition**");
      Posted posted = Posted.of(erp.post("/plain"), StandardCharsets.UTF_8);
      assertThat(posted.value("VENDORMAT", 1)).isEqualTo("FM-1004");
      assertThat(posted.value("QUANTITY", 1)).isEqualTo("2");

      Buyer leaving = Buyer.from(erp, shop, page, "direct", "/leaving");
      leaving.open("FM-1004").add();
      page.locator("header a[href=leave]").click();
      page.locator("main [data-action=log-off]").click();
      page.locator("#oci-return button").click();
      page.waitForURL("**/requisition**");
      assertThat(Posted.of(erp.post("/leaving"), StandardCharsets.UTF_8).items()).isZero();
    }
  }
}
