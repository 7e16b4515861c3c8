package nl.topfruit.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.support.Accessibility;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Home;
import nl.topfruit.shop.support.People;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Axe on every page there is, by WCAG 2.2 A and AA, wide and narrow; a page without a visit here
 * fails.
 */
@WithShop
class AccessibilityIT {
  private static final Path PAGES = Path.of("shop-web/src/main/webapp");

  /** A part of the product page that comes by itself; it is judged where it stands. */
  private static final Set<String> PARTS = Set.of("/shop/days.xhtml");

  private final Set<String> visited = new TreeSet<>(PARTS);
  private final List<String> violations = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1440, 390})
  void noPageBreaksWcag(int width, ShopServer shop, BrowserContext browser) throws IOException {
    Page page = browser.newPage();
    page.setViewportSize(width, 900);
    var rows = new Rows(shop);
    judge(page, shop, "/", "/index.xhtml");
    judge(page, shop, "/login", "/login.xhtml");
    judge(page, shop, "/request-connection", "/request-connection.xhtml");
    judge(page, shop, "/nothing-here", null);
    simulator(page, shop);
    shopping(page, shop);
    portal(page, shop, rows);
    browser.clearCookies();
    office(page, shop, rows);

    assertThat(violations).isEmpty();
    assertThat(visited).isEqualTo(existing());
  }

  private void simulator(Page page, ShopServer shop) {
    judge(page, shop, "/simulator/?account=delinde", "/simulator/index.xhtml");
    page.locator("[data-action=start]").click();
    var buyer = new Buyer(page).arrive();
    buyer.open("WF-0020").add().checkout().handOver();
    page.locator("[data-action=authorise]").waitFor();
    judge(page, "/simulator/purchase.xhtml");
  }

  private void shopping(Page page, ShopServer shop) {
    Form callUp = CallUp.of("delinde", shop.url("/simulator/hook/delinde").toString());
    String entrance = CallUp.post(shop, callUp).headers().firstValue("Location").orElseThrow();
    page.navigate(shop.url(entrance).toString());
    var buyer = new Buyer(page).arrive();
    judge(page, "/shop/index.xhtml");
    buyer.open("FM-1011");
    judge(page, "/shop/product.xhtml");
    buyer.add();
    judge(page, "/shop/basket.xhtml");
    buyer.checkout();
    judge(page, "/shop/review.xhtml");
    buyer.go("leave");
    judge(page, "/shop/leave.xhtml");
    String root = buyer.root();
    page.locator("main [data-action=log-off]").click();
    page.waitForURL(url -> !url.startsWith(root));
    page.navigate(root);
    judge(page, "/shop/after.xhtml");
    for (String sku : List.of("FM-1011", "XX-9999")) {
      Form detail = callUp.with("FUNCTION", "DETAIL").with("PRODUCTID", sku);
      page.navigate(
          shop.url(CallUp.post(shop, detail).headers().firstValue("Location").orElseThrow())
              .toString());
      judge(page, "/shop/detail.xhtml");
    }
  }

  private void portal(Page page, ShopServer shop, Rows rows) {
    String of =
        " where account_id = (select id from business_account where key = 'delinde') limit 1";
    People.signIn(page, shop, "beheer@delinde.example", "/portal/");
    judge(page, "/portal/index.xhtml");
    for (String list :
        List.of("orders", "requisitions", "invoices", "branches", "cost-centres", "connection")) {
      judge(page, shop, "/portal/" + list, "/portal/" + list + ".xhtml");
    }
    judge(
        page,
        shop,
        "/portal/order?number=" + text(rows, "select number from customer_order" + of),
        "/portal/order.xhtml");
    judge(
        page,
        shop,
        "/portal/requisition?number=" + text(rows, "select number from requisition" + of),
        "/portal/requisition.xhtml");
    judge(
        page,
        shop,
        "/portal/branch?code=" + text(rows, "select code from branch" + of),
        "/portal/branch.xhtml");
    judge(
        page,
        shop,
        "/portal/cost-centre?code=" + text(rows, "select code from cost_centre" + of),
        "/portal/cost-centre.xhtml");
  }

  private void office(Page page, ShopServer shop, Rows rows) {
    People.signIn(page, shop, "kantoor@topfruit.example", "/office/");
    judge(page, "/office/index.xhtml");
    for (String list :
        List.of(
            "orders",
            "deliveries",
            "invoices",
            "messages",
            "outbox",
            "inbox",
            "connections",
            "requisitions")) {
      judge(page, shop, "/office/" + list, "/office/" + list + ".xhtml");
    }
    judge(
        page,
        shop,
        "/office/order?number=" + text(rows, "select number from customer_order limit 1"),
        "/office/order.xhtml");
    judge(
        page,
        shop,
        "/office/requisition?number="
            + text(
                rows,
                "select number from requisition where state = 'AWAITING_AUTHORISATION' limit 1"),
        "/office/requisition.xhtml");
    judge(page, shop, "/office/connection?key=delinde", "/office/connection.xhtml");
    judge(page, shop, "/office/connection-new", "/office/connection-new.xhtml");
    judge(page, shop, "/office/connection-requests", "/office/connection-requests.xhtml");
    rows.change(
        """
        insert into connection_request (id, version, reference, state, created_at, remote_address, language, organisation, kvk_number,
          name, email, system_name) values (gen_random_uuid(), 0, 'KA-AXE', 'NEW', now(), '192.0.2.1', 'nl', 'Zorg B.V.', '12345678',
          'Iemand', 'iemand@zorg.example', 'Eigen systeem') on conflict do nothing
        """);
    judge(
        page,
        shop,
        "/office/connection-request?reference=KA-AXE",
        "/office/connection-request.xhtml");
    judge(page, shop, "/office/console?connection=delinde", "/office/console.xhtml");
    page.locator("[data-action=prepare]").click();
    page.waitForURL("**/console-run?**");
    judge(page, "/office/console-run.xhtml");
    judge(
        page,
        shop,
        "/office/message?reference="
            + text(rows, "select reference from message order by at limit 1"),
        "/office/message.xhtml");
    judge(
        page,
        shop,
        "/office/purchase-order?reference="
            + text(
                rows, "select message_reference from purchase_order where state = 'HELD' limit 1"),
        "/office/purchase-order.xhtml");
  }

  private static String text(Rows rows, String sql) {
    return rows.one(String.class, sql);
  }

  private void judge(Page page, ShopServer shop, String address, String view) {
    page.navigate(shop.url(address).toString());
    judge(page, view);
  }

  private void judge(Page page, String view) {
    page.waitForLoadState(LoadState.NETWORKIDLE);
    if (view != null) {
      visited.add(view);
    }
    assertThat(page.locator("h1").count()).as("main headings of " + page.url()).isEqualTo(1);
    Accessibility.violations(page).forEach(found -> violations.add(view + ": " + found));
  }

  private static Set<String> existing() throws IOException {
    Path root = Home.path().resolve(PAGES);
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .map(file -> "/" + root.relativize(file).toString().replace('\\', '/'))
          .filter(file -> file.endsWith(".xhtml") && !file.startsWith("/WEB-INF/"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
