package nl.topfruit.shop.purchasing.agreement;

import static nl.topfruit.shop.protocol.Answer.Outcome.HELD;
import static nl.topfruit.shop.protocol.Answer.Outcome.PARTLY_PLACED;
import static nl.topfruit.shop.protocol.Answer.Outcome.PLACED;
import static nl.topfruit.shop.purchasing.agreement.Sample.DEMO;
import static nl.topfruit.shop.purchasing.agreement.Sample.DIRECT;
import static nl.topfruit.shop.purchasing.agreement.Sample.HOLD_LATE;
import static nl.topfruit.shop.purchasing.agreement.Sample.LINDEHOF;
import static nl.topfruit.shop.purchasing.agreement.Sample.MONDAY;
import static nl.topfruit.shop.purchasing.agreement.Sample.NOT_LIVE;
import static nl.topfruit.shop.purchasing.agreement.Sample.NO_FEWER;
import static nl.topfruit.shop.purchasing.agreement.Sample.PLACE_AGREED;
import static nl.topfruit.shop.purchasing.agreement.Sample.ROZENHOF;
import static nl.topfruit.shop.purchasing.agreement.Sample.THURSDAY;
import static nl.topfruit.shop.purchasing.agreement.Sample.USUAL;
import static nl.topfruit.shop.purchasing.agreement.Sample.contract;
import static nl.topfruit.shop.purchasing.agreement.Sample.food;
import static nl.topfruit.shop.purchasing.agreement.Sample.order;
import static nl.topfruit.shop.purchasing.agreement.Sample.plain;
import static nl.topfruit.shop.purchasing.agreement.Sample.promise;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.connection.OrderRules;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An order is placed by itself exactly when it agrees with the promise; each row is one case. */
class AgreementTest {
  /** Wednesday, half past twelve: the cut-off of Thursday is over. */
  private static final Instant TOO_LATE = Instant.parse("2026-11-25T11:30:00Z");

  private static final Promise TWO_BASKETS =
      promise().goods("FM-1004", 2, "34.95", LINDEHOF).build();
  private static final Promise WINE =
      promise()
          .goods("FM-1011-9", 2, "31.55", LINDEHOF)
          .tied("FM-1011-21", 2, "10.95", LINDEHOF)
          .build();
  private static final Promise CRATES =
      promise()
          .tiered("WF-0020", 5, "26.50", 5, ROZENHOF)
          .deposit("WF-0020-SG", 5, "2.50", ROZENHOF)
          .build();
  private static final Promise WITH_DELIVERY =
      promise()
          .goods("FM-1004", 1, "34.95", LINDEHOF)
          .goods("FM-1020", 1, "18.95", LINDEHOF)
          .delivery("BEZORG-9", "4.95", LINDEHOF)
          .build();
  private static final Promise TWO_BRANCHES =
      promise()
          .goods("FM-1004", 1, "34.95", LINDEHOF)
          .goods("FM-1004", 1, "34.95", ROZENHOF)
          .build();

  /**
   * One case.
   *
   * @param expected reasons as "line:REASON", ":REASON" for the whole order; notes too
   */
  private record Row(
      String name,
      PurchaseOrderMessage message,
      List<Promise> promises,
      List<Contract> contracts,
      Rules rules,
      Instant now,
      Outcome outcome,
      List<String> expected) {
    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(
      String name,
      Sample.OrderBuilder order,
      Promise promise,
      Rules rules,
      Outcome outcome,
      String... expected) {
    List<Promise> promises = promise == null ? List.of() : List.of(promise);
    return new Row(
        name, order.build(), promises, List.of(), rules, MONDAY, outcome, List.of(expected));
  }

  private static Row plainRow(
      String name,
      Sample.OrderBuilder order,
      Promise promise,
      Outcome outcome,
      String... expected) {
    return new Row(
        name,
        PlainLines.of(order.quote(promise.number()).build(), promise),
        List.of(promise),
        List.of(),
        USUAL,
        MONDAY,
        outcome,
        List.of(expected));
  }

  private static Row late(
      String name,
      Sample.OrderBuilder order,
      Promise promise,
      Rules rules,
      Instant now,
      Outcome outcome,
      String... expected) {
    return new Row(
        name, order.build(), List.of(promise), List.of(), rules, now, outcome, List.of(expected));
  }

  private static Row direct(
      String name,
      Sample.OrderBuilder order,
      List<Contract> contracts,
      Outcome outcome,
      String... expected) {
    return new Row(
        name, order.build(), List.of(), contracts, DIRECT, MONDAY, outcome, List.of(expected));
  }

  static Stream<Row> prices() {
    return Stream.of(
        row("as promised", order("10 FM-1004 x2 @34.95 >R-1/1"), TWO_BASKETS, USUAL, PLACED),
        row(
            "without a price ours counts",
            order("10 FM-1004 x2 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            PLACED),
        row("34.9500 is 34.95", order("10 FM-1004 x2 @34.9500 >R-1/1"), TWO_BASKETS, USUAL, PLACED),
        row(
            "per ten is per one",
            order("10 FM-1004 x2 @349.50/10 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            PLACED),
        row(
            "a lower price",
            order("10 FM-1004 x2 @30 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:PRICE"),
        row(
            "a higher price",
            order("10 FM-1004 x2 @34.96 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:PRICE"),
        row("price 0", order("10 FM-1004 x2 @0 >R-1/1"), TWO_BASKETS, USUAL, HELD, "10:PRICE"),
        row(
            "their total agrees",
            order("10 FM-1004 x2 @34.95 >R-1/1").total("69.90"),
            TWO_BASKETS,
            USUAL,
            PLACED),
        row(
            "their total agrees with our price",
            order("10 FM-1004 x2 >R-1/1").total("69.9"),
            TWO_BASKETS,
            USUAL,
            PLACED),
        row(
            "their total is not the sum of their lines",
            order("10 FM-1004 x2 @34.95 >R-1/1").total("34.95"),
            TWO_BASKETS,
            USUAL,
            HELD,
            ":TOTAL"),
        row(
            "another currency",
            order("10 FM-1004 x2 @34.95 cUSD >R-1/1").in("USD"),
            TWO_BASKETS,
            USUAL,
            HELD,
            ":CURRENCY",
            "10:CURRENCY"),
        row(
            "another currency on one line only",
            order("10 FM-1004 x2 @34.95 cUSD >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:CURRENCY"));
  }

  static Stream<Row> quantities() {
    return Stream.of(
        row(
            "fewer where that is allowed",
            order("10 FM-1004 x1 @34.95 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            PLACED),
        row(
            "fewer where that is not allowed",
            order("10 FM-1004 x1 @34.95 >R-1/1"),
            TWO_BASKETS,
            NO_FEWER,
            HELD,
            "10:QUANTITY_FEWER_NOT_ALLOWED"),
        row(
            "fewer of one line where that is not allowed",
            order("10 FM-1004 x1 >R-1/1", "20 FM-1020 x1 >R-1/2"),
            promise()
                .goods("FM-1004", 2, "34.95", LINDEHOF)
                .goods("FM-1020", 1, "18.95", LINDEHOF)
                .build(),
            NO_FEWER,
            HELD,
            "10:QUANTITY_FEWER_NOT_ALLOWED"),
        row(
            "more never",
            order("10 FM-1004 x3 @34.95 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:QUANTITY_MORE"),
        row(
            "one line in two, together as promised",
            order("10 FM-1004 x1 @34.95 >R-1/1", "20 FM-1004 x1 @34.95 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            PLACED),
        row(
            "one line in two, together more",
            order("10 FM-1004 x2 @34.95 >R-1/1", "20 FM-1004 x1 @34.95 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:QUANTITY_MORE",
            "20:QUANTITY_MORE"),
        row(
            "what was ordered before is gone",
            order("10 FM-1004 x2 @34.95 >R-1/1"),
            promise().partlyOrdered("FM-1004", 2, 1, "34.95", LINDEHOF).build(),
            USUAL,
            HELD,
            "10:QUANTITY_MORE"),
        row(
            "the rest of what was ordered before",
            order("10 FM-1004 x1 @34.95 >R-1/1"),
            promise().partlyOrdered("FM-1004", 2, 1, "34.95", LINDEHOF).build(),
            NO_FEWER,
            PLACED),
        row(
            "one and a half pieces",
            order("10 FM-1004 x1.5 @34.95 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:QUANTITY_NOT_WHOLE"),
        row(
            "below the tier whose price was promised",
            order("10 WF-0020 x3 @26.50 >R-1/1", "20 WF-0020-SG x3 @2.50 >R-1/2"),
            CRATES,
            USUAL,
            HELD,
            "10:BELOW_TIER"),
        row(
            "the tier is reached by two lines together",
            order("10 WF-0020 x3 @26.50 >R-1/1", "20 WF-0020 x3 @26.50 >R-1/2"),
            promise()
                .tiered("WF-0020", 3, "26.50", 5, LINDEHOF)
                .tiered("WF-0020", 3, "26.50", 5, ROZENHOF)
                .build(),
            USUAL,
            PLACED),
        row(
            "the tier is lost when the other line is left out",
            order("10 WF-0020 x3 @26.50 >R-1/1"),
            promise()
                .tiered("WF-0020", 4, "26.50", 5, LINDEHOF)
                .tiered("WF-0020", 3, "26.50", 5, ROZENHOF)
                .build(),
            USUAL,
            HELD,
            ":LINE_MISSING",
            "10:BELOW_TIER"),
        row(
            "below the least that we sell",
            order("10 TG-3020 x24 @33.75 >R-1/1"),
            promise().minimum("TG-3020", 30, "33.75", 25, LINDEHOF).build(),
            USUAL,
            HELD,
            "10:MINIMUM_QUANTITY"),
        row(
            "a line left out is noted",
            order("10 FM-1004 x1 @34.95 >R-1/1"),
            TWO_BRANCHES,
            USUAL,
            PLACED,
            ":LINE_MISSING"),
        row(
            "a line left out where fewer is not allowed",
            order("10 FM-1004 x1 @34.95 >R-1/1"),
            TWO_BRANCHES,
            NO_FEWER,
            HELD,
            ":LINE_MISSING_NOT_ALLOWED"));
  }

  static Stream<Row> units() {
    return Stream.of(
        row("EA is a piece", order("10 FM-1004 x2 uEA >R-1/1"), TWO_BASKETS, USUAL, PLACED),
        row("PCE is a piece", order("10 FM-1004 x2 uPCE >R-1/1"), TWO_BASKETS, USUAL, PLACED),
        row("H87 is a piece", order("10 FM-1004 x2 uh87 >R-1/1"), TWO_BASKETS, USUAL, PLACED),
        row(
            "the unit that the connection's table gives",
            order("10 FM-1004 x2 uMND >R-1/1"),
            TWO_BASKETS,
            new Rules(
                true, true, false, false, OrderRules.USUAL, Map.of("C62", "MND"), true, false),
            PLACED),
        row(
            "a kilogram is no piece",
            order("10 FM-1004 x2 uKGM >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:UNIT"));
  }

  static Stream<Row> whatItMeans() {
    return Stream.of(
        row("by line key", order("10 - x2 #K7Q-1"), TWO_BASKETS, USUAL, PLACED),
        row("by line key in lower case", order("10 - x2 #k7q-1"), TWO_BASKETS, USUAL, PLACED),
        row("item number with zeros", order("10 FM-1004 x2 >R-1/0001"), TWO_BASKETS, USUAL, PLACED),
        row("by article alone", order("10 FM-1004 x2 @34.95"), TWO_BASKETS, USUAL, PLACED),
        row(
            "by article within the requisition that is named",
            order("10 FM-1004 x2").quote("R-1"),
            TWO_BASKETS,
            USUAL,
            PLACED),
        row(
            "two items fit and differ",
            order("10 FM-1004 x1"),
            TWO_BRANCHES,
            USUAL,
            HELD,
            "10:AMBIGUOUS_LINE"),
        row(
            "two items fit and do not differ",
            order("10 FM-1004 x1"),
            promise()
                .goods("FM-1004", 1, "34.95", LINDEHOF)
                .goods("FM-1004", 1, "34.95", LINDEHOF)
                .build(),
            USUAL,
            PLACED,
            ":LINE_MISSING"),
        row(
            "different numbers of pieces that take up all of the article",
            order("10 FM-1004 x3", "20 FM-1004 x2"),
            promise()
                .goods("FM-1004", 2, "34.95", LINDEHOF)
                .goods("FM-1004", 3, "34.95", ROZENHOF)
                .build(),
            USUAL,
            PLACED),
        row(
            "a line points at one of two, the other follows",
            order("10 FM-1004 x1 >R-1/2", "20 FM-1004 x1"),
            TWO_BRANCHES,
            USUAL,
            PLACED),
        row(
            "another article on the line that is named",
            order("10 FM-1006 x2 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:OTHER_ARTICLE"),
        row(
            "another article under the right line key",
            order("10 FM-1006 x2 #K7Q-1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:OTHER_ARTICLE"),
        row(
            "two items of one article on different days",
            order("10 FM-1004 x1 @34.95"),
            promise()
                .goods("FM-1004", 1, "34.95", LINDEHOF)
                .goods("FM-1004", 1, "34.95", LINDEHOF)
                .on(THURSDAY.plusDays(1))
                .build(),
            USUAL,
            HELD,
            "10:AMBIGUOUS_LINE"),
        row(
            "a requisition that is not known",
            order("10 FM-1004 x2 >R-9/1"),
            null,
            USUAL,
            HELD,
            "10:UNKNOWN_REQUISITION"),
        row(
            "an item that the requisition does not have",
            order("10 FM-1004 x2 >R-1/7"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:UNKNOWN_REQUISITION_LINE"),
        row(
            "an article that nobody has",
            order("10 X-1 x1", "20 FM-1004 x2 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:UNKNOWN_ARTICLE"),
        row(
            "an article of ours that was not promised",
            order("10 FM-1006 x1", "20 FM-1004 x2 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            HELD,
            "10:NO_REQUISITION"),
        row(
            "a requisition that was ordered already",
            order("10 FM-1004 x2 >R-1/1"),
            promise().goods("FM-1004", 2, "34.95", LINDEHOF).closed("ORDERED").build(),
            USUAL,
            HELD,
            "10:REQUISITION_CLOSED"),
        row(
            "a requisition that has expired",
            order("10 FM-1004 x2 @34.95").quote("R-1"),
            promise().goods("FM-1004", 2, "34.95", LINDEHOF).closed("EXPIRED").build(),
            USUAL,
            HELD,
            "10:REQUISITION_CLOSED"));
  }

  static Stream<Row> whatBelongsTogether() {
    return Stream.of(
        row(
            "both VAT parts",
            order("10 FM-1011-9 x2 @31.55 >R-1/1", "20 FM-1011-21 x2 @10.95 >R-1/2"),
            WINE,
            USUAL,
            PLACED),
        row(
            "both VAT parts, one basket fewer",
            order("10 FM-1011-9 x1 >R-1/1", "20 FM-1011-21 x1 >R-1/2"),
            WINE,
            USUAL,
            PLACED),
        row(
            "one VAT part is missing",
            order("10 FM-1011-9 x2 >R-1/1"),
            WINE,
            USUAL,
            HELD,
            "10:TIED_PART_MISSING"),
        row(
            "the VAT parts differ in number",
            order("10 FM-1011-9 x2 >R-1/1", "20 FM-1011-21 x1 >R-1/2"),
            WINE,
            USUAL,
            HELD,
            "10:TIED_QUANTITY",
            "20:TIED_QUANTITY"),
        row(
            "the deposit is missing",
            order("10 WF-0020 x5 >R-1/1"),
            CRATES,
            USUAL,
            HELD,
            "10:FEE_MISSING"),
        row(
            "a deposit without its crates",
            order("10 WF-0020-SG x5 >R-1/2"),
            CRATES,
            USUAL,
            HELD,
            ":LINE_MISSING",
            "10:FEE_WITHOUT_GOODS"),
        row(
            "fewer deposits than crates",
            order("10 WF-0020 x5 >R-1/1", "20 WF-0020-SG x4 >R-1/2"),
            CRATES,
            USUAL,
            HELD,
            "20:FEE_QUANTITY"),
        row(
            "deposits on two lines, together as many as crates",
            order("10 WF-0020 x5 >R-1/1", "20 WF-0020-SG x4 >R-1/2", "30 WF-0020-SG x1 >R-1/2"),
            CRATES,
            USUAL,
            PLACED),
        row(
            "deposits for one crate of five",
            order("10 WF-0020 x5 >R-1/1", "20 WF-0020-SG x1 >R-1/2"),
            CRATES,
            USUAL,
            HELD,
            "20:FEE_QUANTITY"),
        row(
            "delivery cost with some of its goods",
            order("10 FM-1004 x1 >R-1/1", "20 BEZORG-9 x1 >R-1/3"),
            WITH_DELIVERY,
            USUAL,
            PLACED,
            ":LINE_MISSING"),
        row(
            "delivery cost is left out",
            order("10 FM-1004 x1 >R-1/1", "20 FM-1020 x1 >R-1/2"),
            WITH_DELIVERY,
            USUAL,
            HELD,
            "10:FEE_MISSING"),
        row(
            "delivery cost alone",
            order("10 BEZORG-9 x1 >R-1/3"),
            WITH_DELIVERY,
            USUAL,
            HELD,
            ":LINE_MISSING",
            ":LINE_MISSING",
            "10:FEE_WITHOUT_GOODS"));
  }

  static Stream<Row> inPart() {
    return Stream.of(
        row(
            "one line differs and the whole order waits",
            order("10 FM-1004 x1 @1 >R-1/1", "20 FM-1004 x1 @34.95 >R-1/2"),
            TWO_BRANCHES,
            USUAL,
            HELD,
            "10:PRICE"),
        row(
            "one line differs and the other is placed",
            order("10 FM-1004 x1 @1 >R-1/1", "20 FM-1004 x1 @34.95 >R-1/2"),
            TWO_BRANCHES,
            PLACE_AGREED,
            PARTLY_PLACED,
            "10:PRICE"),
        row(
            "a VAT part waits with the other one",
            order("10 FM-1011-9 x2 @1 >R-1/1", "20 FM-1011-21 x2 @10.95 >R-1/2"),
            WINE,
            PLACE_AGREED,
            HELD,
            "10:PRICE",
            "20:GOES_WITH_HELD"),
        row(
            "delivery cost waits when all of its goods do",
            order(
                "10 FM-1004 x1 @1 >R-1/1",
                "20 FM-1020 x1 @1 >R-1/2",
                "30 BEZORG-9 x1 @4.95 >R-1/3",
                "40 FM-1004 x1 >R-1/4"),
            promise()
                .goods("FM-1004", 1, "34.95", LINDEHOF)
                .goods("FM-1020", 1, "18.95", LINDEHOF)
                .delivery("BEZORG-9", "4.95", LINDEHOF)
                .goods("FM-1004", 1, "34.95", ROZENHOF)
                .build(),
            PLACE_AGREED,
            PARTLY_PLACED,
            "10:PRICE",
            "20:PRICE",
            "30:GOES_WITH_HELD"),
        row(
            "goods wait when their delivery cost does",
            order("10 FM-1004 x1 >R-1/1", "20 FM-1020 x1 >R-1/2", "30 BEZORG-9 x1 @1 >R-1/3"),
            WITH_DELIVERY,
            PLACE_AGREED,
            HELD,
            "10:GOES_WITH_HELD",
            "20:GOES_WITH_HELD",
            "30:PRICE"),
        row(
            "a wrong total holds everything",
            order("10 FM-1004 x1 @34.95 >R-1/1", "20 FM-1004 x1 @34.95 >R-1/2").total("1"),
            TWO_BRANCHES,
            PLACE_AGREED,
            HELD,
            ":TOTAL"));
  }

  static Stream<Row> daysAndNotes() {
    return Stream.of(
        late(
            "too late, moved", order("10 FM-1004 x2 >R-1/1"), TWO_BASKETS, USUAL, TOO_LATE, PLACED),
        late(
            "too late, held where that is agreed",
            order("10 FM-1004 x2 >R-1/1"),
            TWO_BASKETS,
            HOLD_LATE,
            TOO_LATE,
            HELD,
            "10:DAY_PASSED"),
        late(
            "in time where late ones are held",
            order("10 FM-1004 x2 >R-1/1"),
            TWO_BASKETS,
            HOLD_LATE,
            TOO_LATE.minus(Duration.ofHours(1)),
            PLACED),
        row(
            "their day is noted, ours holds",
            order("10 FM-1004 x2 >R-1/1").on(THURSDAY.plusDays(1)),
            TWO_BASKETS,
            USUAL,
            PLACED,
            "10:OTHER_DAY"),
        row(
            "their address is noted, ours holds",
            order("10 FM-1004 x2 >R-1/1").to("1234 ZZ", "Elders"),
            TWO_BASKETS,
            USUAL,
            PLACED,
            "10:OTHER_ADDRESS"),
        row(
            "our own address is nothing to note",
            order("10 FM-1004 x2 >R-1/1").to("9999aa", "LINDEWAARD"),
            TWO_BASKETS,
            USUAL,
            PLACED),
        row(
            "a division over cost centres is noted",
            order("10 FM-1004 x2 * >R-1/1"),
            TWO_BASKETS,
            USUAL,
            PLACED,
            "10:ACCOUNTING_SPLIT"),
        row(
            "a test message",
            order("10 FM-1004 x2 >R-1/1").asTest(),
            TWO_BASKETS,
            USUAL,
            HELD,
            ":TEST_MESSAGE"),
        row(
            "an order over a connection that is only being tried",
            order("10 FM-1004 x2 >R-1/1"),
            TWO_BASKETS,
            NOT_LIVE,
            HELD,
            ":TEST_CONNECTION"),
        row(
            "a test message over a connection that is only being tried",
            order("10 FM-1004 x2 >R-1/1").asTest(),
            TWO_BASKETS,
            NOT_LIVE,
            HELD,
            ":TEST_CONNECTION",
            ":TEST_MESSAGE"),
        row(
            "the day of one line is noted",
            order("10 FM-1004 x2 d2026-11-30 >R-1/1"),
            TWO_BASKETS,
            USUAL,
            PLACED,
            "10:OTHER_DAY"),
        row(
            "another town without a postcode is noted",
            order("10 FM-1004 x2 >R-1/1").to(null, "Elders"),
            TWO_BASKETS,
            USUAL,
            PLACED,
            "10:OTHER_ADDRESS"),
        row(
            "a division of one line of two is noted",
            order("10 FM-1004 x1 >R-1/1", "20 FM-1004 x1 * >R-1/2"),
            TWO_BRANCHES,
            USUAL,
            PLACED,
            "20:ACCOUNTING_SPLIT"),
        row(
            "a day so far away that none can be given",
            order("10 FM-1004 x2 >R-1/1"),
            promise().goods("FM-1004", 2, "34.95", LINDEHOF).on(THURSDAY.plusYears(2)).build(),
            USUAL,
            HELD,
            "10:NO_DAY_LEFT"),
        row(
            "a day so far away, and the day that they ask for",
            order("10 FM-1004 x2 >R-1/1").on(THURSDAY),
            promise().goods("FM-1004", 2, "34.95", LINDEHOF).on(THURSDAY.plusYears(2)).build(),
            USUAL,
            HELD,
            "10:OTHER_DAY",
            "10:NO_DAY_LEFT"),
        row(
            "a test message in the demo, where all are",
            order("10 FM-1004 x2 >R-1/1").asTest(),
            TWO_BASKETS,
            DEMO,
            PLACED));
  }

  static Stream<Row> plainOrders() {
    return Stream.of(
        plainRow("everything as requested", plain(), WINE, PLACED),
        plainRow("named where it differs", plain("1 - x1 >R-1/1"), TWO_BASKETS, PLACED),
        plainRow("the other VAT part follows", plain("1 - x1 >R-1/1"), WINE, PLACED),
        plainRow(
            "the deposit follows, the tier does not",
            plain("1 - x3 >R-1/1"),
            CRATES,
            HELD,
            "1:BELOW_TIER"),
        plainRow(
            "VAT parts named differently",
            plain("1 - x1 >R-1/1", "2 - x2 >R-1/2"),
            WINE,
            HELD,
            "1:TIED_QUANTITY",
            "2:TIED_QUANTITY"),
        plainRow(
            "an item that does not exist",
            plain("9 - x1 >R-1/9"),
            TWO_BASKETS,
            HELD,
            "9:UNKNOWN_REQUISITION_LINE"),
        plainRow(
            "more than promised", plain("1 - x9 >R-1/1"), TWO_BASKETS, HELD, "1:QUANTITY_MORE"),
        plainRow(
            "a second time under another number",
            plain(),
            promise().goods("FM-1004", 2, "34.95", LINDEHOF).closed("ORDERED").build(),
            HELD,
            "1:REQUISITION_CLOSED"));
  }

  static Stream<Row> withoutRequisition() {
    Contract basket = contract("FM-1004", "34.95");
    Contract food =
        new Contract(
            "FM-1011-9",
            "FM-1011",
            LineKind.GOODS,
            food("31.55"),
            false,
            "FM-1011-21",
            null,
            1,
            "C62");
    Contract wine =
        new Contract(
            "FM-1011-21",
            "FM-1011",
            LineKind.GOODS,
            new PriceParts(Money.ZERO, Money.euro("10.95")),
            false,
            "FM-1011-9",
            null,
            1,
            "C62");
    Contract mixed =
        new Contract(
            "FM-1011",
            "FM-1011",
            LineKind.GOODS,
            new PriceParts(Money.euro("31.55"), Money.euro("10.95")),
            true,
            null,
            null,
            1,
            "C62");
    Contract crate =
        new Contract(
            "WF-0020",
            "WF-0020",
            LineKind.GOODS,
            food("26.50"),
            false,
            null,
            "WF-0020-SG",
            1,
            "C62");
    Contract deposit =
        new Contract(
            "WF-0020-SG", "WF-0020", LineKind.DEPOSIT, food("2.50"), false, null, null, 0, "C62");
    Contract many =
        new Contract(
            "TG-3020", "TG-3020", LineKind.GOODS, food("33.75"), false, null, null, 25, "C62");
    return Stream.of(
        direct("at contract price", order("10 FM-1004 x2 @34.95 uEA"), List.of(basket), PLACED),
        direct("without a price", order("10 FM-1004 x2"), List.of(basket), PLACED),
        direct(
            "at another price",
            order("10 FM-1004 x2 @34.94"),
            List.of(basket),
            HELD,
            "10:DIRECT_PRICE"),
        direct(
            "an article that is not theirs to buy",
            order("10 FM-1006 x2"),
            List.of(basket),
            HELD,
            "10:NOT_IN_ASSORTMENT"),
        direct("no article of ours", order("10 ZZ-1 x2"), List.of(), HELD, "10:UNKNOWN_ARTICLE"),
        direct("no article number", order("10 - x2"), List.of(), HELD, "10:UNKNOWN_ARTICLE"),
        direct(
            "two VAT rates on one line",
            order("10 FM-1011 x1 @42.50"),
            List.of(mixed),
            HELD,
            "10:MIXED_VAT_LINE"),
        direct(
            "two VAT rates on one line, without a price",
            order("10 FM-1011 x2"),
            List.of(mixed),
            HELD,
            "10:MIXED_VAT_LINE"),
        direct(
            "two VAT rates on two lines",
            order("10 FM-1011-9 x1 @31.55", "20 FM-1011-21 x1 @10.95").total("42.50"),
            List.of(food, wine),
            PLACED),
        direct(
            "one of two VAT parts",
            order("10 FM-1011-21 x1 @10.95"),
            List.of(wine),
            HELD,
            "10:TIED_PART_MISSING"),
        direct(
            "VAT parts in different numbers",
            order("10 FM-1011-9 x1", "20 FM-1011-21 x2"),
            List.of(food, wine),
            HELD,
            "10:TIED_QUANTITY",
            "20:TIED_QUANTITY"),
        direct(
            "crates with their deposit",
            order("10 WF-0020 x5 @26.50", "20 WF-0020-SG x5 @2.50"),
            List.of(crate, deposit),
            PLACED),
        direct(
            "crates without their deposit",
            order("10 WF-0020 x5 @26.50"),
            List.of(crate),
            HELD,
            "10:FEE_MISSING"),
        direct(
            "a deposit alone",
            order("10 WF-0020-SG x5 @2.50"),
            List.of(deposit),
            HELD,
            "10:FEE_WITHOUT_GOODS"),
        direct(
            "fewer than we sell",
            order("10 TG-3020 x24"),
            List.of(many),
            HELD,
            "10:MINIMUM_QUANTITY"),
        direct("a kilogram", order("10 FM-1004 x1 uKGM"), List.of(basket), HELD, "10:UNIT"),
        direct(
            "one and a half baskets",
            order("10 FM-1004 x1.5"),
            List.of(basket),
            HELD,
            "10:QUANTITY_NOT_WHOLE"),
        direct(
            "a requisition that is not known is not passed over",
            order("10 FM-1004 x1 >R-9/1"),
            List.of(basket),
            HELD,
            "10:UNKNOWN_REQUISITION"));
  }

  static Stream<Row> all() {
    return Stream.of(
            prices(),
            quantities(),
            units(),
            whatItMeans(),
            whatBelongsTogether(),
            inPart(),
            daysAndNotes(),
            plainOrders(),
            withoutRequisition())
        .flatMap(rows -> rows);
  }

  /** Every reason of every row, as often as it stands there. */
  static List<String> expected() {
    return all().flatMap(row -> row.expected().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("all")
  void anOrderIsPlacedExactlyWhenItAgrees(Row row) {
    Agreement agreement =
        Sample.agreement(row.message(), row.promises(), row.contracts(), row.rules(), row.now());
    List<String> found =
        agreement.allDifferences().stream()
            .map(d -> (d.line() == null ? "" : d.line()) + ":" + d.reason())
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(row.expected());
    assertThat(agreement.outcome()).isEqualTo(row.outcome());
  }
}
