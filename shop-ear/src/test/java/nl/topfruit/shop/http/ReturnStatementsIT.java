package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.ReturnPage;
import nl.topfruit.shop.support.SessionRow;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Shopper;
import nl.topfruit.shop.support.Statements;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/** What the return costs the database, and that its length does not matter. */
@WithShop
class ReturnStatementsIT {
  private static final int MOST = 20;

  /** A basket of so many lines, all of one product and address. */
  private static Shopper basket(ShopServer shop, String user, int lines) {
    Shopper shopper = new Shopper(shop, user).add("FM-1004");
    new SessionRow(shop, shopper.url("").toString()).repeatLines(lines - 1);
    return shopper;
  }

  private static List<String> returned(ShopServer shop, int lines) {
    Shopper shopper = basket(shop, "delinde", lines);
    return Statements.of(
        shop,
        () -> assertThat(Http.post(shopper.url("return"), Form.of()).statusCode()).isEqualTo(200));
  }

  @Test
  void theReturnTakesAtMostTwentyStatementsHoweverLongTheBasketIs(ShopServer shop) {
    returned(shop, 1);
    List<String> three = returned(shop, 3);
    List<String> sixty = returned(shop, 60);

    assertThat(three).hasSizeLessThanOrEqualTo(MOST);
    assertThat(sixty).hasSameSizeAs(three);
  }

  @Test
  void theReviewTakesNoMoreForALongBasket(ShopServer shop) {
    Shopper three = basket(shop, "delinde", 3);
    Shopper sixty = basket(shop, "delinde", 60);
    three.page("review");

    List<String> ofThree = Statements.of(shop, () -> three.page("review"));
    assertThat(ofThree).hasSizeLessThanOrEqualTo(MOST);
    assertThat(Statements.of(shop, () -> sixty.page("review"))).hasSameSizeAs(ofThree);
  }

  @Test
  void aHundredAndTwentyLinesGoOverWithEveryField(ShopServer shop) {
    Shopper shopper = basket(shop, "delinde", 120);

    HttpResponse<String> answer = Http.post(shopper.url("return"), Form.of());
    List<Map<String, String>> items = ReturnPage.of(answer).items();

    assertThat(items).hasSize(120);
    assertThat(items)
        .allSatisfy(
            item ->
                assertThat(item)
                    .containsKeys(
                        "DESCRIPTION",
                        "QUANTITY",
                        "UNIT",
                        "PRICE",
                        "CURRENCY",
                        "LEADTIME",
                        "LONGTEXT",
                        "VENDORMAT",
                        "EXT_PRODUCT_ID",
                        "EXT_QUOTE_ID",
                        "EXT_QUOTE_ITEM",
                        "CUST_FIELD1",
                        "CUST_FIELD3",
                        "CUST_FIELD4"));
    assertThat(items)
        .extracting(item -> item.get("EXT_QUOTE_ITEM"))
        .doesNotHaveDuplicates()
        .contains("1", "120");
    assertThat(items.get(119)).containsEntry("CUST_FIELD5", "ref 119");
  }
}
