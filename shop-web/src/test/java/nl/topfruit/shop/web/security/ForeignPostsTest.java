package nl.topfruit.shop.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import nl.topfruit.shop.web.Requests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForeignPostsTest {

  @ParameterizedTest
  @CsvSource({
    "POST, cross-site, 403",
    "POST, same-site, 403",
    "POST, same-origin, 0",
    "POST, none, 0",
    "POST, , 0",
    "GET, cross-site, 0",
    "PUT, cross-site, 403"
  })
  void aFormOfAnotherSiteIsNotTaken(String method, String site, int refused) throws Exception {
    var status = new AtomicInteger();
    var passed = new AtomicInteger();
    var response =
        (HttpServletResponse)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {HttpServletResponse.class},
                (proxy, asked, arguments) -> {
                  status.set((Integer) arguments[0]);
                  return null;
                });
    Map<String, String> headers = site == null ? Map.of() : Map.of("Sec-Fetch-Site", site);
    new ForeignPosts()
        .doFilter(
            Requests.request(method, "/login", headers),
            response,
            (request, answer) -> passed.incrementAndGet());
    assertThat(status.get()).isEqualTo(refused);
    assertThat(passed.get()).isEqualTo(refused == 0 ? 1 : 0);
  }
}
