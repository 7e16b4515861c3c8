package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.IntStream;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Complaints;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Posted;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.SessionRow;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Shopper;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A basket of 120 lines can be looked over, and comes over whole (row 15, "120 lines"). */
@WithShop
class LargeBasketIT {
  private static final int LINES = 120;

  /** No charge for delivery in between, no deposit, one rate: each line is one item over there. */
  private static final List<String> SKUS = List.of("FM-1001", "FM-1004", "FM-1020", "FM-1012");

  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  private static Shopper filled(ShopServer shop, String hookUrl) {
    var shopper = new Shopper(shop, CallUp.of("delinde", hookUrl));
    int quantity = 0;
    for (String sku : SKUS) {
      shopper.add(sku, "recipient", "Bewoner", "quantity", String.valueOf(++quantity));
    }
    new SessionRow(shop, shopper.url("").toString()).repeatLines(LINES / SKUS.size() - 1);
    return shopper;
  }

  /** Beside the lines where there is room, else one click away. */
  private static void toTheTotal(Page page, int width) {
    if (width < 800) {
      page.locator("a[href='#total']").click();
    } else {
      page.locator("li[data-sku], .theirs li").last().scrollIntoViewIfNeeded();
    }
  }

  @Test
  void everyLineComesOverInOrderWithItsFieldsAndItsText(ShopServer shop, BrowserContext browser) {
    Complaints complaints = Complaints.of(browser);
    Page page = browser.newPage();
    Shopper shopper = filled(shop, erp.url("/many"));
    page.navigate(shopper.url("basket").toString());
    Buyer buyer = new Buyer(page);
    assertThat(page.locator("li[data-sku]")).hasCount(LINES);
    for (int width : new int[] {1440, 390}) {
      page.setViewportSize(width, 900);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      toTheTotal(page, width);
      assertThat(buyer.action("checkout")).isInViewport();
      Screens.keep(page, "many-basket-" + width);
    }
    page.setViewportSize(1440, 900);
    page.locator("[data-field=quantity]").last().fill("7");
    page.locator("[data-field=quantity]").last().press("Tab");
    page.locator("[data-notice], #basket-live .msg").first().waitFor();
    buyer.checkout();
    assertThat(buyer.action("return")).isInViewport();
    for (int width : new int[] {1440, 390}) {
      page.setViewportSize(width, 900);
      assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
          .isEqualTo(true);
      toTheTotal(page, width);
      assertThat(buyer.action("return")).isInViewport();
      Screens.keep(page, "many-review-" + width);
    }
    buyer.handOver();
    page.waitForURL("**/requisition**");

    Posted posted = Posted.of(erp.post("/many"), Charset.forName("windows-1252"));
    int goods = (int) posted.column("VENDORMAT").stream().filter(SKUS::contains).count();
    assertThat(goods).isEqualTo(LINES);
    int items = posted.items();
    assertThat(posted.column("EXT_QUOTE_ITEM"))
        .isEqualTo(IntStream.rangeClosed(1, items).mapToObj(String::valueOf).toList());
    List<String> promised =
        new Rows(shop)
                .list(
                    "select l.sku || ' ' || cast(l.quantity as int) as line from requisition_line l join requisition r on r.id = l.requisition_id"
                        + " where r.number = ? order by l.item_number",
                    posted.value("EXT_QUOTE_ID", 1))
                .stream()
                .map(row -> (String) row.get("line"))
                .toList();
    assertThat(
            IntStream.rangeClosed(1, items)
                .mapToObj(i -> posted.value("VENDORMAT", i) + " " + posted.value("QUANTITY", i)))
        .containsExactlyElementsOf(promised);
    for (int i = 1; i <= items; i++) {
      for (String field : List.of("DESCRIPTION", "UNIT", "PRICE", "CURRENCY", "EXT_PRODUCT_ID")) {
        assertThat(posted.value(field, i)).as(field + " of " + i).isNotEmpty();
      }
      String name = posted.value("DESCRIPTION", i).substring(0, 9);
      assertThat(posted.longText(i)).as("LONGTEXT of " + i).startsWith(name);
    }
    complaints.assertNone();
  }

  @Test
  void theSimulatorTakesAllOfIt(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Shopper shopper = filled(shop, shop.url("/simulator/hook/delinde").toString());
    SessionRow session = new SessionRow(shop, shopper.url("").toString());
    page.navigate(shopper.url("review").toString());
    new Buyer(page).handOver();
    page.locator("[data-state=RETURNED]").waitFor();
    long items =
        new Rows(shop)
            .count(
                "requisition_line where requisition_id = (select requisition_id from shopping_session where id = ?)",
                session.id());
    assertThat(items).isGreaterThanOrEqualTo(LINES);
    assertThat(page.locator("[data-field=quantity]")).hasCount((int) items);
    Screens.keep(page, "many-simulator");
  }
}
