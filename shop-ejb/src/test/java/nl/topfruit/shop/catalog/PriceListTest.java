package nl.topfruit.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import nl.topfruit.shop.catalog.PriceList.Entry;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatRate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriceListTest {

  @ParameterizedTest
  @CsvSource({
    "1, 27.90",
    "4, 27.90",
    "5, 26.50",
    "6, 26.50",
    "49, 26.50",
    "50, 25.00",
    "9999, 25.00"
  })
  void theHighestQuantityThatIsReachedGivesThePrice(int quantity, String price) {
    var prices = list(general(50, "25.00"), general(1, "27.90"), general(5, "26.50"));

    assertThat(price(prices.at(quantity))).isEqualTo(price);
  }

  @ParameterizedTest
  @CsvSource({"1, 27.90", "5, 26.50", "10, 24.00", "50, 24.00"})
  void anAgreedPriceBeatsAGeneralOneFromItsQuantityOn(int quantity, String price) {
    var prices =
        list(general(1, "27.90"), general(5, "26.50"), general(50, "20.00"), agreed(10, "24.00"));

    assertThat(price(prices.at(quantity))).isEqualTo(price);
  }

  @Test
  void belowTheFirstQuantityThereIsNoPrice() {
    assertThat(list(general(25, "33.75")).at(24)).isNull();
  }

  @Test
  void tiersAreTheStepsThatTheBuyerMeets() {
    var prices =
        list(general(1, "27.90"), general(5, "26.50"), general(50, "20.00"), agreed(10, "24.00"));

    assertThat(prices.tiers(1)).extracting(Shelf.Tier::from).containsExactly(1, 5, 10);
    assertThat(prices.tiers(8)).extracting(Shelf.Tier::from).containsExactly(8, 10);
  }

  @Test
  void oneAgreedPriceHasNoTiersBesideIt() {
    var prices = list(general(1, "27.90"), general(5, "26.50"), agreed(1, "25.00"));

    assertThat(prices.tiers(1)).extracting(Shelf.Tier::from).containsExactly(1);
  }

  private static String price(Entry entry) {
    return entry.price().total().plain();
  }

  private static PriceList list(Entry... entries) {
    return new PriceList(Arrays.asList(entries));
  }

  private static Entry general(int from, String price) {
    return new Entry(from, false, PriceParts.of(VatRate.REDUCED, Money.euro(price)));
  }

  private static Entry agreed(int from, String price) {
    return new Entry(from, true, PriceParts.of(VatRate.REDUCED, Money.euro(price)));
  }

  @Test
  void theOrderInWhichPricesComeDoesNotMatter() {
    var one = list(general(1, "3"), agreed(1, "2"), general(5, "1"));
    var other = list(general(5, "1"), agreed(1, "2"), general(1, "3"));

    for (int quantity : List.of(1, 4, 5, 100)) {
      assertThat(price(one.at(quantity))).isEqualTo(price(other.at(quantity)));
    }
  }
}
