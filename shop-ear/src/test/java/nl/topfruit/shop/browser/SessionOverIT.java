package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import nl.topfruit.shop.support.Accessibility;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.Complaints;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.Screens;
import nl.topfruit.shop.support.SessionRow;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A shopping session that is over says so on whatever is asked of it: 410, what became of the
 * basket and how to go on, and never a sign-in (cases/punchout.md row 19).
 */
@WithShop
class SessionOverIT {
  private static final List<String> PAGES =
      List.of(
          "", "product?sku=FM-1004", "basket", "review", "leave", "days", "suggest?of=branches");

  private static final List<String> POSTS =
      List.of("basket", "product?sku=FM-1004", "card", "kept", "return", "log-off");

  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  /** How a session ends, and what its pages say of it. */
  private enum End {
    RETURNED("Overgezet", "opnieuw vanuit uw inkoopsysteem") {
      @Override
      void come(ShopServer shop, Buyer buyer) {
        buyer.checkout().handOver();
      }
    },
    CANCELLED("Afgemeld", "opnieuw vanuit uw inkoopsysteem") {
      @Override
      void come(ShopServer shop, Buyer buyer) {
        buyer.go("leave").frame().locator("main [data-action=log-off]").click();
      }
    },
    EXPIRED("verlopen", "opnieuw vanuit uw inkoopsysteem") {
      @Override
      void come(ShopServer shop, Buyer buyer) {
        new SessionRow(shop, buyer.root()).expire();
      }
    };

    private final String happened;
    private final String now;

    End(String happened, String now) {
      this.happened = happened;
      this.now = now;
    }

    abstract void come(ShopServer shop, Buyer buyer);
  }

  @ParameterizedTest
  @EnumSource
  void everyPageOfASessionThatIsOverSaysSo(End end, ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/over");
    String root = buyer.open("FM-1004").add().root();
    end.come(shop, buyer);
    if (end != End.EXPIRED) {
      page.waitForURL("**/requisition**");
    }
    int posted = erp.posts().size();
    for (String path : PAGES) {
      Response answer = page.navigate(root + path);
      assertThat(answer.status()).as(path).isEqualTo(410);
      assertOver(end, Jsoup.parse(page.content()), path);
    }
    Screens.keep(page, "over-" + end);
    for (String path : POSTS) {
      boolean wayOut =
          end == End.RETURNED && "return".equals(path)
              || end == End.CANCELLED && "log-off".equals(path);
      if (!wayOut) {
        HttpResponse<String> answer =
            Http.post(URI.create(root + path), Form.of("quantity", "9", "take-up", "1"));
        assertThat(answer.statusCode()).as("a post to " + path).isEqualTo(410);
        assertOver(end, Jsoup.parse(answer.body()), path);
      }
    }
    assertThat(erp.posts()).as("nothing is sent a second time").hasSize(posted);
  }

  private static void assertOver(End end, Document page, String path) {
    assertThat(page.text()).as(path).contains(end.happened).contains(end.now);
    assertThat(page.select("input[type=password], [data-action=sign-in], [data-action=add]"))
        .as(path)
        .isEmpty();
  }

  @Test
  void aStalePageIsAnsweredByTheSamePageWhateverIsPressedOnIt(
      ShopServer shop, BrowserContext browser) {
    Complaints complaints = Complaints.of(browser);
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/stale");
    buyer.open("FM-1004").add();
    SessionRow session = new SessionRow(shop, buyer.root());
    session.expire();
    buyer.field("quantity").fill("3");
    buyer.field("quantity").press("Tab");
    page.getByText("SESSION_OVER").first().waitFor();

    Buyer second = Buyer.from(erp, shop, page, "direct", "/stale");
    second.open("FM-1004");
    new SessionRow(shop, second.root()).expire();
    second.action("add").click();
    page.getByText("SESSION_OVER").first().waitFor();

    Buyer third = Buyer.from(erp, shop, page, "direct", "/stale");
    third.open("FM-1004").add().checkout();
    new SessionRow(shop, third.root()).expire();
    third.handOver();
    page.getByText("SESSION_OVER").first().waitFor();
    assertThat(erp.posts()).isEmpty();
    complaints.assertNoneButRefusedPages();
  }

  @Test
  void backAfterTheReturnShowsHandedOverAndAPageThatStoodOpenToo(
      ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/back");
    buyer.open("FM-1004").add();
    Page other = browser.newPage();
    other.navigate(buyer.root() + "basket");
    Buyer late = new Buyer(other);
    buyer.checkout().handOver();
    page.waitForURL("**/requisition**");
    page.goBack();
    page.locator("[data-state=RETURNED]").waitFor();
    assertThat(page.locator("h1")).hasText("Overgezet");
    assertThat(page.locator("main")).containsText("Open de winkel opnieuw");

    late.field("quantity").fill("9");
    late.action("checkout").click();
    other.locator("[data-state=RETURNED]").waitFor();
    other.navigate(buyer.root() + "leave");
    other.locator("[data-state=RETURNED]").waitFor();
    assertThat(erp.posts()).hasSize(1);
    assertThat(erp.posts().get(0).body()).doesNotContain("QUANTITY%5B1%5D=9");
  }

  @Test
  void aSecondClickOnLogOffLeadsBackAsTheFirst(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/twice");
    URI logOff = URI.create(buyer.root() + "log-off");
    buyer.action("log-off").dblclick();
    page.waitForURL("**/requisition**");
    assertThat(erp.posts())
        .isNotEmpty()
        .allSatisfy(post -> assertThat(post.body()).doesNotContain("NEW_ITEM"));
    HttpResponse<String> late = Http.post(logOff, Form.of());
    assertThat(late.statusCode()).isEqualTo(200);
    assertThat(Jsoup.parse(late.body()).select("form#oci-return").attr("action"))
        .isEqualTo(erp.url("/twice"));
  }

  @Test
  void aSessionThatIsUsedLivesOnAndOneThatIsNotEnds(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/long");
    SessionRow session = new SessionRow(shop, buyer.root());
    // seven and a half hours in the shop
    session.change(
        "opened_at = opened_at - interval '450 minutes', expires_at = expires_at - interval '450 minutes'");
    buyer.open("FM-1004").add();
    assertThat(session.value(Boolean.class, "expires_at > now() + interval '475 minutes'"))
        .as("eight hours from now, not from opening")
        .isTrue();
    // eight hours at lunch
    session.change("expires_at = expires_at - interval '8 hours 1 minute'");
    assertThat(page.navigate(buyer.root()).status()).isEqualTo(410);
    assertThat(session.value(Boolean.class, "expires_at < now()")).as("and stays over").isTrue();
  }

  @Test
  void noSessionLivesForEver(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/ever");
    SessionRow session = new SessionRow(shop, buyer.root());
    session.change(
        "opened_at = now() - interval '7 days' + interval '1 hour', expires_at = now() + interval '1 minute'");
    page.navigate(buyer.root());
    assertThat(
            session.value(
                Boolean.class,
                "expires_at between now() + interval '50 minutes' and now() + interval '1 hour'"))
        .isTrue();
  }

  @Test
  void aPageThatIsAboutToExpireSaysSoWithoutADialogAndCanBeKept(
      ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.clock().install();
    page.onDialog(
        dialog -> {
          throw new AssertionError("A dialog: " + dialog.message());
        });
    Buyer buyer = Buyer.from(erp, shop, page, "direct", "/warn");
    buyer.open("FM-1004");
    buyer.field("card-text").fill("Nog niet af");
    page.clock().runFor("07:44:00");
    assertThat(page.locator("#expiry .msg")).hasCount(0);
    page.clock().runFor("02:00");
    assertThat(page.locator("#expiry .msg.wait")).isVisible();
    assertThat(Accessibility.violations(page)).isEmpty();
    Screens.keep(page, "expiry-soon");
    page.locator("#expiry [data-action=stay]").click();
    assertThat(page.locator("#expiry .msg")).hasCount(0);

    page.clock().runFor("07:46:00");
    assertThat(page.locator("#expiry .msg.wait")).isVisible();
    new SessionRow(shop, buyer.root()).expire();
    page.clock().runFor("15:00");
    assertThat(page.locator("#expiry .msg.bad")).containsText("verlopen");
    assertThat(page.locator("#expiry .msg.bad")).containsText("opnieuw vanuit uw inkoopsysteem");
    assertThat(buyer.field("card-text")).hasValue("Nog niet af");
    Screens.keep(page, "expiry-over");
  }

  @Test
  void anotherWindowOfTheSessionKeepsItAliveForThisOneToo(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.clock().install();
    Buyer.from(erp, shop, page, "direct", "/two-windows").open("FM-1004");
    page.clock().runFor("07:50:00");
    assertThat(page.locator("#expiry .msg.wait")).isVisible();
    page.clock().runFor("11:00");
    assertThat(page.locator("#expiry .msg")).hasCount(0);
    assertThat(
            new Rows(shop).count("shopping_session where state = 'EXPIRED' and opened_at > now()"))
        .isZero();
  }
}
