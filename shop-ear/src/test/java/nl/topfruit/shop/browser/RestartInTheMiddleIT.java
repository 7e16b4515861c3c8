package nl.topfruit.shop.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Posted;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The server stops while the buyer shops, in order or by a power cut: he goes on in the window that
 * he has, from whichever page stands open (cases/punchout.md row 30).
 */
@WithShop
class RestartInTheMiddleIT {
  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  /** How it ends. */
  private enum Stop {
    IN_ORDER {
      @Override
      void come(ShopServer shop) {
        shop.stop();
      }
    },
    KILLED {
      @Override
      void come(ShopServer shop) {
        shop.killServer();
      }
    };

    abstract void come(ShopServer shop);
  }

  @ParameterizedTest
  @EnumSource
  void theButtonsOfEveryOpenPageWorkAfterIt(Stop stop, ShopServer shop, BrowserContext browser) {
    Page onBasket = browser.newPage();
    Page onProduct = browser.newPage();
    Page onList = browser.newPage();
    Page onReview = browser.newPage();
    Buyer buyer = Buyer.from(erp, shop, onBasket, "direct", "/basket");
    buyer.open("FM-1004").fill("quantity", "2").add();
    onProduct.navigate(buyer.root() + "product?sku=FM-1001");
    new Buyer(onProduct).field("card-text").fill("Sterkte!");
    onList.navigate(buyer.root());
    Buyer other = Buyer.from(erp, shop, onReview, "direct", "/review");
    other.open("FM-1012").add().checkout();

    stop.come(shop);
    try {
      buyer.field("quantity").fill("3");
      buyer.field("quantity").press("Tab");
      assertThat(onBasket.locator("#messages .msg.bad")).isVisible();
      assertThat(buyer.field("quantity")).hasValue("3");
      Request unanswered =
          onList.waitForRequest("**/*?q=mand*", () -> onList.locator("[name=q]").fill("mand"));
      assertThat(unanswered.method()).isEqualTo("GET");
    } finally {
      shop.start();
    }

    new Buyer(onProduct).add();
    assertThat(onProduct.locator("li[data-sku]")).hasCount(2);
    assertThat(onProduct.locator("[data-sku=FM-1001] .cardline")).containsText("Sterkte!");
    buyer.checkout();
    assertThat(onBasket.locator("main")).containsText("3 ×");
    buyer.handOver();
    onBasket.waitForURL("**/requisition**");
    other.handOver();
    onReview.waitForURL("**/requisition**");

    Posted basket = Posted.of(erp.post("/basket"), StandardCharsets.UTF_8);
    assertThat(basket.column("VENDORMAT")).containsExactlyInAnyOrder("FM-1004", "FM-1001");
    assertThat(basket.value("QUANTITY", basket.indexOf("FM-1004"))).isEqualTo("3");
    assertThat(Posted.of(erp.post("/review"), StandardCharsets.UTF_8).column("VENDORMAT"))
        .containsExactly("FM-1012");
  }
}
