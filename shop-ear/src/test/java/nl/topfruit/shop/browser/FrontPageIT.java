package nl.topfruit.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Response;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The first page that anyone sees. */
@WithShop
@Tag("quick")
class FrontPageIT {
  @Test
  void theFrontPageOpens(ShopServer shop, BrowserContext browser) {
    Response answer = browser.newPage().navigate(shop.url("/").toString());
    assertThat(answer.status()).isLessThan(500);
  }
}
