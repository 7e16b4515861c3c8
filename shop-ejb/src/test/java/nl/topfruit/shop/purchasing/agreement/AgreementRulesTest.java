package nl.topfruit.shop.purchasing.agreement;

import static nl.topfruit.shop.protocol.Answer.Outcome.HELD;
import static nl.topfruit.shop.protocol.Answer.Outcome.PLACED;
import static nl.topfruit.shop.purchasing.agreement.Sample.LINDEHOF;
import static nl.topfruit.shop.purchasing.agreement.Sample.MONDAY;
import static nl.topfruit.shop.purchasing.agreement.Sample.ROZENHOF;
import static nl.topfruit.shop.purchasing.agreement.Sample.THURSDAY;
import static nl.topfruit.shop.purchasing.agreement.Sample.contract;
import static nl.topfruit.shop.purchasing.agreement.Sample.order;
import static nl.topfruit.shop.purchasing.agreement.Sample.promise;
import static nl.topfruit.shop.purchasing.agreement.Sample.rules;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import nl.topfruit.shop.protocol.Answer.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a connection says beyond the usual rules decides; each row is one case. */
class AgreementRulesTest {
  /** Wednesday, half past twelve: the cut-off of Thursday is over. */
  private static final Instant TOO_LATE = Instant.parse("2026-11-25T11:30:00Z");

  private static final LocalDate FRIDAY = THURSDAY.plusDays(1);
  private static final LocalDate SUNDAY = THURSDAY.plusDays(3);
  private static final Promise TWO_BASKETS =
      promise().goods("FM-1004", 2, "34.95", LINDEHOF).build();
  private static final Promise EXPIRED =
      promise().goods("FM-1004", 2, "34.95", LINDEHOF).closed("EXPIRED").build();
  private static final Promise REJECTED =
      promise().goods("FM-1004", 2, "34.95", LINDEHOF).closed("REJECTED").build();
  private static final Promise CRATES =
      promise()
          .tiered("WF-0020", 5, "26.50", 5, ROZENHOF)
          .deposit("WF-0020-SG", 5, "2.50", ROZENHOF)
          .build();
  private static final Promise OTHER_REQUISITION =
      promise("R-2", "M2P").goods("FM-1006", 1, "54.95", LINDEHOF).build();

  /** Found on arrival or by who asks, not by the pure function. */
  private static final Set<Reason> NOT_OF_THE_FUNCTION =
      EnumSet.of(
          Reason.NO_ADDRESS,
          Reason.NUMBER_TAKEN,
          Reason.CHANGE,
          Reason.UNKNOWN_ORDER,
          Reason.OLDER_VERSION,
          Reason.TOO_LATE_TO_CHANGE,
          Reason.DELIVERED_ALREADY,
          Reason.INVOICED_ALREADY,
          Reason.OTHER_BUYER,
          Reason.BUYER_UNKNOWN);

  private record Row(
      String name,
      Sample.OrderBuilder order,
      List<Promise> promises,
      List<Contract> contracts,
      Map<String, String> today,
      String rules,
      Instant now,
      Outcome outcome,
      List<String> expected) {

    Agreement agreement() {
      return Sample.agreement(order.build(), promises, contracts, today, Sample.rules(rules), now);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private static Row row(
      String name,
      String rules,
      Sample.OrderBuilder order,
      Promise promise,
      Outcome outcome,
      String... expected) {
    return row(name, rules, order, List.of(promise), Map.of(), MONDAY, outcome, expected);
  }

  private static Row row(
      String name,
      String rules,
      Sample.OrderBuilder order,
      List<Promise> promises,
      Map<String, String> today,
      Instant now,
      Outcome outcome,
      String... expected) {
    return new Row(name, order, promises, List.of(), today, rules, now, outcome, List.of(expected));
  }

  static Stream<Row> prices() {
    String fiveCents = "{\"priceTolerance\":0.05}";
    String twoPercent = "{\"priceTolerancePercent\":2}";
    return Stream.of(
        row(
            "a price five cents higher is near enough",
            fiveCents,
            order("10 FM-1004 x2 @35.00 >R-1/1"),
            TWO_BASKETS,
            PLACED,
            "10:PRICE_TOLERATED"),
        row(
            "a price five cents lower is near enough",
            fiveCents,
            order("10 FM-1004 x2 @34.90 >R-1/1"),
            TWO_BASKETS,
            PLACED,
            "10:PRICE_TOLERATED"),
        row(
            "six cents are more than five",
            fiveCents,
            order("10 FM-1004 x2 @35.01 >R-1/1"),
            TWO_BASKETS,
            HELD,
            "10:PRICE"),
        row(
            "two per cent of our price",
            twoPercent,
            order("10 FM-1004 x2 @35.64 >R-1/1"),
            TWO_BASKETS,
            PLACED,
            "10:PRICE_TOLERATED"),
        row(
            "more than two per cent",
            twoPercent,
            order("10 FM-1004 x2 @35.65 >R-1/1"),
            TWO_BASKETS,
            HELD,
            "10:PRICE"),
        row(
            "the larger of the two tolerances counts",
            "{\"priceTolerance\":1,\"priceTolerancePercent\":2}",
            order("10 FM-1004 x2 @35.95 >R-1/1"),
            TWO_BASKETS,
            PLACED,
            "10:PRICE_TOLERATED"),
        row(
            "for nothing is never near enough",
            "{\"priceTolerance\":100}",
            order("10 FM-1004 x2 @0 >R-1/1"),
            TWO_BASKETS,
            HELD,
            "10:PRICE"));
  }

  static Stream<Row> quantities() {
    return Stream.of(
        row(
            "more where that is allowed",
            "{\"moreAllowed\":true}",
            order("10 FM-1004 x3 @34.95 >R-1/1"),
            TWO_BASKETS,
            PLACED,
            "10:QUANTITY_MORE_PLACED"),
        row(
            "more of crates and their deposit",
            "{\"moreAllowed\":true}",
            order("10 WF-0020 x6 @26.50 >R-1/1", "20 WF-0020-SG x6 @2.50 >R-1/2"),
            CRATES,
            PLACED,
            "10:QUANTITY_MORE_PLACED",
            "20:QUANTITY_MORE_PLACED"),
        row(
            "more of what was ordered completely is a second order",
            "{\"moreAllowed\":true}",
            order("10 FM-1004 x1 @34.95 >R-1/1"),
            promise()
                .partlyOrdered("FM-1004", 2, 0, "34.95", LINDEHOF)
                .goods("FM-1020", 1, "18.95", LINDEHOF)
                .build(),
            HELD,
            ":LINE_MISSING",
            "10:QUANTITY_MORE"),
        row(
            "below the tier at the price that was promised",
            "{\"belowTier\":\"KEEP_PRICE\"}",
            order("10 WF-0020 x3 @26.50 >R-1/1", "20 WF-0020-SG x3 @2.50 >R-1/2"),
            CRATES,
            PLACED,
            "10:TIER_PRICE_KEPT"),
        row(
            "below the tier by one piece",
            "{\"belowTier\":\"KEEP_PRICE\"}",
            order("10 WF-0020 x4 >R-1/1", "20 WF-0020-SG x4 >R-1/2"),
            CRATES,
            PLACED,
            "10:TIER_PRICE_KEPT"),
        row(
            "below the tier at today's price, though they write the promised one",
            "{\"belowTier\":\"NEW_PRICE\"}",
            order("10 WF-0020 x3 @26.50 >R-1/1", "20 WF-0020-SG x3 @2.50 >R-1/2"),
            List.of(CRATES),
            Map.of("WF-0020", "27.90"),
            MONDAY,
            PLACED,
            "10:TIER_PRICE_LOST"),
        row(
            "below the tier at today's price, which they write",
            "{\"belowTier\":\"NEW_PRICE\"}",
            order("10 WF-0020 x3 @27.90 >R-1/1", "20 WF-0020-SG x3 @2.50 >R-1/2"),
            List.of(CRATES),
            Map.of("WF-0020", "27.90"),
            MONDAY,
            PLACED,
            "10:TIER_PRICE_LOST"),
        row(
            "below the tier of what may no longer be bought",
            "{\"belowTier\":\"NEW_PRICE\"}",
            order("10 WF-0020 x3 @26.50 >R-1/1", "20 WF-0020-SG x3 @2.50 >R-1/2"),
            CRATES,
            HELD,
            "10:BELOW_TIER"));
  }

  static Stream<Row> lines() {
    Promise two =
        promise()
            .goods("FM-1004", 1, "34.95", LINDEHOF)
            .goods("FM-1020", 1, "18.95", LINDEHOF)
            .build();
    Row added =
        new Row(
            "a line of its own beside a requisition",
            order("10 FM-1004 x2 >R-1/1", "20 FM-1006 x1 @54.95"),
            List.of(TWO_BASKETS),
            List.of(contract("FM-1006", "54.95")),
            Map.of(),
            "{\"linesMayBeAdded\":true}",
            MONDAY,
            PLACED,
            List.of());
    Row alone =
        new Row(
            "a line of its own without any requisition",
            order("10 FM-1006 x1 @54.95"),
            List.of(),
            List.of(contract("FM-1006", "54.95")),
            Map.of(),
            "{\"linesMayBeAdded\":true}",
            MONDAY,
            HELD,
            List.of("10:NO_REQUISITION"));
    Row addedDearer =
        new Row(
            "a line of its own at another price",
            order("10 FM-1004 x2 >R-1/1", "20 FM-1006 x1 @50.00"),
            List.of(TWO_BASKETS),
            List.of(contract("FM-1006", "54.95")),
            Map.of(),
            "{\"linesMayBeAdded\":true}",
            MONDAY,
            HELD,
            List.of("20:DIRECT_PRICE"));
    return Stream.of(
        added,
        alone,
        addedDearer,
        row(
            "a line may not be left out",
            "{\"linesMayBeLeftOut\":false}",
            order("10 FM-1004 x1 >R-1/1"),
            two,
            HELD,
            ":LINE_MISSING_NOT_ALLOWED"),
        row(
            "fewer pieces of every line where no line may be left out",
            "{\"linesMayBeLeftOut\":false}",
            order("10 FM-1004 x1 >R-1/1"),
            TWO_BASKETS,
            PLACED));
  }

  static Stream<Row> requisitions() {
    String one = "{\"severalRequisitions\":false}";
    String once = "{\"severalOrders\":false}";
    return Stream.of(
        row(
            "two requisitions in one order",
            "{}",
            order("10 FM-1004 x2 >R-1/1", "20 FM-1006 x1 >R-2/1"),
            List.of(TWO_BASKETS, OTHER_REQUISITION),
            Map.of(),
            MONDAY,
            PLACED),
        row(
            "two requisitions in one order where that is not agreed",
            one,
            order("10 FM-1004 x2 >R-1/1", "20 FM-1006 x1 >R-2/1"),
            List.of(TWO_BASKETS, OTHER_REQUISITION),
            Map.of(),
            MONDAY,
            HELD,
            ":SEVERAL_REQUISITIONS"),
        row(
            "two requisitions, one of which differs besides",
            one,
            order("10 FM-1004 x2 @1 >R-1/1", "20 FM-1006 x1 >R-2/1"),
            List.of(TWO_BASKETS, OTHER_REQUISITION),
            Map.of(),
            MONDAY,
            HELD,
            ":SEVERAL_REQUISITIONS",
            "10:PRICE"),
        row("one requisition", one, order("10 FM-1004 x2 >R-1/1"), TWO_BASKETS, PLACED),
        row(
            "the rest of a requisition in a second order where that is not agreed",
            once,
            order("10 FM-1004 x1 >R-1/1"),
            promise().partlyOrdered("FM-1004", 2, 1, "34.95", LINDEHOF).build(),
            HELD,
            "10:REQUISITION_USED"),
        row(
            "another line of a requisition of which one was ordered",
            once,
            order("10 FM-1020 x1 >R-1/2"),
            promise()
                .partlyOrdered("FM-1004", 2, 0, "34.95", LINDEHOF)
                .goods("FM-1020", 1, "18.95", LINDEHOF)
                .build(),
            HELD,
            "10:REQUISITION_USED"),
        row(
            "the first order of a requisition",
            once,
            order("10 FM-1004 x1 >R-1/1"),
            TWO_BASKETS,
            PLACED));
  }

  static Stream<Row> afterValidity() {
    String promised = "{\"afterValidity\":\"PROMISED_PRICE\"}";
    String unlessDearer = "{\"afterValidity\":\"UNLESS_DEARER\"}";
    return Stream.of(
        row(
            "after the promise is over at the price that was promised",
            promised,
            order("10 FM-1004 x2 @34.95 >R-1/1"),
            EXPIRED,
            PLACED,
            "10:VALIDITY_OVER"),
        row(
            "after the promise is over, today's price is the same",
            unlessDearer,
            order("10 FM-1004 x2 @34.95 >R-1/1"),
            List.of(EXPIRED),
            Map.of("FM-1004", "34.95"),
            MONDAY,
            PLACED,
            "10:VALIDITY_OVER"),
        row(
            "after the promise is over, today's price is higher",
            unlessDearer,
            order("10 FM-1004 x2 @34.95 >R-1/1"),
            List.of(EXPIRED),
            Map.of("FM-1004", "36.00"),
            MONDAY,
            HELD,
            "10:PRICE_ROSE"),
        row(
            "after the promise is over, a cent higher is higher",
            unlessDearer,
            order("10 FM-1004 x2 >R-1/1"),
            List.of(EXPIRED),
            Map.of("FM-1004", "34.96"),
            MONDAY,
            HELD,
            "10:PRICE_ROSE"),
        row(
            "after the promise is over, no longer in the assortment",
            unlessDearer,
            order("10 FM-1004 x2 @34.95 >R-1/1"),
            EXPIRED,
            HELD,
            "10:NOT_IN_ASSORTMENT"),
        row(
            "what their approver refused stays refused",
            promised,
            order("10 FM-1004 x2 @34.95 >R-1/1"),
            REJECTED,
            HELD,
            "10:REQUISITION_CLOSED"));
  }

  static Stream<Row> dayAndPlace() {
    String theirDay = "{\"day\":\"THEIRS\"}";
    String holdDay = "{\"day\":\"HOLD\"}";
    String theirPlace = "{\"address\":\"THEIRS\"}";
    String holdPlace = "{\"address\":\"HOLD\"}";
    return Stream.of(
        row(
            "their day counts",
            theirDay,
            order("10 FM-1004 x2 >R-1/1").on(FRIDAY),
            TWO_BASKETS,
            PLACED,
            "10:THEIR_DAY"),
        row(
            "their day counts, also when the promised one is too late",
            theirDay,
            order("10 FM-1004 x2 >R-1/1").on(FRIDAY),
            List.of(TWO_BASKETS),
            Map.of(),
            TOO_LATE,
            PLACED,
            "10:THEIR_DAY"),
        row(
            "their day is a Sunday",
            theirDay,
            order("10 FM-1004 x2 >R-1/1").on(SUNDAY),
            TWO_BASKETS,
            HELD,
            "10:THEIR_DAY_IMPOSSIBLE"),
        row(
            "their day is over",
            theirDay,
            order("10 FM-1004 x2 >R-1/1").on(THURSDAY.minusDays(10)),
            TWO_BASKETS,
            HELD,
            "10:THEIR_DAY_IMPOSSIBLE"),
        row(
            "their day is ours",
            theirDay,
            order("10 FM-1004 x2 >R-1/1").on(THURSDAY),
            TWO_BASKETS,
            PLACED),
        row(
            "another day is looked at",
            holdDay,
            order("10 FM-1004 x2 >R-1/1").on(FRIDAY),
            TWO_BASKETS,
            HELD,
            "10:OTHER_DAY_HELD"),
        row(
            "another day of one line is looked at",
            holdDay,
            order("10 FM-1004 x2 d2026-11-27 >R-1/1"),
            TWO_BASKETS,
            HELD,
            "10:OTHER_DAY_HELD"),
        row(
            "a class of its own is held when it is late",
            "{\"late\":{\"A\":\"HOLD\"}}",
            order("10 FM-1004 x2 >R-1/1"),
            List.of(TWO_BASKETS),
            Map.of(),
            TOO_LATE,
            HELD,
            "10:DAY_PASSED"),
        row(
            "another class is moved",
            "{\"late\":{\"B\":\"HOLD\"}}",
            order("10 FM-1004 x2 >R-1/1"),
            List.of(TWO_BASKETS),
            Map.of(),
            TOO_LATE,
            PLACED),
        row(
            "their branch counts",
            theirPlace,
            order("10 FM-1004 x2 >R-1/1").to("9999 BB", "Lindewaard"),
            TWO_BASKETS,
            PLACED,
            "10:THEIR_ADDRESS"),
        row(
            "their branch counts for a part of the promise",
            theirPlace,
            order("10 FM-1004 x1 >R-1/1").to("9999 BB", "Lindewaard"),
            TWO_BASKETS,
            PLACED,
            "10:THEIR_ADDRESS"),
        row(
            "their branch is ours",
            theirPlace,
            order("10 FM-1004 x2 >R-1/1").to("9999 AA", "Lindewaard"),
            TWO_BASKETS,
            PLACED),
        row(
            "their address is no branch",
            theirPlace,
            order("10 FM-1004 x2 >R-1/1").to("1234 ZZ", "Elders"),
            TWO_BASKETS,
            HELD,
            "10:ADDRESS_UNKNOWN"),
        row(
            "their address is another town without a postcode",
            theirPlace,
            order("10 FM-1004 x2 >R-1/1").to(null, "Elders"),
            TWO_BASKETS,
            HELD,
            "10:ADDRESS_UNKNOWN"),
        row(
            "another address is looked at",
            holdPlace,
            order("10 FM-1004 x2 >R-1/1").to("9999 BB", "Lindewaard"),
            TWO_BASKETS,
            HELD,
            "10:OTHER_ADDRESS_HELD"),
        row(
            "another town is looked at",
            holdPlace,
            order("10 FM-1004 x2 >R-1/1").to(null, "Elders"),
            TWO_BASKETS,
            HELD,
            "10:OTHER_ADDRESS_HELD"));
  }

  static Stream<Row> all() {
    return Stream.of(
            prices(), quantities(), lines(), requisitions(), afterValidity(), dayAndPlace())
        .flatMap(rows -> rows);
  }

  @ParameterizedTest
  @MethodSource("all")
  void theRulesOfTheConnectionDecide(Row row) {
    Agreement agreement = row.agreement();
    List<String> found =
        agreement.allDifferences().stream()
            .map(d -> (d.line() == null ? "" : d.line()) + ":" + d.reason())
            .toList();
    assertThat(found).containsExactlyInAnyOrderElementsOf(row.expected());
    assertThat(agreement.outcome()).isEqualTo(row.outcome());
  }

  @Test
  void whatFollowsGoodsGoesWhereTheyGo() {
    Promise promise =
        promise()
            .goods("FM-1004", 1, "34.95", LINDEHOF)
            .delivery("BEZORG-9", "4.95", LINDEHOF)
            .build();
    Agreement agreement =
        Sample.agreement(
            order("10 FM-1004 x1 >R-1/1", "20 BEZORG-9 x1 >R-1/2")
                .on(FRIDAY)
                .to("9999 BB", "Lindewaard")
                .build(),
            List.of(promise),
            List.of(),
            rules("{\"day\":\"THEIRS\",\"address\":\"THEIRS\"}"),
            MONDAY);
    assertThat(agreement.lines())
        .extracting(line -> line.changes().day())
        .containsExactly(FRIDAY, FRIDAY);
    assertThat(agreement.lines())
        .extracting(line -> line.changes().place().destination())
        .containsExactly(ROZENHOF, ROZENHOF);
  }

  @Test
  void todaysPriceIsWhatIsPlacedBelowATier() {
    Agreement agreement =
        Sample.agreement(
            order("10 WF-0020 x3 @26.50 >R-1/1", "20 WF-0020-SG x3 >R-1/2").build(),
            List.of(CRATES),
            List.of(),
            Map.of("WF-0020", "27.90"),
            rules("{\"belowTier\":\"NEW_PRICE\"}"),
            MONDAY);
    assertThat(agreement.lines().get(0).changes().price()).isEqualTo(Sample.food("27.90"));
    assertThat(agreement.lines().get(1).changes().price()).isNull();
  }

  @Test
  void everyReasonStandsInTheTablesTwice() {
    Map<Reason, Integer> rows = new EnumMap<>(Reason.class);
    List<String> expected = new ArrayList<>();
    all().forEach(row -> expected.addAll(row.expected()));
    expected.addAll(AgreementTest.expected());
    expected.forEach(
        reason -> rows.merge(Reason.valueOf(reason.replaceFirst(".*:", "")), 1, Integer::sum));
    Set<Reason> once = EnumSet.complementOf(EnumSet.copyOf(NOT_OF_THE_FUNCTION));
    once.removeIf(reason -> rows.getOrDefault(reason, 0) >= 2);
    assertThat(once).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasItsSentenceInBothLanguages(Reason reason) {
    Object[] arguments =
        reason.arguments().stream()
            .map(
                kind ->
                    switch (kind) {
                      case MONEY -> "34.95";
                      case NUMBER -> "3";
                      case DAY -> "2026-11-26";
                      case TEXT -> "R-1";
                      case REQUISITION_STATE -> "EXPIRED";
                    })
            .toArray();
    Difference difference = Difference.ofLine("10", reason, arguments);
    for (String language : List.of("nl", "en")) {
      assertThat(difference.sentenceWithLine(Locale.forLanguageTag(language)))
          .doesNotContain("{")
          .doesNotContain("null")
          .doesNotContain("purchasing.reason")
          .endsWith(".");
    }
  }
}
