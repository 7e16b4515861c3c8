package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.People;
import nl.topfruit.shop.support.Posted;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.SessionRow;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A double click does it once (T10), and what cannot go on says why. */
@WithShop
class OnceIT {
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
  void everyButtonOnTheWayDoesItOnce(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/once");
    SessionRow session = new SessionRow(shop, buyer.root());
    buyer.open("FM-1004").action("add").dblclick();
    buyer.action("checkout").waitFor();
    buyer.open("FM-1001").action("add-again").dblclick();
    assertThat(page.locator("#bar-basket .n").first()).hasText("2");
    buyer.go("basket");
    assertThat(page.locator("li[data-sku]")).hasCount(2);
    buyer.action("checkout").dblclick();
    buyer.action("return").waitFor();
    buyer.action("return").dblclick();
    page.waitForURL("**/requisition**");
    Rows rows = new Rows(shop);
    assertThat(rows.count("basket_line where session_id = ?", session.id())).isEqualTo(2);
    assertThat(rows.count("requisition where session_id = ?", session.id())).isEqualTo(1);
    String quote = Posted.of(erp.post("/once"), StandardCharsets.UTF_8).value("EXT_QUOTE_ID", 1);
    assertThat(erp.posts())
        .allSatisfy(
            post ->
                assertThat(Posted.of(post, StandardCharsets.UTF_8).column("EXT_QUOTE_ID"))
                    .containsOnly(quote));
  }

  @Test
  void placingInThePortalTwiceIsOneOrder(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    People.signIn(page, shop, "besteller@noordwal.example", "/portal/");
    page.locator("[data-action=start]").first().click();
    Buyer buyer = new Buyer(page).arrive();
    SessionRow session = new SessionRow(shop, buyer.root());
    buyer.open("FM-1001").add().checkout().action("place").dblclick();
    page.waitForURL(Pattern.compile(".*/portal/order\\?number=B-.*"));
    assertThat(
            new Rows(shop)
                .count(
                    "customer_order o join requisition r on r.id = o.requisition_id where r.session_id = ?",
                    session.id()))
        .isEqualTo(1);
  }

  @Test
  void whatLeftTheAssortmentIsShownStopsTheReturnAndCanBeTakenOut(
      ShopServer shop, BrowserContext browser) {
    Rows rows = new Rows(shop);
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/gone");
    buyer.open("FM-1040").add();
    buyer.open("FM-1004").add();
    Page review = browser.newPage();
    review.navigate(buyer.root() + "review");
    rows.change("update product set active = false where sku = 'FM-1040'");
    try {
      new Buyer(review).handOver();
      assertThat(review.locator("[role=alert]")).isVisible();
      assertThat(review.locator("[data-action=return]")).hasCount(0);
      assertThat(review.locator("main .error")).isVisible();
      Screens.keep(review, "gone-review");
      page.reload();
      assertThat(page.locator("li[data-sku=FM-1040] .error")).containsText("niet meer");
      assertThat(page.locator("[data-action=checkout]")).hasCount(0);
      page.locator("li[data-sku=FM-1040] [data-action=remove]").click();
      assertThat(page.locator("li[data-sku=FM-1040]")).hasCount(0);
      buyer.checkout().handOver();
      page.waitForURL("**/requisition**");
    } finally {
      rows.change("update product set active = true where sku = 'FM-1040'");
    }
    assertThat(Posted.of(erp.post("/gone"), StandardCharsets.UTF_8).column("VENDORMAT"))
        .containsExactly("FM-1004");
  }

  @Test
  void aDayThatFilledUpMeanwhileIsSaidWithWhatToDo(ShopServer shop, BrowserContext browser) {
    Rows rows = new Rows(shop);
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/full");
    buyer.open("FM-1004");
    String day = buyer.days().get(3).toString();
    buyer.fill("deliver-on", day).fill("quantity", "3").add().checkout();
    rows.change(
        "insert into delivery_capacity (day, capacity, taken) values (cast(? as date), 5000, 4998)"
            + " on conflict (day) do update set taken = delivery_capacity.capacity - 2",
        day);
    try {
      buyer.handOver();
      assertThat(page.locator("[role=alert]")).containsText("geen plaats meer");
      Screens.keep(page, "full-review");
    } finally {
      rows.change("update delivery_capacity set taken = 0 where day = cast(? as date)", day);
    }
    buyer.handOver();
    page.waitForURL("**/requisition**");
    assertThat(erp.posts()).hasSize(1);
  }
}
