package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.Complaints;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Posted;
import nl.topfruit.shop.support.SessionRow;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several call-ups at once: of one user in one browser, of a whole department under one login, in
 * several windows (cases/punchout.md rows 1, 5, 6, 20, 22 and 44).
 */
@WithShop
class SeveralShoppersIT {
  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  private Posted posted(String path) {
    return Posted.of(erp.post(path), StandardCharsets.UTF_8);
  }

  @Test
  void twoCallUpsOfOneUserReturnedInReverseOrderKeepTheirBasketsAndTheirWayBack(
      ShopServer shop, BrowserContext browser) {
    Complaints complaints = Complaints.of(browser);
    Page first = browser.newPage();
    Page second = browser.newPage();
    Buyer one = Buyer.from(erp, shop, first, "direct", "/first?session=1&~a=b%26c");
    Buyer two = Buyer.from(erp, shop, second, "direct", "/second?session=2");
    assertThat(one.root()).isNotEqualTo(two.root());
    one.open("FM-1001").add();
    two.open("FM-1004").fill("quantity", "3").add();
    one.open("WF-0020").add();
    two.open("FM-1012").add();

    two.checkout().handOver();
    second.waitForURL("**/requisition**");
    one.checkout().handOver();
    first.waitForURL("**/requisition**");

    assertThat(erp.posts()).extracting(Erp.Post::path).containsExactly("/second", "/first");
    assertThat(erp.post("/second").query()).isEqualTo("session=2");
    assertThat(erp.post("/first").query()).isEqualTo("session=1&~a=b%26c");
    assertThat(posted("/second").column("VENDORMAT"))
        .containsExactlyInAnyOrder("FM-1004", "FM-1012");
    assertThat(posted("/second").value("QUANTITY", posted("/second").indexOf("FM-1004")))
        .isEqualTo("3");
    assertThat(posted("/first").column("VENDORMAT"))
        .contains("FM-1001", "WF-0020")
        .doesNotContain("FM-1004", "FM-1012");
    assertThat(posted("/first").value("EXT_QUOTE_ID", 1))
        .isNotEqualTo(posted("/second").value("EXT_QUOTE_ID", 1));
    complaints.assertNone();
  }

  @Test
  void aSecondCallUpInTheSameWindowBeginsEmptyAndTheFirstGoesOnByBack(
      ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer one = Buyer.from(erp, shop, page, "direct", "/one");
    String first = one.open("FM-1001").add().root();
    Buyer two = Buyer.from(erp, shop, page, "direct", "/two");
    assertThat(two.root()).isNotEqualTo(first);
    two.go("basket");
    assertThat(page.locator("[data-sku]")).hasCount(0);
    page.goBack();
    page.goBack();
    page.goBack();
    assertThat(page.locator("li[data-sku=FM-1001]")).hasCount(1);
    assertThat(new Buyer(page).root()).isEqualTo(first);
  }

  @Test
  void theSessionOutlivesReloadAndBackOnEveryPage(ShopServer shop, BrowserContext browser) {
    Complaints complaints = Complaints.of(browser);
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/reload");
    String root = buyer.open("FM-1004").fill("quantity", "2").add().root();
    List<String> pages =
        List.of(
            "",
            "?q=mand",
            "product?sku=FM-1001",
            "basket",
            "review",
            "leave",
            "?category=werkfruit");
    for (String path : pages) {
      page.navigate(root + path);
      page.reload();
      assertThat(page.locator("#bar-basket .n").first()).hasText("1");
      assertThat(page.locator("h1")).hasCount(1);
    }
    for (int i = pages.size() - 2; i >= 0; i--) {
      page.goBack();
      assertThat(page).hasURL(root + pages.get(i));
      assertThat(page.locator("#bar-basket .n").first()).hasText("1");
    }
    page.goForward();
    assertThat(page).hasURL(root + pages.get(1));
    buyer.checkout().handOver();
    page.waitForURL("**/requisition**");
    assertThat(posted("/reload").value("QUANTITY", 1)).isEqualTo("2");
    complaints.assertNone();
  }

  @Test
  void twoWindowsOfOneSessionShareItsBasket(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/share");
    Page second = browser.newPage();
    second.navigate(buyer.root());
    Buyer same = new Buyer(second).arrive();
    same.open("FM-1004").add();
    buyer.open("FM-1001").add();
    assertThat(page.locator("li[data-sku]")).hasCount(2);
    // the other window still shows one; what it does counts for both
    same.field("quantity").fill("4");
    same.field("quantity").press("Tab");
    assertThat(second.locator("li[data-sku]")).hasCount(2);
    buyer.checkout().handOver();
    page.waitForURL("**/requisition**");
    assertThat(posted("/share").items()).isEqualTo(2);
    assertThat(posted("/share").value("QUANTITY", posted("/share").indexOf("FM-1004")))
        .isEqualTo("4");
    same.go("basket").state("RETURNED");
  }

  @Test
  void aDepartmentThatSharesALoginHasABasketForEach(ShopServer shop, Browser browser) {
    try (BrowserContext oneBrowser = browser.newContext();
        BrowserContext otherBrowser = browser.newContext()) {
      Page one = oneBrowser.newPage();
      Page other = otherBrowser.newPage();
      Buyer anna = Buyer.from(erp, shop, one, "delinde", "/anna");
      Buyer bert = Buyer.from(erp, shop, other, "delinde", "/bert");
      anna.open("FM-1001").add();
      bert.open("FM-1004").add();
      anna.open("FM-1012").add();
      bert.go("?q=werkfruit").arrive();
      anna.go("?category=fruitmanden").arrive();
      bert.open("WF-0020").add();
      anna.go("basket");
      assertThat(one.locator("li[data-sku]")).hasCount(2);
      bert.go("basket");
      assertThat(other.locator("li[data-sku]")).hasCount(2);
      bert.go("leave").frame().locator("main [data-action=log-off]").click();
      other.waitForURL("**/requisition**");
      one.reload();
      assertThat(one.locator("li[data-sku]")).hasCount(2);
      anna.checkout().handOver();
      one.waitForURL("**/requisition**");
      assertThat(posted("/anna").column("VENDORMAT"))
          .containsExactlyInAnyOrder("FM-1001", "FM-1012");
      assertThat(posted("/bert").items()).isZero();
    }
  }

  @Test
  void whereALoginIsSharedNoBasketIsKeptForACollegueToFind(
      ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "delinde", "/shared");
    buyer.open("FM-1001").add().go("leave");
    assertThat(page.locator("[data-action=keep]")).hasCount(0);
    assertThat(page.locator("main .hint")).containsText("collega");
    new SessionRow(shop, buyer.root()).expire();
    assertThat(page.reload().status()).isEqualTo(410);
    assertThat(page.locator("main")).containsText("mandje is er niet meer");
    Buyer.from(erp, shop, page, "delinde", "/shared");
    assertThat(page.locator("[data-kept]")).hasCount(0);
  }
}
