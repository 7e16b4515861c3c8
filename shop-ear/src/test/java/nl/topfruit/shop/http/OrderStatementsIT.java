package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/**
 * What an order costs the database: two commits, and no statement more for a longer order. A
 * statement is one execution or one batch of the driver; its own questions about columns, asked
 * once a connection, and the server's housekeeping do not count.
 */
@WithShop
class OrderStatementsIT {
  private static final int MOST = 25;

  private static String[] lines(int count, Promised promised) {
    String[] lines = new String[count];
    for (int i = 1; i <= count; i++) {
      lines[i - 1] = Erp.item(String.valueOf(i * 10), "P-" + i, promised.item(i), "1", "10.00");
    }
    return lines;
  }

  private static Promised promised(ShopServer shop, int lines) {
    Promised.Basket basket = Promised.by("delinde");
    for (int i = 1; i <= lines; i++) {
      basket.goods("P-" + i, 1, "10.00");
    }
    return basket.handedOver(shop);
  }

  /** The statements that the shop ran for one message, each as often as it was executed. */
  private static List<String> statements(ShopServer shop, Runnable message) throws SQLException {
    awaitQuiet(shop);
    try (Connection connection = shop.database();
        Statement statement = connection.createStatement()) {
      statement.execute("select pg_stat_statements_reset()");
      message.run();
    }
    List<String> statements = new ArrayList<>();
    Set<String> batches = new HashSet<>();
    for (String row :
        new Database(shop)
            .rows(
                """
                select s.calls || ' ' || regexp_replace(s.query, '\\s+', ' ', 'g') from pg_stat_statements s
                join pg_roles r on r.oid = s.userid where r.rolname = 'shop'
                  and s.query !~* '^(begin|commit|rollback|set|show|select 1$)' and s.query not like '%from outbox where%' and s.query not like '%valid_until<%' and s.query not like '%blanked_at =%' and s.query not like '%pg_catalog.%'
                """)) {
      int blank = row.indexOf(' ');
      int calls = Integer.parseInt(row.substring(0, blank));
      String query = row.substring(blank + 1);
      if (query.startsWith("insert into") || query.startsWith("update ")) {
        // rows of one batch are several executions here, and the driver joins them into longer ones
        if (batches.add(query.replaceFirst("\\) values \\(.*", ""))) {
          statements.add(query);
        }
      } else {
        statements.addAll(Collections.nCopies(calls, query));
      }
    }
    return statements;
  }

  /**
   * What earlier orders left to do (invoices, mails) is done by now, and counts for none of ours.
   */
  private static void awaitQuiet(ShopServer shop) {
    Instant end = Instant.now().plus(Duration.ofMinutes(1));
    String waiting =
        "select count(*) from outbox where state = 'WAITING' and next_attempt_at <= now()";
    while (!new Database(shop).one(waiting).equals("0")) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private static List<String> order(ShopServer shop, int lines) throws SQLException {
    Promised promised = promised(shop, lines);
    Erp erp = Erp.deLinde(shop);
    String order = erp.cxmlOrder(UUID.randomUUID().toString(), lines(lines, promised));
    return statements(shop, () -> assertThat(erp.send(order).status()).isEqualTo(200));
  }

  @Test
  void threeLinesTakeAtMost25StatementsAndSixtyLinesNoMore(ShopServer shop) throws SQLException {
    order(shop, 1);
    List<String> three = order(shop, 3);
    List<String> sixty = order(shop, 60);
    assertThat(three).hasSizeLessThanOrEqualTo(MOST);
    assertThat(sixty).hasSameSizeAs(three);
  }

  @Test
  void withoutARequisitionItIsNoMore(ShopServer shop) throws SQLException {
    // an account whose orders are not invoiced at once, so that nothing else is at work meanwhile
    requisitionRequired(shop, false);
    try {
      withoutRequisition(shop);
      List<String> statements = withoutRequisition(shop);
      assertThat(statements).hasSizeLessThanOrEqualTo(MOST);
    } finally {
      requisitionRequired(shop, true);
    }
  }

  private static List<String> withoutRequisition(ShopServer shop) throws SQLException {
    Erp erp = Erp.deLinde(shop);
    String order =
        erp.cxmlOrder(
            UUID.randomUUID().toString(),
            Erp.item("10", "FM-1004", null, "1", "34.95"),
            Erp.item("20", "FM-1011-9", null, "1", "31.55"),
            Erp.item("30", "FM-1011-21", null, "1", "10.95"));
    return statements(shop, () -> assertThat(erp.send(order).status()).isEqualTo(200));
  }

  private static void requisitionRequired(ShopServer shop, boolean required) throws SQLException {
    try (Connection connection = shop.database();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "update connection set requisition_required = " + required + " where key = 'delinde'");
    }
  }

  @Test
  void everythingButTheLogEntryIsOneCommit(ShopServer shop) {
    Promised promised = promised(shop, 3);
    Erp erp = Erp.deLinde(shop);
    String number = UUID.randomUUID().toString();
    assertThat(erp.send(erp.cxmlOrder(number, lines(3, promised))).status()).isEqualTo(200);
    assertThat(
            new Database(shop)
                .rows(
                    """
                    select distinct t.tx from (
                      select m.xmin::text as tx from message m where m.subject = ?
                      union all select p.xmin::text from purchase_order p where p.order_number = ?
                      union all select o.xmin::text from customer_order o where o.purchase_order_number = ?
                      union all select l.xmin::text from order_line l join customer_order o on o.id = l.order_id where o.purchase_order_number = ?
                      union all select d.xmin::text from delivery d join customer_order o on o.id = d.order_id where o.purchase_order_number = ?
                      union all select r.xmin::text from requisition r where r.number = ?
                      union all select q.xmin::text from requisition_line q where q.requisition_id = ?) t
                    """,
                    number,
                    number,
                    number,
                    number,
                    number,
                    promised.number,
                    promised.id))
        .hasSize(1);
  }
}
