package nl.topfruit.shop.punchout;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.catalog.Article;
import nl.topfruit.shop.catalog.Quoted;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ItemSku;
import nl.topfruit.shop.protocol.oci.OciItem;
import org.junit.jupiter.api.Test;

class QuotedItemsTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  private static Quoted quoted(String reduced, String standard, String deposit) {
    var article =
        new Article(
            Ids.next(),
            "FM-1",
            "Mand met wijn",
            null,
            "fruit",
            "C62",
            3,
            "A",
            List.of("milk", "nuts/walnut"),
            null,
            deposit == null ? null : Money.euro(deposit),
            "hash");
    var price = new PriceParts(Money.euro(reduced), Money.euro(standard));
    return new Quoted(article, 3, price, "4 appels");
  }

  private static String price(OciItem item) {
    return new BigDecimal(item.price().toPlainString()).setScale(2).toPlainString();
  }

  @Test
  void twoVatRatesAreTwoItemsWhereTheSystemTakesOneRateAnItem() {
    List<OciItem> items = QuotedItems.of(quoted("31.55", "10.95", null), true, DUTCH);

    assertThat(items).extracting(OciItem::sku).containsExactly("FM-1-9", "FM-1-21");
    assertThat(items).extracting(QuotedItemsTest::price).containsExactly("31.55", "10.95");
    assertThat(items)
        .extracting(OciItem::name)
        .containsExactly("Mand met wijn 9%", "Mand met wijn 21%");
    assertThat(items).allMatch(item -> item.quantity().intValueExact() == 3);
  }

  @Test
  void otherwiseTheyAreOneItemThatSaysSo() {
    List<OciItem> items = QuotedItems.of(quoted("31.55", "10.95", null), false, DUTCH);

    assertThat(items).extracting(OciItem::sku).containsExactly("FM-1");
    assertThat(price(items.get(0))).isEqualTo("42.50");
    assertThat(items.get(0).vatRate()).as("no one rate").isNull();
    assertThat(items.get(0).longText()).contains("9 %").contains("21 %");
  }

  @Test
  void theLongTextHasContentsAndAllergensAsPeopleCallThem() {
    OciItem item = QuotedItems.of(quoted("10.00", "0", null), true, DUTCH).get(0);

    assertThat(item.longText()).isEqualTo("Mand met wijn\n4 appels\nAllergenen: melk, walnoot");
    assertThat(QuotedItems.of(quoted("10.00", "0", null), true, Locale.ENGLISH).get(0).longText())
        .endsWith("Allergens: milk, walnut");
  }

  @Test
  void aPartOfAProductWithOneRateIsNone() {
    Quoted plain = quoted("10.00", "0", null);

    assertThat(QuotedItems.of(ItemSku.parse("FM-1-9"), plain, DUTCH)).isEmpty();
    assertThat(QuotedItems.of(ItemSku.parse("FM-1-21"), plain, DUTCH)).isEmpty();
    assertThat(QuotedItems.of(ItemSku.parse("FM-1"), plain, DUTCH)).isPresent();
  }

  @Test
  void aDepositBearsTheRateOfWhatIsInTheCrate() {
    OciItem food =
        QuotedItems.of(ItemSku.parse("FM-1-SG"), quoted("10.00", "2.00", "2.50"), DUTCH)
            .orElseThrow();
    OciItem other =
        QuotedItems.of(ItemSku.parse("FM-1-SG"), quoted("0", "2.00", "2.50"), DUTCH).orElseThrow();

    assertThat(food.sku()).isEqualTo("FM-1-SG");
    assertThat(price(food)).isEqualTo("2.50");
    assertThat(food.vatRate()).isEqualByComparingTo("9");
    assertThat(other.vatRate()).isEqualByComparingTo("21");
    assertThat(QuotedItems.of(ItemSku.parse("FM-1-SG"), quoted("10.00", "0", null), DUTCH))
        .isEmpty();
  }

  @Test
  void deliveryCostsWhatTheAccountPaysForOneThatIsNotFree() {
    var terms = new Fees.Terms(Money.euro("5.95"), Money.euro("100"));

    OciItem item =
        QuotedItems.delivery(VatRate.REDUCED, BigDecimal.ONE, terms, DUTCH).orElseThrow();

    assertThat(item.sku()).isEqualTo("BEZORG-9");
    assertThat(price(item)).isEqualTo("5.95");
    assertThat(QuotedItems.delivery(null, BigDecimal.ONE, terms, DUTCH)).isEmpty();
    assertThat(
            QuotedItems.delivery(
                VatRate.REDUCED, BigDecimal.ONE, new Fees.Terms(Money.ZERO, null), DUTCH))
        .isEmpty();
  }
}
