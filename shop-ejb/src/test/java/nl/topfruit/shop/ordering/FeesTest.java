package nl.topfruit.shop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatSummary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeesTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final DeliveryKey LINDEHOF = new DeliveryKey(DAY, UUID.randomUUID(), "");
  private static final DeliveryKey ROZENHOF = new DeliveryKey(DAY, UUID.randomUUID(), "");

  @ParameterizedTest
  @CsvSource({
    // cost, free from, goods 9 %, goods 21 %, delivery 9 %, delivery 21 %
    "5.95,      , 34.95,  0.00, 5.95, 0.00",
    "5.95,      ,  0.00, 20.00, 0.00, 5.95",
    "5.95,      , 31.55, 10.95, 4.42, 1.53",
    "1.00,      , 10.00, 20.00, 0.33, 0.67",
    "0.01,      , 10.00, 10.00, 0.01, 0.00",
    "5.95, 42.50, 31.55, 10.95, 0.00, 0.00",
    "5.95, 42.51, 31.55, 10.95, 4.42, 1.53",
    "0.00,      , 31.55, 10.95, 0.00, 0.00",
    "5.95,      ,  0.00,  0.00, 5.95, 0.00"
  })
  void deliveryIsPaidInProportionToTheGoodsUnlessTheyReachTheAmountThatIsFree(
      String cost, String freeFrom, String food, String rest, String onFood, String onRest) {
    var terms = new Fees.Terms(Money.euro(cost), freeFrom == null ? null : Money.euro(freeFrom));

    PriceParts parts = Fees.deliveryCost(terms, List.of(goods(LINDEHOF, 1, price(food, rest))));

    assertThat(parts.reduced().amount()).isEqualByComparingTo(onFood);
    assertThat(parts.standard().amount()).isEqualByComparingTo(onRest);
  }

  @Test
  void thePartsOfDeliveryAlwaysAddUpToWhatItCosts() {
    Random random = new Random(7);
    for (int i = 0; i < 2_000; i++) {
      Money cost = cents(random.nextInt(2_000));
      var goods = new ArrayList<Fees.Goods>();
      for (int line = 0; line <= random.nextInt(4); line++) {
        var price = new PriceParts(cents(random.nextInt(9_000)), cents(random.nextInt(9_000)));
        goods.add(goods(LINDEHOF, 1 + random.nextInt(60), price));
      }

      PriceParts parts = Fees.deliveryCost(new Fees.Terms(cost, null), goods);

      assertThat(parts.total().amount()).isEqualByComparingTo(cost.amount());
      assertThat(parts.reduced().amount().signum()).isNotNegative();
      assertThat(parts.standard().amount().signum()).isNotNegative();
    }
  }

  @Test
  void deliveryIsPaidOncePerAddressAndDay() {
    var goods =
        List.of(
            goods(LINDEHOF, 1, price("34.95", "0")),
            goods(ROZENHOF, 1, price("34.95", "0")),
            goods(LINDEHOF, 2, price("18.95", "0")));

    var costs = Fees.deliveryCosts(new Fees.Terms(Money.euro("5.95"), null), goods);

    assertThat(costs).hasSize(2).containsOnlyKeys(LINDEHOF, ROZENHOF);
  }

  @Test
  void anotherDayIsAnotherDelivery() {
    var nextDay = new DeliveryKey(DAY.plusDays(1), LINDEHOF.branchId(), "");
    var goods =
        List.of(goods(LINDEHOF, 1, price("34.95", "0")), goods(nextDay, 1, price("34.95", "0")));

    assertThat(Fees.deliveryCosts(new Fees.Terms(Money.euro("5.95"), null), goods)).hasSize(2);
  }

  @Test
  void aDepositBearsTheRateOfWhatIsInTheCrate() {
    assertThat(Fees.depositPrice(price("27.90", "0"), Money.euro("2.50")).reduced().plain())
        .isEqualTo("2.50");
    assertThat(Fees.depositPrice(price("0", "27.90"), Money.euro("2.50")).standard().plain())
        .isEqualTo("2.50");
    assertThat(Fees.depositPrice(price("20", "5"), Money.euro("2.50")).reduced().plain())
        .isEqualTo("2.50");
    assertThat(Fees.depositPrice(price("20", "5"), null).total().isZero()).isTrue();
  }

  @Test
  void theTotalIsTheSumOfGoodsDepositsAndDeliveryWithVatOncePerRate() {
    var goods =
        List.of(
            goods(LINDEHOF, 3, price("31.55", "10.95")),
            new Fees.Goods(
                LINDEHOF, BigDecimal.valueOf(5), price("26.50", "0"), Money.euro("2.50")));

    VatSummary total = Fees.summary(new Fees.Terms(Money.euro("6.00"), null), goods);

    // 3 x 42,50 + 5 x 26,50 + 5 x 2,50 + 6,00; delivery by 227,15 : 32,85
    assertThat(total.net().plain()).isEqualTo("278.50");
    assertThat(total.rates().get(0).net().plain()).isEqualTo("244.89");
    assertThat(total.rates().get(0).vat().plain()).isEqualTo("22.04");
    assertThat(total.rates().get(1).net().plain()).isEqualTo("33.61");
    assertThat(total.rates().get(1).vat().plain()).isEqualTo("7.06");
    assertThat(total.gross().plain()).isEqualTo("307.60");
  }

  @Test
  void oneAddressIsOneDeliveryHoweverItIsSpelled() {
    assertThat(DeliveryKey.of(DAY, at(null, "Parkweg", "44-bis", "1234 AB")))
        .isEqualTo(DeliveryKey.of(DAY, at(null, "parkweg ", "44-BIS", "1234ab")))
        .isNotEqualTo(DeliveryKey.of(DAY, at(null, "Parkweg", "44", "1234 AB")));
  }

  @Test
  void aBranchIsOneDeliveryWhoeverReceivesItThere() {
    UUID branch = UUID.randomUUID();
    assertThat(DeliveryKey.of(DAY, at(branch, "Parkweg", "4", "1234 AB")))
        .isEqualTo(DeliveryKey.of(DAY, at(branch, "Parkweg", "4 achter", "1234 AB")));
  }

  private static Destination at(UUID branch, String street, String number, String postcode) {
    return new Destination(
        branch,
        false,
        UUID.randomUUID().toString(),
        new Address(street, number, postcode, "Lindewaard", "NL"),
        null,
        null,
        null);
  }

  private static Fees.Goods goods(DeliveryKey delivery, int quantity, PriceParts price) {
    return new Fees.Goods(delivery, BigDecimal.valueOf(quantity), price, null);
  }

  private static PriceParts price(String reduced, String standard) {
    return new PriceParts(Money.euro(reduced), Money.euro(standard));
  }

  private static Money cents(int cents) {
    return Money.euro(BigDecimal.valueOf(cents, 2));
  }
}
