package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.net.URI;
import nl.topfruit.shop.support.Accessibility;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.ConnectionSettings;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.People;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.SessionRow;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/**
 * A basket that was left, by choice or because time was over, waits for the one who left it, where
 * it is known who that was; T11: in a punchout it belongs to the session.
 */
@WithShop
class KeptBasketIT {
  private static Buyer shopping(ShopServer shop, Page page, String who) {
    People.signIn(page, shop, who, "/portal/");
    page.locator("[data-action=start]").first().click();
    return new Buyer(page).arrive();
  }

  private static Buyer again(ShopServer shop, Page page) {
    page.navigate(shop.url("/portal/shopping").toString());
    return new Buyer(page).arrive();
  }

  @Test
  void aBasketThatIsKeptIsTakenUpByTheSamePersonOnceAsItWas(ShopServer shop, Browser browser) {
    try (BrowserContext mine = browser.newContext();
        BrowserContext theirs = browser.newContext()) {
      Page page = mine.newPage();
      Buyer buyer = shopping(shop, page, "besteller@noordwal.example");
      buyer.open("FM-1004").fill("quantity", "2").fill("card-text", "Voor Ans").add();
      buyer.open("FM-1001").add().go("leave");
      Screens.keep(page, "leave-known");
      assertThat(Accessibility.violations(page)).isEmpty();
      page.locator("[data-action=keep]").click();
      page.waitForURL("**/portal/**");

      Page other = theirs.newPage();
      shopping(shop, other, "akkoord@noordwal.example");
      assertThat(other.locator("[data-kept]")).hasCount(0);

      Buyer later = again(shop, page);
      later.open("FM-1012").add().go("");
      assertThat(page.locator("[data-kept='2']")).isVisible();
      Screens.keep(page, "kept");
      assertThat(Accessibility.violations(page)).isEmpty();
      page.locator("[data-action=take-up]").dblclick();
      assertThat(page.locator("li[data-sku]")).hasCount(3);
      assertThat(page.locator("[data-sku=FM-1004] [data-field=quantity]")).hasValue("2");
      assertThat(page.locator("[data-sku=FM-1004] .cardline")).containsText("Voor Ans");
      later.go("").arrive();
      assertThat(page.locator("[data-kept]")).hasCount(0);
      again(shop, page);
      // it is in the basket of the session before
      assertThat(page.locator("[data-kept]")).hasCount(0);
    }
  }

  @Test
  void aBasketThatExpiredWaitsTwoWeeksAndCanBeThrownAway(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = shopping(shop, page, "besteller@direct.example");
    buyer.open("FM-1004").add();
    SessionRow left = new SessionRow(shop, buyer.root());
    left.expire();
    page.reload();
    page.locator("[data-state=EXPIRED]").waitFor();
    left.change("expires_at = now() - interval '15 days'");
    again(shop, page);
    assertThat(page.locator("[data-kept]")).hasCount(0);
    left.change("expires_at = now() - interval '13 days'");
    page.reload();
    assertThat(page.locator("[data-kept='1']")).isVisible();
    page.locator("[data-action=throw-away]").click();
    assertThat(page.locator("[data-notice]")).isVisible();
    assertThat(page.locator("[data-kept]")).hasCount(0);
  }

  /** The system says in every call-up who shops. */
  @Test
  void whereTheCallUpNamesTheOrdererHisBasketWaitsForHimAndForNobodyElse(
      ShopServer shop, BrowserContext browser) {
    ConnectionSettings.with(
        shop,
        "delinde",
        ConnectionSettings.names("\"ordererEmail\":[\"EMAIL\"]"),
        () -> {
          new Rows(shop)
              .change("update connection set orderers = 'KNOWN_ONLY' where key = 'delinde'");
          try (Erp erp = new Erp()) {
            Form mine =
                CallUp.of("delinde", erp.url("/kept")).with("EMAIL", "besteller@delinde.example");
            Page page = browser.newPage();
            Buyer buyer = Buyer.from(erp, shop, page, mine);
            buyer.open("FM-1004").add().go("leave").action("keep").click();
            page.waitForURL("**/requisition**");
            assertThat(erp.post("/kept").body()).doesNotContain("NEW_ITEM");

            Buyer.from(erp, shop, page, mine.but("EMAIL", "akkoord@delinde.example"));
            assertThat(page.locator("[data-kept]")).hasCount(0);

            Buyer later = Buyer.from(erp, shop, page, mine);
            later.action("take-up").click();
            assertThat(page.locator("li[data-sku=FM-1004]")).isVisible();
            new SessionRow(shop, later.root()).expire();
            page.reload();
            assertThat(page.locator("main")).containsText("twee weken");
            Buyer.from(erp, shop, page, mine);
            assertThat(page.locator("[data-kept='1']")).isVisible();
          }
        });
  }

  @Test
  void nobodyCanKeepOrTakeUpWhereTheLoginIsShared(ShopServer shop) {
    String root = shop.url(CallUp.open(shop, "delinde")).toString();
    assertThat(Http.post(URI.create(root + "log-off"), Form.of("keep", "1")).statusCode())
        .isEqualTo(404);
    assertThat(new SessionRow(shop, root).value(String.class, "state")).isEqualTo("OPEN");
    assertThat(Http.post(URI.create(root + "kept"), Form.of("take-up", "1")).statusCode())
        .isEqualTo(303);
    assertThat(
            new Rows(shop)
                .count("basket_line where session_id = ?", new SessionRow(shop, root).id()))
        .isZero();
    assertThat(Http.post(URI.create(root + "kept"), Form.of()).statusCode()).isEqualTo(400);
  }
}
