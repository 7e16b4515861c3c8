package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;

/** What answers say, and do not say, about the server. */
@WithShop
class HeadersIT {
  @Test
  void noAnswerTellsWhatTheShopRunsOn(ShopServer shop) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(shop.url("/")).build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.headers().map()).doesNotContainKeys("server", "x-powered-by");
    assertThat(answer.body())
        .doesNotContainIgnoringCase("wildfly")
        .doesNotContainIgnoringCase("undertow");
  }

  @Test
  void aForwardedAddressIsNotBelievedFromJustAnyone(ShopServer shop) throws Exception {
    HttpRequest wrongPassword =
        HttpRequest.newBuilder(
                shop.url("/oci?USERNAME=delinde&PASSWORD=wrong&HOOK_URL=http://localhost:9/hook"))
            .header("X-Forwarded-For", "198.51.100.7")
            .build();
    HttpClient.newHttpClient().send(wrongPassword, HttpResponse.BodyHandlers.discarding());
    try (Connection connection = shop.database();
        Statement statement = connection.createStatement();
        ResultSet rows =
            statement.executeQuery(
                "select distinct address from failed_sign_in where name = 'delinde'")) {
      assertThat(rows.next()).isTrue();
      assertThat(rows.getString(1)).isEqualTo("127.0.0.1");
      assertThat(rows.next()).isFalse();
    }
  }

  @Test
  void textIsSentZippedToThoseWhoAskForIt(ShopServer shop) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(shop.url("/")).header("Accept-Encoding", "gzip").build();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    assertThat(answer.headers().allValues("Vary"))
        .anyMatch(value -> value.contains("Accept-Encoding"));
  }
}
