package nl.topfruit.shop.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person who is signed in, over plain HTTP, where a test needs no browser. */
public final class Staff {
  private final ShopServer shop;
  private final HttpClient client =
      HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

  /** Signs in with the password of the demo. */
  public Staff(ShopServer shop, String email) {
    this.shop = shop;
    Document page = Jsoup.parse(text(get("/login")));
    Form form = Form.of();
    for (Element hidden : page.select("form#login input[type=hidden]")) {
      form = form.with(hidden.attr("name"), hidden.attr("value"));
    }
    Element script = page.selectFirst("script[nonce]");
    form =
        form.with("login:username", email)
            .with("login:password", "demo")
            .with("login:sign-in", "login:sign-in")
            .with("primefaces.nonce", script == null ? "" : script.attr("nonce"));
    assertThat(post("/login", form.encoded(StandardCharsets.UTF_8)).statusCode()).isEqualTo(302);
  }

  /** What an address answers. */
  public HttpResponse<byte[]> get(String path) {
    return send(HttpRequest.newBuilder(shop.url(path)));
  }

  /** A page. */
  public Document page(String path) {
    HttpResponse<byte[]> answer = get(path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Jsoup.parse(text(answer));
  }

  /** Posts a form as it is. */
  public HttpResponse<byte[]> post(String path, String body) {
    return send(
        HttpRequest.newBuilder(shop.url(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /**
   * Presses a button of a page, with what stands in its form.
   *
   * @param fieldsAndValues what is filled in before
   * @return the path that it leads to
   */
  public String press(String path, String action, String... fieldsAndValues) {
    Document page = page(path);
    Element button = page.selectFirst("[data-action=" + action + "]");
    assertThat(button).as("the button %s of %s", action, path).isNotNull();
    Element html = button.closest("form");
    Form form = Form.of(button.attr("name"), button.attr("name"));
    for (Element input : html.select("input[name], textarea[name]")) {
      form = form.but(input.attr("name"), input.val());
    }
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      Element input = html.selectFirst("[data-field=" + fieldsAndValues[i] + "]");
      assertThat(input).as("the field %s", fieldsAndValues[i]).isNotNull();
      form = form.but(input.attr("name"), fieldsAndValues[i + 1]);
    }
    Element script = page.selectFirst("script[nonce]");
    form = form.but("primefaces.nonce", script == null ? "" : script.attr("nonce"));
    HttpResponse<byte[]> answer =
        post(URI.create(html.attr("action")).toString(), form.encoded(StandardCharsets.UTF_8));
    assertThat(answer.statusCode()).as(text(answer)).isIn(302, 303);
    URI there = URI.create(answer.headers().firstValue("Location").orElseThrow());
    return there.getRawPath() + (there.getRawQuery() == null ? "" : "?" + there.getRawQuery());
  }

  /** The body as UTF-8. */
  public static String text(HttpResponse<byte[]> answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }

  /** A value in an address. */
  public static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private HttpResponse<byte[]> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
