package nl.topfruit.shop.http;

import static nl.topfruit.shop.http.Erp.item;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/** An order is ordered once, whatever happens to its messages and to us. */
@WithShop
class OrderOnceIT {
  private static final int TWINS = 20;

  private static String orders(ShopServer shop, String number) {
    return new Database(shop)
        .one("select count(*) from customer_order where purchase_order_number = ?", number);
  }

  private static List<Erp.Answer> atOnce(Callable<Erp.Answer> sending) throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(TWINS);
    try {
      CountDownLatch start = new CountDownLatch(1);
      List<Future<Erp.Answer>> sent = new ArrayList<>();
      for (int i = 0; i < TWINS; i++) {
        sent.add(
            senders.submit(
                () -> {
                  start.await();
                  return sending.call();
                }));
      }
      start.countDown();
      List<Erp.Answer> answers = new ArrayList<>();
      for (Future<Erp.Answer> each : sent) {
        answers.add(each.get(1, TimeUnit.MINUTES));
      }
      return answers;
    } finally {
      senders.shutdownNow();
    }
  }

  @Test
  void twentyTimesAtOnceIsOneOrderAndOneAnswer(ShopServer shop) throws Exception {
    Promised promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    String number = UUID.randomUUID().toString();
    String order = erp.cxmlOrder(number, item("10", "FM-1004", promised.item(1), "2", "34.95"));
    List<Erp.Answer> answers = atOnce(() -> erp.send(order));
    assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
    assertThat(answers.stream().distinct()).hasSize(1);
    assertThat(orders(shop, number)).isEqualTo("1");
    assertThat(
            new Database(shop)
                .rows(
                    "select outcome, count(*) from message where subject = ? group by outcome order by outcome",
                    number))
        .containsExactly("DUPLICATE|19", "PLACED|1");
  }

  @Test
  void twentyOrdersOfOneRequisitionAtOncePlaceOneOfThem(ShopServer shop) throws Exception {
    Promised promised = Promised.by("delinde").goods("FM-1004", 1, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    List<Erp.Answer> answers =
        atOnce(() -> erp.plain(promised.number, UUID.randomUUID().toString()));
    assertThat(answers.stream().map(Erp.Answer::verdict).filter("PLACED"::equals)).hasSize(1);
    assertThat(answers.stream().map(Erp.Answer::verdict).filter("HELD"::equals)).hasSize(19);
    assertThat(
            new Database(shop)
                .one("select count(*) from customer_order where requisition_id = ?", promised.id))
        .isEqualTo("1");
  }

  @Test
  void aServerKilledBetweenLogAndAnswerHasOrderedNothingAndTheResendOrdersOnce(ShopServer shop)
      throws Exception {
    Promised promised = Promised.by("delinde").goods("FM-1004", 2, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    String number = UUID.randomUUID().toString();
    String order = erp.cxmlOrder(number, item("10", "FM-1004", promised.item(1), "2", "34.95"));
    Database database = new Database(shop);
    try (Connection holder = shop.database()) {
      holder.setAutoCommit(false);
      lock(holder, promised);
      CompletableFuture<Void> sending =
          CompletableFuture.runAsync(() -> assertThat(erp.send(order)).isNull());
      await(
          () ->
              database
                  .one(
                      "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like '%requisition%'")
                  .equals("1"));
      assertThat(
              database.one(
                  "select count(*) from message where outcome is null and channel = 'CXML' and encode(payload, 'escape') like '%' || ? || '%'",
                  number))
          .isEqualTo("1");
      shop.killServer();
      assertThat(sending).isCompletedExceptionally();
    }
    shop.start();
    assertThat(orders(shop, number)).isEqualTo("0");
    assertThat(erp.send(order).status()).isEqualTo(200);
    assertThat(erp.send(order).status()).isEqualTo(200);
    assertThat(orders(shop, number)).isEqualTo("1");
    assertThat(
            database.one(
                "select ordered_quantity::int from requisition_line where requisition_id = ?",
                promised.id))
        .isEqualTo("2");
  }

  private static void lock(Connection holder, Promised promised) throws SQLException {
    try (PreparedStatement lock =
        holder.prepareStatement("select 1 from requisition where id = ? for update")) {
      lock.setObject(1, promised.id);
      lock.executeQuery();
    }
  }

  private static void await(Callable<Boolean> condition) throws Exception {
    Instant end = Instant.now().plus(Duration.ofSeconds(30));
    while (!condition.call()) {
      assertThat(Instant.now()).isBefore(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
