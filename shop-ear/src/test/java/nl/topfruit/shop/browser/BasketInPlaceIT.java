package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Complaints;
import nl.topfruit.shop.support.Eventually;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/** Changing the basket with quick hands on a slow line: the last wish counts, nothing is lost. */
@WithShop
class BasketInPlaceIT {
  private static Buyer filled(ShopServer shop, Page page, String... skus) {
    page.navigate(shop.url(CallUp.open(shop, "direct")).toString());
    Buyer buyer = new Buyer(page).arrive();
    for (String sku : skus) {
      buyer.open(sku).add();
    }
    return buyer;
  }

  /** A server that is slow: whoever changes this basket waits until the connection is closed. */
  private static Connection slow(ShopServer shop, String lineField) throws SQLException {
    Connection connection = shop.database();
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement(
            "select s.id from shopping_session s join basket_line l on l.session_id = s.id"
                + " where l.id = ? for update of s")) {
      lock.setObject(1, line(lineField));
      lock.execute();
    }
    return connection;
  }

  private static UUID line(String lineField) {
    return UUID.fromString(lineField.substring("quantity-".length()));
  }

  private static List<String> posts(Page page) {
    List<String> posts = new CopyOnWriteArrayList<>();
    page.onRequest(
        request -> {
          if ("POST".equals(request.method())) {
            posts.add(request.postData());
          }
        });
    return posts;
  }

  private static Locator quantity(Page page, String sku) {
    return page.locator("[data-sku='" + sku + "'] [data-field=quantity]");
  }

  private static int inTheBasket(ShopServer shop, String lineField) {
    return new Rows(shop)
        .one(Integer.class, "select quantity from basket_line where id = ?", line(lineField));
  }

  @Test
  void aQuantityTypedWhileAnotherIsSentIsSentAfterIt(ShopServer shop, BrowserContext browser)
      throws SQLException {
    Complaints complaints = Complaints.of(browser);
    Page page = browser.newPage();
    filled(shop, page, "FM-1001", "FM-1004");
    Locator first = quantity(page, "FM-1001");
    Locator second = quantity(page, "FM-1004");
    try (Connection slow = slow(shop, first.getAttribute("name"))) {
      first.fill("2");
      first.press("Tab");
      second.fill("3");
      second.press("Tab");
      first.fill("4");
      first.press("Tab");
      // still being typed when the answers come
      second.fill("5");
      slow.rollback();
    }
    assertThat(page.locator("[data-sku=FM-1001] .amount")).containsText("87,80");
    assertThat(page.locator("[data-sku=FM-1004] .amount")).containsText("104,85");
    assertThat(second).hasValue("5");
    assertThat(second).isFocused();
    second.press("Tab");
    assertThat(page.locator("[data-sku=FM-1004] .amount")).containsText("174,75");
    assertThat(inTheBasket(shop, first.getAttribute("name"))).isEqualTo(4);
    assertThat(inTheBasket(shop, second.getAttribute("name"))).isEqualTo(5);
    complaints.assertNone();
  }

  @Test
  void takingOutWhileAQuantityIsSentDoesBothOnce(ShopServer shop, BrowserContext browser)
      throws SQLException {
    Page page = browser.newPage();
    filled(shop, page, "FM-1001", "FM-1004");
    List<String> posts = posts(page);
    Locator stays = quantity(page, "FM-1004");
    try (Connection slow = slow(shop, stays.getAttribute("name"))) {
      stays.fill("3");
      page.locator("[data-sku=FM-1001] [data-action=remove]").dblclick();
      slow.rollback();
    }
    assertThat(page.locator("[data-sku=FM-1001]")).hasCount(0);
    assertThat(page.locator("[data-sku=FM-1004] .amount")).containsText("104,85");
    assertThat(page.locator("#basket-live button")).isFocused();
    assertThat(posts).as("the quantity and one click of a double click").hasSize(2);
    page.locator("#basket-live button").click();
    assertThat(page.locator("[data-sku=FM-1001]")).hasCount(1);
    assertThat(stays).hasValue("3");
  }

  @Test
  void checkingOutRightAfterTypingTakesWhatWasTyped(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = filled(shop, page, "FM-1004");
    quantity(page, "FM-1004").fill("3");
    buyer.action("checkout").dblclick();
    buyer.action("return").waitFor();
    assertThat(buyer.total("net")).isEqualTo("104.85");
  }

  @Test
  void aLinkWaitsUntilWhatWasTypedIsSent(ShopServer shop, BrowserContext browser)
      throws SQLException {
    Page page = browser.newPage();
    Buyer buyer = filled(shop, page, "FM-1004");
    Locator field = quantity(page, "FM-1004");
    String line = field.getAttribute("name");
    try (Connection slow = slow(shop, line)) {
      field.fill("3");
      page.locator("nav.crumb a").click();
      assertThat(field).hasValue("3");
      slow.rollback();
    }
    page.locator("article[data-sku]").first().waitFor();
    assertThat(inTheBasket(shop, line)).isEqualTo(3);
    assertThat(page.locator("#bar-basket")).containsText("104,85");
    assertThat(buyer.root()).isEqualTo(page.url());
  }

  @Test
  void goingBackWhileTypingLosesNothing(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    filled(shop, page, "FM-1004");
    Locator field = quantity(page, "FM-1004");
    String line = field.getAttribute("name");
    field.fill("3");
    page.goBack();
    Eventually.that("the quantity is in the basket", () -> inTheBasket(shop, line) == 3);
  }

  @Test
  void withoutAnAnswerWhatIsTypedStaysAndIsSentWithTheNextTry(
      ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    filled(shop, page, "FM-1001", "FM-1004");
    page.route("**/basket*", Route::abort);
    Locator field = quantity(page, "FM-1001");
    field.fill("2");
    field.press("Tab");
    assertThat(page.locator("#messages .msg.bad")).isVisible();
    assertThat(field).hasValue("2");
    page.unroute("**/basket*");
    quantity(page, "FM-1004").fill("3");
    quantity(page, "FM-1004").press("Tab");
    assertThat(page.locator("[data-sku=FM-1004] .amount")).containsText("104,85");
    assertThat(page.locator("[data-sku=FM-1001] .amount")).containsText("43,90");
    assertThat(page.locator("#messages .msg.bad")).hasCount(0);
  }

  @Test
  void aRefusedQuantityIsSaidAndTheOtherStands(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = filled(shop, page, "FM-1001", "FM-1004");
    Locator wrong = quantity(page, "FM-1001");
    wrong.fill("1,5");
    wrong.press("Tab");
    assertThat(page.locator("#basket-live .msg, #basket-live li").first()).isVisible();
    assertThat(wrong).hasValue("1,5");
    quantity(page, "FM-1004").fill("3");
    page.waitForResponse(
        answer -> String.valueOf(answer.request().postData()).contains("checkout=1"),
        () -> buyer.action("checkout").click());
    assertThat(page.locator("#messages .msg.bad, #messages li").first()).isVisible();
    page.locator("[data-sku=FM-1001] [data-action=remove]").click();
    assertThat(page.locator("[data-sku=FM-1001]")).hasCount(0);
    assertThat(page.locator("[data-sku=FM-1004] .amount")).containsText("104,85");
  }

  @Test
  void withoutScriptTheSameButtonsTakeWhatWasTyped(ShopServer shop, Browser browser) {
    try (BrowserContext plain =
        browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))) {
      Page page = plain.newPage();
      Buyer buyer = filled(shop, page, "FM-1001", "FM-1004");
      quantity(page, "FM-1001").fill("4");
      page.locator("[data-sku=FM-1004] [data-action=remove]").click();
      assertThat(page.locator("[data-sku=FM-1004]")).hasCount(0);
      assertThat(quantity(page, "FM-1001")).hasValue("4");
      quantity(page, "FM-1001").fill("2");
      buyer.action("checkout").click();
      buyer.action("return").waitFor();
      assertThat(buyer.total("net")).isEqualTo("43.90");
    }
  }
}
