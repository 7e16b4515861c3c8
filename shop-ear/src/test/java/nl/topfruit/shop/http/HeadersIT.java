package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
}
