package nl.topfruit.shop.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.support.Buyer;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Complaints;
import nl.topfruit.shop.support.Erp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Posted;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Names with letters that the customer's charset does not have, as the bytes that really arrive at
 * his hook server (cases/punchout.md row 41 and "Further inputs"). A browser would post them as
 * numeric references, which nobody over there can read.
 */
@WithShop
class LettersTheyLackIT {
  private static final String SKU = "VF-0100";
  private static final String NAME = "Łódź €5 “mand” – ĳs \uD83C\uDF4E ≥ Zoë & 5\" <b>";

  private Erp erp;

  @BeforeEach
  void open() {
    erp = new Erp();
  }

  @AfterEach
  void close() {
    erp.close();
  }

  private Erp.Post returned(ShopServer shop, BrowserContext browser, Form callUp, String path) {
    Complaints complaints = Complaints.of(browser);
    Rows rows = new Rows(shop);
    String usual = rows.one(String.class, "select name_nl from product where sku = ?", SKU);
    rows.change("update product set name_nl = ? where sku = ?", NAME, SKU);
    try {
      Page page = browser.newPage();
      Buyer buyer = Buyer.from(erp, shop, page, callUp);
      buyer.open(SKU).fill("reference", "ref “Ł” € \uD83C\uDF4E ü").add();
      assertThat(page.locator("li[data-sku]").innerText()).contains(NAME);
      buyer.checkout().handOver();
      page.waitForURL("**/requisition**");
    } finally {
      rows.change("update product set name_nl = ? where sku = ?", usual, SKU);
    }
    complaints.assertNone();
    return erp.post(path);
  }

  @Test
  void inIsoLatin1TheyAreWrittenInLettersItHas(ShopServer shop, BrowserContext browser) {
    Erp.Post post = returned(shop, browser, CallUp.of("delinde", erp.url("/latin")), "/latin");
    assertThat(post.body())
        .as("no numeric references, no bytes of UTF-8")
        .doesNotContain("%26%23")
        .doesNotContain("%C5")
        .doesNotContain("%E2%82%AC")
        .doesNotContain("%80")
        .contains("Zo%EB");
    Posted posted = Posted.of(post, StandardCharsets.ISO_8859_1);
    assertThat(posted.value("DESCRIPTION", 1)).startsWith("Lódz EUR5 \"mand\" - ijs");
    assertThat(posted.value("DESCRIPTION", 1).length()).isLessThanOrEqualTo(40);
    assertThat(posted.longText(1)).startsWith("Lódz EUR5 \"mand\" - ijs >= Zoë & 5\"");
    assertThat(posted.form().fields())
        .as("the reference that the buyer typed")
        .anyMatch(field -> field.value().equals("ref \"L\" EUR ü"));
  }

  @Test
  void inUtf8TheyComeOverAsTheyAre(ShopServer shop, BrowserContext browser) {
    Form callUp = CallUp.of("direct", erp.url("/utf8")).with("http_content_charset", "UTF-8");
    Posted posted = Posted.of(returned(shop, browser, callUp, "/utf8"), StandardCharsets.UTF_8);
    assertThat(posted.value("DESCRIPTION", 1)).startsWith("Łódź €5 “mand” – ");
    assertThat(posted.longText(1)).contains("Łódź").contains("\uD83C\uDF4E").contains("Zoë");
  }

  @Test
  void theCallUpMayAskForAnotherCharset(ShopServer shop, BrowserContext browser) {
    Form callUp =
        CallUp.of("direct", erp.url("/latin2")).with("http_content_charset", "ISO-8859-2");
    Posted posted =
        Posted.of(returned(shop, browser, callUp, "/latin2"), Charset.forName("ISO-8859-2"));
    assertThat(posted.value("DESCRIPTION", 1)).startsWith("Łódź EUR5 \"mand\" - ");
  }
}
