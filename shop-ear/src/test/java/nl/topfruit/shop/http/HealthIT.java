package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import nl.topfruit.shop.support.Eventually;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/** Ready means: the database answers, it is the version we know, and the outbox is emptied. */
@WithShop
class HealthIT {
  private static final String LOCK = "lock table outbox in exclusive mode";
  private static final String TASK =
      "insert into outbox (id, kind, dedupe_key, payload, state, next_attempt_at, created_at)"
          + " values (gen_random_uuid(), 'HEALTH', 'x', '', '%s', now() - interval '11 minutes', now())";

  private static void assertReady(ShopServer shop, String json) {
    HttpResponse<String> answer = Http.get(shop.url("/health/ready"));
    assertThat(answer.body()).isEqualTo(json);
    assertThat(answer.statusCode()).isEqualTo(json.contains("DOWN") ? 503 : 200);
    assertThat(Http.get(shop.url("/health/live")).statusCode()).isEqualTo(200);
  }

  @Test
  void aShopThatCanWorkIsReady(ShopServer shop) {
    assertReady(
        shop, "{\"status\":\"UP\",\"database\":\"UP\",\"version\":\"UP\",\"outbox\":\"UP\"}");
  }

  @Test
  void aDatabaseOfAnotherVersionIsNot(ShopServer shop) {
    String down =
        "{\"status\":\"DOWN\",\"database\":\"UP\",\"version\":\"DOWN\",\"outbox\":\"UP\"}";
    Rows rows = new Rows(shop);
    rows.change("update flyway_schema_history set success = false where version = '15'");
    try {
      assertReady(shop, down);
    } finally {
      rows.change("update flyway_schema_history set success = true where version = '15'");
    }
    rows.change(
        "insert into flyway_schema_history select 9999, '9999', 'later', type, 'V9999__later.sql', checksum, installed_by,"
            + " installed_on, execution_time, success from flyway_schema_history where version = '1'");
    try {
      assertReady(shop, down);
    } finally {
      rows.change("delete from flyway_schema_history where version = '9999'");
    }
  }

  @Test
  void aTaskThatWasGivenUpIsNoReasonToSendNobodyHere(ShopServer shop) {
    Rows rows = new Rows(shop);
    rows.change(TASK.formatted("DEAD"));
    try {
      assertReady(
          shop, "{\"status\":\"UP\",\"database\":\"UP\",\"version\":\"UP\",\"outbox\":\"UP\"}");
    } finally {
      rows.change("delete from outbox where kind = 'HEALTH'");
    }
  }

  /** The sender waits for the table, which passes from one connection to the next. */
  @Test
  void anOutboxThatNobodyEmptiesIsNot(ShopServer shop) throws SQLException {
    Rows rows = new Rows(shop);
    try (Connection first = shop.database();
        Connection second = shop.database();
        Statement one = first.createStatement();
        Statement other = second.createStatement()) {
      first.setAutoCommit(false);
      second.setAutoCommit(false);
      one.execute(LOCK);
      one.execute(TASK.formatted("WAITING"));
      CompletableFuture<Void> next = CompletableFuture.runAsync(() -> execute(other, LOCK));
      Eventually.that(
          "the second is the next",
          () ->
              rows.count(
                      "pg_locks where not granted and mode = 'ExclusiveLock' and relation = cast('outbox' as regclass)")
                  > 0);
      first.commit();
      next.join();
      assertReady(
          shop, "{\"status\":\"DOWN\",\"database\":\"UP\",\"version\":\"UP\",\"outbox\":\"DOWN\"}");
    } finally {
      rows.change("delete from outbox where kind = 'HEALTH'");
    }
    assertThat(Http.get(shop.url("/health/ready")).statusCode()).isEqualTo(200);
  }

  private static void execute(Statement statement, String sql) {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
