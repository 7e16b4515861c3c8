package nl.topfruit.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole loop as a newcomer walks it, in the browser and through the simulated purchasing system
 * of every account that has one: call-up, basket, review, authorisation with a quantity changed,
 * order, delivery, invoice, booked.
 */
@WithShop
class LoopThroughSimulatorIT {
  private static final String CARD = "Van harte <beterschap> & \"tot gauw\"";

  @Test
  @Tag("quick")
  void oneButtonOnTheFrontPageLeadsAllTheWayToABookedInvoice(ShopServer shop, Browser browser) {
    walk(shop, browser, "delinde", "nl", 1440);
  }

  @ParameterizedTest(name = "{0} in {1} at {2} px")
  @CsvSource({
    "delinde, en, 1440",
    "delinde, nl, 390",
    "merenwaard, nl, 1440",
    "zuiderhaven, nl, 1440",
    "direct, en, 390",
  })
  void theLoopEndsBookedForEveryAccountLanguageAndWidth(
      String account, String language, int width, ShopServer shop, Browser browser) {
    walk(shop, browser, account, language, width);
  }

  private static void walk(
      ShopServer shop, Browser browser, String account, String language, int width) {
    try (BrowserContext context =
        browser.newContext(
            new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setTimezoneId("Europe/Amsterdam"))) {
      Page page = context.newPage();
      String look = "loop-" + account + "-" + language + "-" + width + "-";

      Buyer buyer = callUp(shop, page, account, language);
      Screens.keep(page, look + "1-list");
      buyer.choose("FM-1004").fill("quantity", "2").add();
      buyer.open("FM-1001");
      LocalDate day = buyer.days().get(1);
      buyer
          .fill("deliver-on", day.toString())
          .fill("recipient", "Afdeling Zoë")
          .fill("card-text", CARD)
          .fill("reference", "Zomer & \"zon\"");
      Screens.keep(page, look + "2-product");
      buyer.add();
      Screens.keep(page, look + "3-basket");
      String net = buyer.total("net");
      buyer.checkout();
      assertThat(buyer.total("net")).isEqualTo(net);
      Screens.keep(page, look + "4-review");
      buyer.handOver();

      String number = authorise(page, language, look);
      page.locator("[data-action=send-order]").click();
      page.locator("[data-action=deliver]").click();
      page.locator("[data-state=DELIVERED]").waitFor();
      Screens.keep(page, look + "6-ordered");
      page.locator("[data-action=fetch-invoice]").first().click();
      page.locator("[data-state=BOOKED]").waitFor();
      Screens.keep(page, look + "7-booked");

      assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
      assertThat(page.locator("body").innerText())
          .as("the text of the card stays with us")
          .doesNotContain("beterschap");
      assertBooked(new Rows(shop), account, number, day);
    }
  }

  private static Buyer callUp(ShopServer shop, Page page, String account, String language) {
    page.navigate(shop.url("/?lang=" + language).toString());
    if ("delinde".equals(account)) {
      page.locator("a[href*='/simulator/?account=delinde']").first().click();
    } else {
      page.navigate(shop.url("/simulator/?account=" + account).toString());
    }
    page.locator("[data-action=start]").click();
    Buyer buyer = new Buyer(page).arrive();
    buyer.go("?lang=" + language).arrive();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    return buyer;
  }

  /** Their approver makes one of two and says yes. */
  private static String authorise(Page page, String language, String look) {
    page.locator("[data-state=RETURNED]").waitFor();
    assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
    Locator quantity =
        page.locator("[data-field=quantity]").all().stream()
            .filter(input -> "2".equals(input.inputValue()))
            .findFirst()
            .orElseThrow();
    quantity.fill("1");
    Screens.keep(page, look + "5-authorise");
    page.locator("[data-action=authorise]").click();
    page.locator("[data-state=AUTHORISED]").waitFor();
    return page.locator("[data-number]").first().getAttribute("data-number");
  }

  private static void assertBooked(Rows rows, String account, String number, LocalDate day) {
    Map<String, Object> order =
        rows.list(
                """
                select o.state, o.invoiced, o.net, i.net as invoice_net, i.purchase_order_number
                from customer_order o
                  join business_account a on a.id = o.account_id
                  join invoice i on i.order_id = o.id
                where a.key = ? and o.purchase_order_number = ?
                """,
                account,
                number)
            .get(0);
    assertThat(order)
        .containsEntry("state", "DELIVERED")
        .containsEntry("invoiced", "FULLY")
        .containsEntry("purchase_order_number", number);
    assertThat((BigDecimal) order.get("invoice_net"))
        .isEqualByComparingTo((BigDecimal) order.get("net"));
    List<Map<String, Object>> goods =
        rows.list(
            """
            select l.sku, l.quantity, l.card_text, l.reference, d.deliver_on, d.recipient
            from order_line l join customer_order o on o.id = l.order_id
              join business_account a on a.id = o.account_id join delivery d on d.id = l.delivery_id
            where a.key = ? and o.purchase_order_number = ? and l.kind = 'GOODS' order by l.sku
            """,
            account,
            number);
    assertThat(goods).extracting(line -> line.get("sku")).containsExactly("FM-1001", "FM-1004");
    assertThat((BigDecimal) goods.get(1).get("quantity")).isEqualByComparingTo("1");
    assertThat(goods.get(0))
        .containsEntry("card_text", CARD)
        .containsEntry("reference", "Zomer & \"zon\"")
        .containsEntry("recipient", "Afdeling Zoë");
    assertThat(goods.get(0).get("deliver_on").toString()).isEqualTo(day.toString());
  }
}
