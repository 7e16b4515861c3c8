package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.topfruit.shop.support.Home;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What the demo's history leaves: a document in every state that is reached, one held order for
 * every reason, and totals that are the sums of their parts. Other tests use the same shop, so only
 * the history's own order numbers are counted.
 */
@WithShop
class DemoHistoryIT {
  private static final String OF_THE_HISTORY = "like '45000770%'";

  /** An order is held for each reason but these. */
  private static final Map<String, String> NEVER_HELD =
      Map.ofEntries(
          Map.entry("OTHER_BUYER", "is refused"),
          Map.entry("UNKNOWN_ORDER", "is refused"),
          Map.entry("OLDER_VERSION", "is refused"),
          Map.entry("TOO_LATE_TO_CHANGE", "is refused"),
          Map.entry("DELIVERED_ALREADY", "is refused"),
          Map.entry("INVOICED_ALREADY", "is refused"),
          Map.entry("NUMBER_TAKEN", "is a conflict"),
          Map.entry("TEST_MESSAGE", "in the demo a test counts as an order"),
          Map.entry("TEST_CONNECTION", "no connection of the demo is being tried"),
          Map.entry("PRICE_ROSE", "no connection of the demo places after the promise is over"),
          Map.entry("THEIR_DAY_IMPOSSIBLE", "in the demo theirs never counts"),
          Map.entry("ADDRESS_UNKNOWN", "in the demo theirs never counts"),
          Map.entry("LINE_MISSING", "is noted"),
          Map.entry("PRICE_TOLERATED", "is noted"),
          Map.entry("VALIDITY_OVER", "is noted"),
          Map.entry("QUANTITY_MORE_PLACED", "is noted"),
          Map.entry("TIER_PRICE_KEPT", "is noted"),
          Map.entry("TIER_PRICE_LOST", "is noted"),
          Map.entry("THEIR_DAY", "is noted"),
          Map.entry("THEIR_ADDRESS", "is noted"),
          Map.entry("BUYER_UNKNOWN", "is noted"),
          Map.entry("ACCOUNTING_SPLIT", "is noted"),
          Map.entry("OTHER_DAY", "is noted"),
          Map.entry("OTHER_ADDRESS", "is noted"));

  private Rows rows;

  @BeforeEach
  void look(ShopServer shop) {
    rows = new Rows(shop);
  }

  private Set<String> texts(String sql) {
    return rows.list(sql).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void every_episode_was_played(ShopServer shop) {
    assertThat(shop.log()).doesNotContain("An episode of the demo cannot be played");
    assertThat(
            texts(
                "select outcome from message where remote_address = '192.0.2.10' and coalesce(outcome, 'FAILED') = 'FAILED'"))
        .isEmpty();
  }

  @Test
  void an_order_is_held_for_every_reason_there_is() throws IOException {
    Set<String> reasons =
        texts(
            """
            select distinct r ->> 'reason' from purchase_order p, json_array_elements(cast(p.reasons as json)) r
            where p.state = 'HELD' and p.order_number %s
            """
                .formatted(OF_THE_HISTORY));
    Set<String> expected = new TreeSet<>(reasonsWithASentence());
    expected.removeAll(NEVER_HELD.keySet());
    assertThat(reasons).containsAll(expected);
  }

  /** Each reason has a sentence for people: the bundle is the list of them. */
  private static List<String> reasonsWithASentence() throws IOException {
    Path bundle =
        Home.path()
            .resolve(
                "shop-ejb/src/main/resources/nl/topfruit/shop/purchasing/purchasing_nl.properties");
    var sentences = new Properties();
    try (var reader = Files.newBufferedReader(bundle)) {
      sentences.load(reader);
    }
    String prefix = "purchasing.reason.";
    List<String> reasons =
        sentences.stringPropertyNames().stream()
            .filter(key -> key.startsWith(prefix))
            .map(key -> key.substring(prefix.length()))
            .toList();
    assertThat(reasons).contains("PRICE", "GOES_WITH_HELD");
    return reasons;
  }

  @Test
  void documents_are_there_in_every_state_that_is_reached() {
    assertThat(
            texts("select distinct state from purchase_order where order_number " + OF_THE_HISTORY))
        .contains("PLACED", "PARTLY_PLACED", "HELD", "CONFLICT", "REFUSED", "SUPERSEDED");
    assertThat(texts("select distinct state from requisition"))
        .contains(
            "AWAITING_AUTHORISATION",
            "PARTLY_ORDERED",
            "ORDERED",
            "REJECTED",
            "EXPIRED",
            "WITHDRAWN");
    assertThat(
            texts(
                "select distinct state from customer_order where purchase_order_number "
                    + OF_THE_HISTORY))
        .contains("PLACED", "PARTLY_DELIVERED", "DELIVERED");
    assertThat(
            texts(
                "select distinct d.state from delivery d join customer_order o on o.id = d.order_id where o.purchase_order_number "
                    + OF_THE_HISTORY))
        .contains("PLANNED", "DELIVERED", "FAILED");
    assertThat(
            texts(
                "select distinct state from invoice where purchase_order_number " + OF_THE_HISTORY))
        .contains("ISSUED", "SENT", "BLOCKED");
  }

  @Test
  void somebody_waits_for_an_approver_in_our_portal() {
    assertThat(
            rows.count(
                """
                requisition r join business_account a on a.id = r.account_id
                where a.key = 'noordwal' and r.state = 'AWAITING_AUTHORISATION' and r.net > a.approval_above
                """))
        .isPositive();
  }

  @Test
  void there_is_something_to_bring_today_or_on_the_next_day_and_tomorrow() {
    assertThat(
            rows.count(
                """
                delivery d join customer_order o on o.id = d.order_id
                where o.purchase_order_number in ('4500077022', '4500077023', '4500077024', '4500077025')
                  and d.deliver_on >= (select cast(left(value, 10) as date) from installation where key = 'demo.history')
                """))
        .isEqualTo(6);
  }

  @Test
  void a_saturday_nearby_is_full() {
    Map<String, Object> full =
        rows.list(
                """
                select extract(isodow from day) = 6 as saturday,
                  day - (select cast(left(value, 10) as date) from installation where key = 'demo.history') as ahead
                from delivery_capacity where taken >= capacity and capacity = 240
                """)
            .get(0);
    assertThat(full.get("saturday")).isEqualTo(true);
    assertThat((Integer) full.get("ahead")).isBetween(8, 14);
  }

  @Test
  void the_total_of_a_requisition_is_the_sum_of_its_lines() {
    assertThat(
            texts(
                """
                select r.number from requisition r join requisition_line l on l.requisition_id = r.id
                group by r.id having r.net <> sum(round((l.reduced + l.standard) * l.quantity, 2))
                """))
        .isEmpty();
  }

  @Test
  void the_total_of_an_order_is_the_sum_of_its_lines() {
    assertThat(
            texts(
                """
                select o.number from customer_order o join order_line l on l.order_id = o.id group by o.id
                having o.net <> sum(round(l.reduced * l.quantity, 2) + round(l.standard * l.quantity, 2))
                  or o.vat <> round(sum(round(l.reduced * l.quantity, 2)) * 0.09, 2) + round(sum(round(l.standard * l.quantity, 2)) * 0.21, 2)
                """))
        .isEmpty();
  }

  @Test
  void what_is_invoiced_of_an_order_is_its_total() {
    List<Map<String, Object>> invoiced =
        rows.list(
            """
            select o.number, o.net as ordered, sum(i.net) as net, sum(i.gross - i.net - i.vat) as difference,
              sum((select sum(l.net) from invoice_line l where l.invoice_id = i.id) - i.net) as missing
            from customer_order o join invoice i on i.order_id = o.id and i.number is not null
            where o.invoiced = 'FULLY' and o.purchase_order_number %s group by o.id
            """
                .formatted(OF_THE_HISTORY));
    assertThat(invoiced).hasSizeGreaterThan(10);
    assertThat(invoiced)
        .allSatisfy(
            row -> {
              assertThat((BigDecimal) row.get("net"))
                  .isEqualByComparingTo((BigDecimal) row.get("ordered"));
              assertThat((BigDecimal) row.get("difference")).isZero();
              assertThat((BigDecimal) row.get("missing")).isZero();
            });
  }

  @Test
  void numbers_of_invoices_follow_their_days() {
    assertThat(
            texts(
                """
                select number from (select number, issued_on, lag(issued_on) over (partition by left(number, 5) order by number) as before from invoice
                  where number is not null) i where before > issued_on
                """))
        .isEmpty();
  }

  @Test
  void nothing_happened_before_it_was_asked_for() {
    assertThat(
            texts(
                """
                select o.number from customer_order o join requisition r on r.id = o.requisition_id
                left join delivery d on d.order_id = o.id left join invoice i on i.order_id = o.id
                where r.created_at > o.placed_at or d.closed_at < o.placed_at or i.issued_at < o.placed_at or o.placed_at > now()
                """))
        .isEmpty();
  }

  @Test
  void nothing_happened_to_the_account_on_which_others_try_things() {
    assertThat(
            rows.count(
                """
                purchase_order p join business_account a on a.id = p.account_id
                where a.key = 'direct' and p.order_number %s
                """
                    .formatted(OF_THE_HISTORY)))
        .isZero();
  }
}
