package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.ReturnPage;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.Shopper;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What their system would cut or drop is known before the basket goes back. */
@WithShop
class PreReturnCheckIT {
  private static final String REFERENCE = "Voor het jaarlijkse buurtfeest";

  private String profile;

  @BeforeEach
  void remember(ShopServer shop) {
    profile =
        new Rows(shop).one(String.class, "select profile from connection where key = 'merenwaard'");
  }

  @AfterEach
  void putBack(ShopServer shop) {
    keep(shop, profile);
  }

  @Test
  void wordsThatAreCutGoOverAndTheBuyerIsToldOnceWhatArrives(ShopServer shop) {
    shorten(shop, "CUST_FIELD5", "reference", 20);
    Shopper shopper = shopper(shop);

    Document review = shopper.page("review");
    assertThat(review.select(".theirs .error")).isEmpty();
    assertThat(review.select(".theirs li").get(0).text())
        .contains("Referentie (CUST_FIELD5)")
        .contains("“Voor het jaarlijkse”");
    assertThat(review.select(".theirs li:contains(CUST_FIELD5)")).hasSize(1);

    List<Map<String, String>> items =
        ReturnPage.of(Http.post(shopper.url("return"), Form.of())).items();
    assertThat(items.get(0)).containsEntry("CUST_FIELD5", "Voor het jaarlijkse");
    assertThat(
            new Rows(shop)
                .one(
                    String.class,
                    "select detail from message where channel = 'OCI_RETURN' order by at desc limit 1"))
        .contains("CUST_FIELD5");
  }

  @Test
  void aCodeThatDoesNotFitStopsTheReturnWithReasonAndRemedy(ShopServer shop) {
    shorten(shop, "CUST_FIELD1", "cost-centre", 2);
    Shopper shopper = shopper(shop);

    Document review = shopper.page("review");
    assertThat(review.select(".theirs li").get(0).select(".error").text())
        .contains("Kostenplaats (CUST_FIELD1)")
        .contains("2 tekens")
        .contains("Kies een kortere waarde");
    assertThat(review.select("[data-action=return]")).isEmpty();

    long before = new Rows(shop).count("requisition");
    HttpResponse<String> refused = Http.post(shopper.url("return"), Form.of());
    assertThat(refused.statusCode()).isEqualTo(303);
    assertThat(refused.headers().firstValue("Location").orElseThrow()).contains("review");
    assertThat(new Rows(shop).count("requisition")).isEqualTo(before);

    keep(shop, profile);
    assertThat(ReturnPage.of(Http.post(shopper.url("return"), Form.of())).items().get(0))
        .containsEntry("CUST_FIELD1", "6101");
  }

  @Test
  void moreLinesThanTheyTakeAreStoppedLineByLine(ShopServer shop) {
    keep(shop, profile.replaceFirst("}$", ",\"longestReturn\":1}"));
    Shopper shopper = shopper(shop);

    Document review = shopper.page("review");
    assertThat(review.select(".theirs li").get(0).select(".error")).isEmpty();
    assertThat(review.select(".theirs li").get(1).select(".error").text())
        .contains("tegelijk aanneemt is 1");
    assertThat(review.select("[data-action=return]")).isEmpty();
  }

  /** One basket with delivery, so two lines go over. */
  private static Shopper shopper(ShopServer shop) {
    Shopper shopper = new Shopper(shop, "merenwaard");
    String reference =
        shopper.page("product?sku=FM-1004").selectFirst("input[id$=reference]").attr("name");
    assertThat(shopper.tryToAdd("FM-1004", Map.of(reference, REFERENCE)).statusCode())
        .isIn(302, 303);
    return shopper;
  }

  private static void shorten(ShopServer shop, String field, String value, int length) {
    String rule = "\"field\":\"" + field + "\",\"value\":\"" + value + "\"";
    assertThat(
            new Rows(shop)
                .change(
                    "update connection set profile = replace(profile, ?, ?), version = version + 1"
                        + " where key = 'merenwaard' and profile like '%' || ? || '%'",
                    rule, rule + ",\"length\":" + length, rule))
        .isEqualTo(1);
  }

  private static void keep(ShopServer shop, String profile) {
    new Rows(shop)
        .change(
            "update connection set profile = ?, version = version + 1 where key = 'merenwaard'",
            profile);
  }
}
