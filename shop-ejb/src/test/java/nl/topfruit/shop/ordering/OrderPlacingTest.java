package nl.topfruit.shop.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.greeting.GreetingCard;
import org.junit.jupiter.api.Test;

/** How items become an order with its deliveries, and which places they take. */
class OrderPlacingTest {
  private static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
  private static final LocalDate FRIDAY = LocalDate.of(2026, 11, 27);
  private static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");
  private static final Instant WEDNESDAY_AFTERNOON = Instant.parse("2026-11-25T13:00:00Z");
  private static final Destination LINDEHOF = branch("Lindehof", "Receptie");
  private static final Destination ROZENHOF = branch("Rozenhof", "Receptie");

  private static Destination branch(String name, String recipient) {
    return new Destination(
        new UUID(0, name.hashCode()),
        false,
        recipient,
        new Address("Parkweg", "1", "9999 AA", "Lindewaard", "NL"),
        null,
        null,
        null);
  }

  private static OrderItem item(
      String sku, LineKind kind, int goodsLine, String pieces, LocalDate day, Destination to) {
    return new OrderItem(
        null,
        "10",
        goodsLine,
        kind,
        UUID.randomUUID(),
        UUID.randomUUID(),
        null,
        sku,
        sku,
        new BigDecimal(pieces),
        "C62",
        new PriceParts(Money.euro("10.00"), Money.ZERO),
        List.of(),
        "A",
        "4120",
        "999103",
        null,
        null,
        GreetingCard.NONE,
        to,
        day,
        day,
        day,
        false);
  }

  private static OrderItem goods(String sku, int goodsLine, int pieces, Destination to) {
    return item(sku, LineKind.GOODS, goodsLine, String.valueOf(pieces), THURSDAY, to);
  }

  private static OrderPlacing.Placed placed(OrderItem... items) {
    var origin =
        new Order.Origin(
            UUID.randomUUID(), null, null, UUID.randomUUID(), "450", null, null, null, "nl");
    return OrderPlacing.of("B-1", origin, List.of(items), MONDAY);
  }

  @Test
  void everyAddressAndDayIsOneDelivery() {
    OrderPlacing.Placed placed =
        placed(
            goods("A", 1, 1, LINDEHOF),
            goods("B", 2, 1, LINDEHOF),
            goods("C", 3, 1, ROZENHOF),
            item("D", LineKind.GOODS, 4, "1", FRIDAY, LINDEHOF));
    assertThat(placed.event().deliveries())
        .extracting(d -> d.destination().branchId() + " " + d.deliverOn())
        .containsExactly(
            LINDEHOF.branchId() + " " + THURSDAY,
            ROZENHOF.branchId() + " " + THURSDAY,
            LINDEHOF.branchId() + " " + FRIDAY);
    List<UUID> of = placed.order().lines().stream().map(OrderLine::deliveryId).toList();
    assertThat(of.get(0)).isEqualTo(of.get(1)).isNotEqualTo(of.get(2)).isNotEqualTo(of.get(3));
  }

  @Test
  void twoRecipientsAtOneAddressKeepTheirNames() {
    OrderPlacing.Placed placed =
        placed(
            goods("A", 1, 1, branch("Lindehof", "Kamer 12")),
            goods("B", 2, 1, branch("Lindehof", "Kamer 14")));
    assertThat(placed.event().deliveries())
        .extracting(d -> d.destination().recipient())
        .containsExactly("Kamer 12", "Kamer 14");
  }

  @Test
  void deliveryCostTravelsWithTheGoodsOfItsAddressAndDay() {
    OrderPlacing.Placed placed =
        placed(
            item("BEZORG-9", LineKind.DELIVERY, 2, "1", THURSDAY, branch("Lindehof", "Kamer 12")),
            goods("A", 1, 1, branch("Lindehof", "Kamer 14")));
    assertThat(placed.event().deliveries()).hasSize(1);
    assertThat(placed.order().lines().get(0).sku()).isEqualTo("BEZORG-9");
  }

  @Test
  void theTotalsOfTheOrderAreTheSumOfItsLinesWithVatOnThatSum() {
    Order order = placed(goods("A", 1, 3, LINDEHOF), goods("B", 2, 1, LINDEHOF)).order();
    assertThat(order.net().plain()).isEqualTo("40.00");
    assertThat(order.vat().plain()).isEqualTo("3.60");
  }

  @Test
  void theTwoVatPartsOfAProductTakeOnePlaceAndItsDepositNone() {
    List<OrderItem> items =
        List.of(
            goods("FM-1011-9", 1, 2, LINDEHOF),
            goods("FM-1011-21", 1, 2, LINDEHOF),
            goods("WF-0020", 2, 5, LINDEHOF),
            item("WF-0020-SG", LineKind.DEPOSIT, 2, "5", THURSDAY, LINDEHOF),
            item("BEZORG-9", LineKind.DELIVERY, 3, "1", THURSDAY, LINDEHOF));
    assertThat(Places.neededBy(items)).isEqualTo(Map.of(THURSDAY, 7));
  }

  @Test
  void aLineThatIsDividedOverTwoTakesThePlacesOfBoth() {
    assertThat(Places.neededBy(List.of(goods("A", 1, 2, LINDEHOF), goods("A", 1, 1, LINDEHOF))))
        .isEqualTo(Map.of(THURSDAY, 3));
  }

  @Test
  void inTimeTheDayIsTheOneThatWasAskedFor() {
    assertThat(days(MONDAY, DeliveryCalendar.usual(), goods("A", 1, 1, LINDEHOF)))
        .containsExactly(THURSDAY);
  }

  @Test
  void tooLateItIsTheNextPossibleDayAndDeliveryCostComesAlong() {
    assertThat(
            days(
                WEDNESDAY_AFTERNOON,
                DeliveryCalendar.usual(),
                item("BEZORG-9", LineKind.DELIVERY, 2, "1", THURSDAY, LINDEHOF),
                goods("A", 1, 1, LINDEHOF)))
        .containsExactly(FRIDAY, FRIDAY);
  }

  @Test
  void aFullDayIsPassedOver() {
    assertThat(
            days(
                MONDAY,
                DeliveryCalendar.usual().withFullDays(Set.of(THURSDAY)),
                goods("A", 1, 1, LINDEHOF)))
        .containsExactly(FRIDAY);
  }

  @Test
  void withoutAnyDayNothingIsPlanned() {
    LocalDate beyond = LocalDate.of(2029, 1, 2);
    assertThat(
            Orders.plan(
                List.of(item("A", LineKind.GOODS, 1, "1", beyond, LINDEHOF)),
                DeliveryCalendar.usual(),
                MONDAY))
        .isEmpty();
  }

  private static List<LocalDate> days(Instant now, DeliveryCalendar calendar, OrderItem... items) {
    Optional<List<OrderItem>> planned = Orders.plan(List.of(items), calendar, now);
    List<LocalDate> days = new ArrayList<>();
    planned.orElseThrow().forEach(item -> days.add(item.deliverOn()));
    return days;
  }
}
