package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Complaints;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Eventually;
import nl.topfruit.shop.support.Posted;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Both web shops in one call-up: a switch in the bar, one basket, one return, one order. */
@WithShop
class TwoWebShopsIT {
  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  private static void switchTo(Page page, String code) {
    page.locator(".shops a[href*='shop=" + code + "']").click();
    new Buyer(page).arrive();
  }

  @Test
  void oneBasketOfBothGoesOverInOneReturnAndEachLineSaysItsShop(
      ShopServer shop, BrowserContext browser) {
    Complaints complaints = Complaints.of(browser);
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "delinde", "/both");
    assertThat(page.locator(".shops [aria-current]")).hasText("Topfruit");
    buyer.open("WF-0020").add();
    switchTo(page, "topgeschenken");
    assertThat(page.locator(".shops [aria-current]")).hasText("Topgeschenken");
    assertThat(page.locator("#bar-basket .n").first()).hasText("1");
    buyer.go("?q=TG-3010").arrive().choose("TG-3010").fill("card-text", "Dank u wel!").add();
    assertThat(page.locator("[data-sku=WF-0020] [data-shop=topfruit]")).hasText("Topfruit");
    assertThat(page.locator("[data-sku=TG-3010] [data-shop=topgeschenken]"))
        .hasText("Topgeschenken");
    assertThat(page.locator("[data-sku=TG-3010] .cardline")).containsText("Dank u wel!");
    Screens.keep(page, "both-basket");
    buyer.checkout();
    assertThat(page.locator("[data-shop=topgeschenken]")).hasCount(1);
    buyer.handOver();
    page.waitForURL("**/requisition**");

    Posted posted = Posted.of(erp.post("/both"), Charset.forName("windows-1252"));
    assertThat(erp.posts()).hasSize(1);
    assertThat(posted.column("EXT_QUOTE_ID").stream().distinct()).hasSize(1);
    assertThat(posted.longText(posted.indexOf("WF-0020"))).contains("Webwinkel: Topfruit");
    assertThat(posted.longText(posted.indexOf("TG-3010"))).contains("Webwinkel: Topgeschenken");
    complaints.assertNone();
  }

  @Test
  void theCallUpMayNameTheWebShopAndTheOtherIsStillThere(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer.from(
        erp, shop, page, CallUp.of("delinde", erp.url("/named")).with("SHOP", "topgeschenken"));
    assertThat(page.locator(".shops [aria-current]")).hasText("Topgeschenken");
    assertThat(page.locator("article[data-sku^=TG-]").first()).isVisible();
    switchTo(page, "topfruit");
    assertThat(page.locator("article[data-sku^=WF-]").first()).isVisible();
    assertThat(page.locator("article[data-sku^=TG-]")).hasCount(0);
  }

  @Test
  void theOrderKeepsTheShopOfEachLineAndTheInvoiceItsSeller(
      ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(shop.url("/simulator/?account=direct").toString());
    page.locator("[data-action=start]").click();
    Buyer buyer = new Buyer(page).arrive();
    buyer.open("FM-1020").add();
    switchTo(page, "topgeschenken");
    buyer.go("?q=TG-3010").arrive().choose("TG-3010").add().checkout().handOver();
    page.locator("[data-action=authorise]").click();
    page.locator("[data-state=AUTHORISED]").waitFor();
    String number = page.locator("[data-number]").first().getAttribute("data-number");
    page.locator("[data-action=send-order]").click();
    page.locator("[data-state=ORDERED]").waitFor();

    Rows rows = new Rows(shop);
    String ofOrder =
        " join customer_order o on o.id = l.order_id join business_account a on a.id = o.account_id"
            + " where a.key = 'direct' and o.purchase_order_number = ? and l.kind = 'GOODS'";
    Map<String, String> shops =
        rows
            .list(
                "select l.sku, w.code from order_line l join web_shop w on w.id = l.web_shop_id"
                    + ofOrder,
                number)
            .stream()
            .collect(
                Collectors.toMap(row -> (String) row.get("sku"), row -> (String) row.get("code")));
    assertThat(shops).isEqualTo(Map.of("FM-1020", "topfruit", "TG-3010", "topgeschenken"));
    String invoiced =
        "select distinct i.selling_entity_id, w.selling_entity_id as of_shop from order_line l"
            + " join web_shop w on w.id = l.web_shop_id join invoice i on i.order_id = l.order_id"
            + ofOrder;
    List<Map<String, Object>> sellers =
        Eventually.get(
            "the invoice",
            () -> Optional.of(rows.list(invoiced, number)).filter(found -> !found.isEmpty()));
    assertThat(sellers)
        .allSatisfy(row -> assertThat(row.get("selling_entity_id")).isEqualTo(row.get("of_shop")));
  }
}
