package nl.topfruit.shop.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A machine that speaks HTTP with the shop: no cookies, no redirects followed. */
public final class Http {
  private static final HttpClient CLIENT =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();

  private Http() {}

  public static HttpResponse<String> get(URI address, String... headers) {
    return send(headers(HttpRequest.newBuilder(address), headers));
  }

  public static HttpResponse<String> post(URI address, Form form) {
    return post(address, "application/x-www-form-urlencoded", form.encoded(StandardCharsets.UTF_8));
  }

  public static HttpResponse<String> post(
      URI address, String type, String body, String... headers) {
    return send(
        headers(HttpRequest.newBuilder(address), headers)
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  public static HttpResponse<byte[]> bytes(URI address, String... headers) {
    return send(
        headers(HttpRequest.newBuilder(address), headers), HttpResponse.BodyHandlers.ofByteArray());
  }

  public static HttpResponse<String> send(HttpRequest.Builder request) {
    return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  /** The value of a header Authorization. */
  public static String basic(String key, String secret) {
    return "Basic "
        + Base64.getEncoder().encodeToString((key + ":" + secret).getBytes(StandardCharsets.UTF_8));
  }

  private static HttpRequest.Builder headers(HttpRequest.Builder request, String... headers) {
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static <T> HttpResponse<T> send(
      HttpRequest.Builder request, HttpResponse.BodyHandler<T> as) {
    try {
      return CLIENT.send(request.timeout(Duration.ofSeconds(60)).build(), as);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
