package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.List;
import java.util.regex.Pattern;
import nl.topfruit.shop.support.Accessibility;
import nl.topfruit.shop.support.People;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/** People at the door: signing in and out, and what each may see. */
@WithShop
class SignInIT {

  @Test
  void whoSignsInComesWhereHeWanted(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(shop.url("/portal/?from=mail").toString());
    assertThat(page).hasURL(Pattern.compile("/login\\?to="));
    People.fillIn(page, "beheer@delinde.example", "demo");
    assertThat(page).hasURL(shop.url("/portal/?from=mail").toString());
    assertThat(browser.cookies())
        .singleElement()
        .satisfies(
            cookie -> {
              assertThat(cookie.httpOnly).isTrue();
              assertThat(cookie.sameSite.name()).isEqualTo("LAX");
            });
  }

  @Test
  void theSessionIsANewOneAfterSigningIn(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(shop.url("/simulator/?account=delinde").toString());
    List<String> before = browser.cookies().stream().map(cookie -> cookie.value).toList();
    page.navigate(shop.url("/login").toString());
    People.fillIn(page, "beheer@delinde.example", "demo");
    assertThat(page).hasURL(shop.url("/portal/").toString());
    assertThat(browser.cookies()).noneSatisfy(cookie -> assertThat(before).contains(cookie.value));
  }

  @Test
  void aWrongPasswordIsSaidWithoutSayingWhichPartWasWrong(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(shop.url("/login").toString());
    People.fillIn(page, "beheer@merenwaard.example", "verkeerd");
    String known = page.locator("#messages .msg.bad").innerText();
    page.navigate(shop.url("/login").toString());
    People.fillIn(page, "nobody@merenwaard.example", "verkeerd");
    assertThat(page.locator("#messages .msg.bad")).hasText(known);
    assertThat(Accessibility.violations(page)).isEmpty();
  }

  @Test
  void aCustomerFindsNoBackOffice(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(shop.url("/login").toString());
    People.fillIn(page, "besteller@delinde.example", "demo");
    assertThat(page).hasURL(shop.url("/portal/").toString());
    Response answer = page.navigate(shop.url("/office/").toString());
    assertThat(answer.status()).isEqualTo(404);
  }

  @Test
  void whoSignsOutIsOut(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    page.navigate(shop.url("/login").toString());
    People.fillIn(page, "kantoor@topfruit.example", "demo");
    assertThat(page).hasURL(shop.url("/office/").toString());
    page.navigate(shop.url("/").toString());
    page.locator("form[action$='/logout'] button").click();
    assertThat(page.locator("#messages .msg.good")).isVisible();
    page.navigate(shop.url("/office/").toString());
    assertThat(page).hasURL(Pattern.compile("/login\\?to="));
  }

  @Test
  void frontAndSignInPageAreForEverybody(ShopServer shop, BrowserContext browser) {
    Page page = browser.newPage();
    for (String path : List.of("/", "/login", "/nothing")) {
      for (int width : List.of(1440, 390, 320)) {
        page.setViewportSize(width, 800);
        page.navigate(shop.url(path).toString());
        assertThat(Accessibility.violations(page)).as(path + " at " + width).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
            .as(path + " fits " + width)
            .isEqualTo(true);
        assertThat(page.locator("h1").count()).isEqualTo(1);
      }
    }
  }
}
