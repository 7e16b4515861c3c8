package nl.topfruit.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Complaints;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The shop in a frame: a page of the purchasing system on 127.0.0.1 around the shop on localhost,
 * which are two sites, in a browser that takes no cookies of third parties.
 */
@WithShop
class ShopInFrameIT {
  private static final String NO_FOREIGN_COOKIES =
      """
      {"profile": {"block_third_party_cookies": true, "cookie_controls_mode": 1}}
      """;

  @TempDir private Path profile;

  private Complaints complaints;
  private final List<Response> answers = new CopyOnWriteArrayList<>();
  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  /** A browser with its own settings, since they stand in its profile. */
  private BrowserContext strict(Browser browser) throws IOException {
    Path settings = profile.resolve("Default");
    Files.createDirectories(settings);
    Files.writeString(settings.resolve("Preferences"), NO_FOREIGN_COOKIES);
    BrowserContext context =
        browser
            .browserType()
            .launchPersistentContext(
                profile,
                new BrowserType.LaunchPersistentContextOptions()
                    .setExecutablePath(Path.of("/usr/bin/chromium"))
                    .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"))
                    .setLocale("nl-NL")
                    .setTimezoneId("Europe/Amsterdam"));
    context.onResponse(answers::add);
    complaints = Complaints.of(context);
    return context;
  }

  private Buyer callUpInFrame(ShopServer shop, Page page, String target) {
    Form callUp = CallUp.of("delinde", erp.url("/hook")).but("~TARGET", target);
    page.navigate(
        erp.startPage(
            "/portal",
            shop.url("/oci").toString(),
            callUp,
            "shop",
            "<iframe name=\"shop\" width=\"1100\" height=\"800\" title=\"Topfruit\"></iframe>"));
    page.locator("#go").click();
    page.frameLocator("iframe").locator("[data-sku]").first().waitFor();
    Frame frame = page.frame("shop");
    return new Buyer(frame).arrive();
  }

  @Test
  void shoppingAndReturnNeedNoCookie(ShopServer shop, Browser browser) throws IOException {
    try (BrowserContext context = strict(browser)) {
      assertThat(foreignCookieIsKept(context)).as("this browser takes foreign cookies").isFalse();
      Page page = context.newPage();
      Buyer buyer = callUpInFrame(shop, page, "_top");
      Frame frame = buyer.frame();
      search(frame);
      buyer.choose("FM-1004").fill("quantity", "2");
      designACard(frame, buyer);
      buyer.add();
      assertThat(frame.locator(".cardline").innerText()).contains("Beterschap!");
      buyer.field("quantity").fill("3");
      buyer.field("quantity").press("Tab");
      frame.locator("[data-total-kind=net][data-total='104.85']").waitFor();
      reloadAndBack(page, buyer);
      buyer.open("WF-0020").add().go("?lang=en").arrive();
      assertThat(frame.locator("html").getAttribute("lang")).isEqualTo("en");
      buyer.go("basket").checkout().handOver();
      page.waitForURL("**/requisition**");

      assertThat(erp.post("/hook").form(StandardCharsets.ISO_8859_1).value("NEW_ITEM-QUANTITY[1]"))
          .hasValue("3");
      assertNoCookie(shop, context);
      complaints.assertNone();
    }
  }

  @Test
  void loggingOffLeadsBackFromTheFrame(ShopServer shop, Browser browser) throws IOException {
    try (BrowserContext context = strict(browser)) {
      Page page = context.newPage();
      Buyer buyer = callUpInFrame(shop, page, "_top");
      buyer.open("FM-1004").add();
      String root = buyer.root();
      buyer.frame().locator("header a[href=leave]").click();
      buyer.frame().locator("main [data-action=log-off]").click();
      page.waitForURL("**/requisition**");
      assertThat(erp.post("/hook").form(StandardCharsets.ISO_8859_1).names())
          .noneMatch(name -> name.startsWith("NEW_ITEM"));
      assertNoCookie(shop, context);
      complaints.assertNone();
      page.navigate(
          erp.page(
              "/later",
              "<!DOCTYPE html><title>ERP</title><iframe title=\"Topfruit\" src=\""
                  + root
                  + "\"></iframe>"));
      page.frameLocator("iframe").locator("[data-state=CANCELLED]").waitFor();
    }
  }

  private static void search(Frame frame) {
    frame.locator("[name=q]").fill("klassiek");
    frame.locator("#results .found:has-text('van')").waitFor();
    frame.locator("article[data-sku=FM-1004]").waitFor();
    frame.waitForURL("**/?q=klassiek");
  }

  private static void designACard(Frame frame, Buyer buyer) {
    buyer.field("card-text").fill("Beterschap!");
    frame.locator("#card-inside:has-text('Beterschap!')").waitFor();
    String usual = frame.locator("#card-front").getAttribute("src");
    frame.locator("input[name=design]").nth(2).check();
    assertThat(frame.locator("#card-front").getAttribute("src")).isNotEqualTo(usual);
  }

  private static void reloadAndBack(Page page, Buyer buyer) {
    Frame frame = buyer.frame();
    String basket = frame.url();
    frame.evaluate("location.reload()");
    frame.locator("li[data-sku=FM-1004]").waitFor();
    buyer.open("FM-1001");
    page.evaluate("history.back()");
    frame.waitForURL(basket);
    frame.locator("li[data-sku=FM-1004]").waitFor();
    assertThat(buyer.field("quantity").inputValue()).isEqualTo("3");
  }

  private void assertNoCookie(ShopServer shop, BrowserContext context) {
    List<Response> ours = answers.stream().filter(a -> isOurs(shop, a.url())).toList();
    assertThat(ours).hasSizeGreaterThan(5);
    assertThat(ours)
        .extracting(answer -> answer.url() + " sets " + answer.headerValue("set-cookie"))
        .allMatch(line -> line.endsWith(" sets null"));
    assertThat(context.cookies()).isEmpty();
  }

  @Test
  void theBasketMayComeBackIntoTheFrameItself(ShopServer shop, Browser browser) throws IOException {
    try (BrowserContext context = strict(browser)) {
      Page page = context.newPage();
      Buyer buyer = callUpInFrame(shop, page, "_self");
      buyer.open("FM-1004").add().checkout().handOver();
      buyer.frame().waitForURL("**/requisition**");
      assertThat(page.url()).isEqualTo(erp.url("/portal"));
      complaints.assertNone();
    }
  }

  @Test
  void whatIsRefusedCanBeReadInTheFrame(ShopServer shop, Browser browser) throws IOException {
    try (BrowserContext context = strict(browser)) {
      Page page = context.newPage();
      page.navigate(
          erp.page(
              "/old",
              "<!DOCTYPE html><title>ERP</title><iframe title=\"Topfruit\" src=\""
                  + shop.url("/shop/AAAAAAAAAAAAAAAAAAAAAAAAAAA/")
                  + "\"></iframe>"));
      page.frameLocator("iframe").locator("text=SESSION_OVER").first().waitFor();
    }
  }

  @Test
  void nobodyElseMayShowTheShopInAFrame(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    String portal = shop.url("/login").toString();
    page.navigate(
        erp.page(
            "/trap",
            "<!DOCTYPE html><title>Trap</title><iframe title=\"x\" src=\""
                + portal
                + "\"></iframe>"));
    assertThat(page.frames().get(1).locator("[data-action=sign-in]").count()).isZero();
  }

  /** Whether the blocking works at all: else the test above would prove nothing. */
  private boolean foreignCookieIsKept(BrowserContext context) {
    erp.page(
        "/cookie",
        "<!DOCTYPE html><title>c</title><script>document.cookie='a=b';document.title=document.cookie||'none'</script>");
    Page page = context.newPage();
    page.navigate(
        erp.page(
            "/around",
            "<!DOCTYPE html><title>ERP</title><iframe title=\"c\" src=\""
                + erp.otherSite("/cookie")
                + "\"></iframe>"));
    page.frameLocator("iframe").locator("html").waitFor();
    String said = (String) page.frames().get(1).evaluate("document.title");
    page.close();
    complaints.forget();
    answers.clear();
    return !"none".equals(said);
  }

  private static boolean isOurs(ShopServer shop, String url) {
    return url.startsWith(shop.url("/").toString());
  }
}
