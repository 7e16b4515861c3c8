package nl.topfruit.shop.ordering.basket;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.calendar.DayStatus;
import nl.topfruit.shop.catalog.Article;
import nl.topfruit.shop.catalog.AssortmentOf;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.ordering.BasketSummary;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ShopVisit;
import nl.topfruit.shop.protocol.oci.OciFunction;
import org.junit.jupiter.api.Test;

class BasketReaderTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 26);
  private static final UUID LINDEHOF = Ids.next();
  private static final UUID ROZENHOF = Ids.next();

  @Test
  void linesStandByDeliveryEarliestDayFirst() {
    BasketView basket =
        basket(
            item(LINDEHOF, DAY.plusDays(1), "34.95"),
            item(ROZENHOF, DAY, "34.95"),
            item(LINDEHOF, DAY.plusDays(1), "18.95"));

    assertThat(basket.deliveries())
        .extracting(BasketDelivery::day)
        .containsExactly(DAY, DAY.plusDays(1));
    assertThat(basket.deliveries().get(1).items()).hasSize(2);
  }

  @Test
  void theTotalIsTheSumOfTheDeliveriesAndOfItsParts() {
    BasketView basket =
        basket(
            item(LINDEHOF, DAY, "34.95"),
            item(ROZENHOF, DAY, "34.95"),
            item(LINDEHOF, DAY, "0.05"));

    Money deliveries = Money.sum(basket.deliveries().stream().map(BasketDelivery::net).toList());
    Money parts = basket.goods().plus(basket.deposit()).plus(basket.deliveryCost());
    assertThat(deliveries.plain()).isEqualTo("81.85");
    assertThat(parts.plain()).isEqualTo("81.85");
    assertThat(basket.totals().net().plain()).isEqualTo("81.85");
    assertThat(basket.totals().vat().plain()).isEqualTo("7.37");
  }

  @Test
  void anEmptyBasketIsNotReady() {
    assertThat(basket().ready()).isFalse();
    assertThat(basket().totals().gross().isZero()).isTrue();
  }

  @Test
  void aBasketIsReadyOnlyWhenNoLineChangedSinceItWasSeen() {
    BasketItem fine = item(LINDEHOF, DAY, "34.95");

    assertThat(basket(fine).ready()).isTrue();
    assertThat(basket(fine, changed(fine, "35.95", true, DayStatus.OPEN, true)).ready()).isFalse();
    assertThat(basket(changed(fine, "34.95", false, DayStatus.OPEN, true)).ready()).isFalse();
    assertThat(basket(changed(fine, "34.95", true, DayStatus.FULL, true)).ready()).isFalse();
    assertThat(basket(changed(fine, "34.95", true, DayStatus.OPEN, false)).ready()).isFalse();
  }

  private static BasketView basket(BasketItem... items) {
    return BasketReader.view(visit(), List.of(items));
  }

  private static BasketItem item(UUID branch, LocalDate day, String price) {
    PriceParts parts = PriceParts.of(VatRate.REDUCED, Money.euro(price));
    return item(branch, day, parts, parts, true, DayStatus.OPEN, true);
  }

  private static BasketItem changed(
      BasketItem item, String price, boolean available, DayStatus status, boolean open) {
    return item(
        item.destination().branchId(),
        item.deliverOn(),
        item.seenPrice(),
        PriceParts.of(VatRate.REDUCED, Money.euro(price)),
        available,
        status,
        open);
  }

  private static BasketItem item(
      UUID branch,
      LocalDate day,
      PriceParts seen,
      PriceParts price,
      boolean available,
      DayStatus status,
      boolean open) {
    var article =
        new Article(
            Ids.next(),
            "FM-1004",
            "Fruitmand",
            "M",
            "mand",
            "C62",
            1,
            "A",
            List.of(),
            null,
            null,
            "0");
    var address = new Address("Parkweg", "4", "1234 AB", "Lindewaard", "NL");
    return new BasketItem(
        Ids.next(),
        article,
        Ids.next(),
        1,
        seen,
        price,
        1,
        available,
        day,
        status,
        day,
        Instant.EPOCH,
        new Destination(branch, false, null, address, null, null, null),
        "Lindehof",
        open,
        Ids.next(),
        new Booking(null, false, null, null, null, null),
        GreetingCard.NONE);
  }

  private static ShopVisit visit() {
    var shop = new ShopVisit.Shop(Ids.next(), "topfruit", "Topfruit");
    return new ShopVisit(
        Ids.next(),
        Ids.next(),
        "De Linde",
        Ids.next(),
        "ProActive",
        false,
        "nl",
        OciFunction.SHOPPING,
        null,
        List.of(shop),
        shop,
        new ShopVisit.Defaults(null, null, null, null, null, null),
        new Fees.Terms(Money.euro("5.95"), null),
        true,
        2,
        null,
        false,
        List.of(),
        new AssortmentOf(Ids.next(), List.of(shop.id()), false, DAY),
        new BasketSummary(0, Money.ZERO));
  }
}
