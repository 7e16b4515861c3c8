package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.People;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/**
 * A customer without a purchasing system: he orders in our portal, and above his amount somebody
 * approves.
 */
@WithShop
class PortalLoopIT {

  @Test
  void belowTheAmountABasketIsAnOrderAtOnce(ShopServer shop, BrowserContext browser) {
    Page page = shopping(shop, browser);
    new Buyer(page).open("FM-1004").add().checkout().place();
    page.waitForURL(Pattern.compile(".*/portal/order\\?number=B-.*"));
    assertThat(page.locator("[data-state=PLACED]").first()).isVisible();
  }

  @Test
  void aboveTheAmountItWaitsForTheApproverWhoMakesItAnOrder(ShopServer shop, Browser browser) {
    String requisition;
    try (BrowserContext orderer = browser.newContext()) {
      Page page = shopping(shop, orderer);
      new Buyer(page).open("FM-1006").fill("quantity", "3").add().checkout().place();
      page.waitForURL(Pattern.compile(".*/portal/requisition\\?number=R-.*"));
      assertThat(page.locator("[data-state=AWAITING_AUTHORISATION]").first()).isVisible();
      requisition = page.url().substring(page.url().indexOf("/portal/"));
      assertThat(page.locator("[data-action=authorise]").count()).isZero();
    }
    try (BrowserContext approver = browser.newContext()) {
      Page page = approver.newPage();
      People.signIn(page, shop, "akkoord@noordwal.example", requisition);
      page.locator("[data-action=authorise]").click();
      page.waitForURL(Pattern.compile(".*/portal/order\\?number=B-.*"));
      page.navigate(shop.url(requisition).toString());
      assertThat(page.locator("[data-state=ORDERED]").first()).isVisible();
      assertThat(page.locator("[data-action=authorise]")).hasCount(0);
    }
  }

  private static Page shopping(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    People.signIn(page, shop, "besteller@noordwal.example", "/portal/");
    page.locator("[data-action=start]").first().click();
    new Buyer(page).arrive();
    return page;
  }
}
