package nl.topfruit.shop.http;

import static nl.topfruit.shop.http.Erp.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import nl.topfruit.shop.support.Eventually;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The server dies at every step of the intake of an order, and the customer's system sends it
 * again: one order, one delivery, one task to confirm it, nothing lost. The step is held by a lock
 * on the table that it writes next.
 */
@WithShop
class OrderFaultsIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "message", //            before anything is written
        "purchase_order", //     its number is claimed
        "requisition", //        the promise is held against it
        "delivery_capacity", //  places are taken
        "customer_order", //     the order is written
        "order_line",
        "purchase_order_line",
        "delivery", //           who brings it is told
        "outbox" //              and who confirms and invoices it
      })
  void aServerThatDiesAtAStepHasOrderedNothingAndTheResendOrdersOnce(String table, ShopServer shop)
      throws Exception {
    Promised promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    String number = UUID.randomUUID().toString();
    String order = erp.cxmlOrder(number, item("10", "FM-1004", promised.item(1), "3", "34.95"));
    // one more than promised takes places beyond those that are held
    allowMore(shop, true);
    try (Connection holder = shop.database()) {
      holder.setAutoCommit(false);
      lock(holder, table);
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> assertThat(erp.send(order)).isNull());
      Eventually.that("the intake waits for " + table, () -> waitsFor(shop, table));
      shop.killServer();
      assertThat(sending).isCompletedExceptionally();
    }
    shop.start();
    assertThat(orders(shop, number)).isEqualTo("0");
    assertThat(erp.send(order).status()).isEqualTo(200);
    Erp.Answer again = erp.send(order);
    assertThat(again.status()).isEqualTo(200);
    placedOnce(shop, number, promised);
    allowMore(shop, false);
  }

  @Test
  void anAnswerThatIsLostOnTheWayIsGivenAgain(ShopServer shop) {
    Promised promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    String number = UUID.randomUUID().toString();
    String order = erp.cxmlOrder(number, item("10", "FM-1004", promised.item(1), "2", "34.95"));
    Erp.Answer lost = erp.send(order);
    assertThat(lost.status()).isEqualTo(200);
    shop.killServer();
    shop.start();
    assertThat(erp.send(order)).isEqualTo(lost);
    placedOnce(shop, number, promised);
  }

  private static void placedOnce(ShopServer shop, String number, Promised promised) {
    var database = new Database(shop);
    assertThat(orders(shop, number)).isEqualTo("1");
    String ours = "(select id from customer_order where purchase_order_number = ?)";
    assertThat(database.one("select count(*) from delivery where order_id = " + ours, number))
        .isEqualTo("1");
    assertThat(
            database.one(
                "select count(*) from outbox where kind = 'ORDER_MAIL' and payload = "
                    + ours.replace("select id", "select id::text"),
                number))
        .isEqualTo("1");
    assertThat(database.one("select state from requisition where id = ?", promised.id))
        .isEqualTo("ORDERED");
    Eventually.that(
        "one letter that confirms it",
        () ->
            database
                .one(
                    "select count(*) from message where channel = 'MAIL' and order_id = " + ours,
                    number)
                .equals("1"));
  }

  private static String orders(ShopServer shop, String number) {
    return new Database(shop)
        .one("select count(*) from customer_order where purchase_order_number = ?", number);
  }

  private static void lock(Connection holder, String table) throws SQLException {
    try (Statement lock = holder.createStatement()) {
      lock.execute("lock table " + table + " in exclusive mode");
    }
  }

  /** Somebody waits for the table who is at work for the order, and not a timer. */
  private static boolean waitsFor(ShopServer shop, String table) {
    return !new Database(shop)
        .one(
            """
            select count(*) from pg_locks l join pg_stat_activity a on a.pid = l.pid
            where not l.granted and l.relation = ?::regclass and a.query !~* '^\\s*(select|update|delete).*(outbox where|blanked_at|valid_until)'
            """,
            table)
        .equals("0");
  }

  private static void allowMore(ShopServer shop, boolean allowed) {
    new Rows(shop)
        .change(
            "update connection set order_rules = (coalesce(order_rules, '{}')::jsonb || jsonb_build_object('moreAllowed', ?::boolean))::text where key = 'delinde'",
            allowed);
  }
}
