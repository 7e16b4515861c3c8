package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/**
 * What was committed is there after the worst end, and the next start clears away what the last one
 * left.
 */
@WithShop
class PowerCutIT {
  @Test
  void afterKillingEverythingAllDataIsThere(ShopServer shop) throws Exception {
    remember(shop, "before the cut");
    shop.killEverything();
    shop.start();
    assertThat(remembered(shop)).isEqualTo("before the cut");
    assertThat(status(shop)).isEqualTo(200);
  }

  @Test
  void aShopWhoseLauncherWasKilledIsTakenOverByTheNextStart(ShopServer shop) throws Exception {
    remember(shop, "before the launcher died");
    ProcessHandle orphan = shop.killLauncher();
    assertThat(orphan.isAlive()).isTrue();
    shop.start();
    assertThat(orphan.isAlive()).isFalse();
    assertThat(remembered(shop)).isEqualTo("before the launcher died");
    assertThat(status(shop)).isEqualTo(200);
  }

  private static void remember(ShopServer shop, String what) throws SQLException {
    try (Connection connection = shop.database();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into installation (key, value) values ('power-cut', '"
              + what
              + "') on conflict (key) do update set value = excluded.value");
    }
  }

  private static String remembered(ShopServer shop) throws SQLException {
    try (Connection connection = shop.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select value from installation where key = 'power-cut'")) {
      row.next();
      return row.getString(1);
    }
  }

  private static int status(ShopServer shop) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(shop.url("/health/ready")).build(),
            HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }
}
