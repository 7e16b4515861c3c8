package nl.topfruit.shop.support;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A customer's purchasing system that is none of ours: it keeps what a browser posts to its
 * HOOK_URL byte for byte, then leads the browser on to another host, as real ones do. It lives on
 * 127.0.0.1 while the shop is called localhost, so that the two are different sites.
 */
public final class Erp implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Post> posts = new CopyOnWriteArrayList<>();
  private final Map<String, String> pages = new ConcurrentHashMap<>();

  /**
   * What came in.
   *
   * @param query of the address, undecoded
   * @param body undecoded
   */
  public record Post(String path, String query, String type, String body) {
    public Form form(Charset charset) {
      return Form.read(body, charset);
    }
  }

  public Erp() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** An address of this system. */
  public String url(String path) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + path;
  }

  /** The same system under its other name, which is another site. */
  public String otherSite(String path) {
    return "http://localhost:" + server.getAddress().getPort() + path;
  }

  /** Everything posted to it, oldest first. */
  public List<Post> posts() {
    return List.copyOf(posts);
  }

  /** The one thing posted to a path; waits for it. */
  public Post post(String path) {
    return Eventually.get(
        "a post to " + path, () -> posts.stream().filter(p -> p.path().equals(path)).findFirst());
  }

  /** Shows a page at a path of this system. */
  public String page(String path, String html) {
    pages.put(path, html);
    return url(path);
  }

  /**
   * A page with the button by which a buyer goes shopping.
   *
   * @param action the shop's call-up
   * @param window where the shop opens: {@code _self} or the name of a frame on the page
   * @param rest more HTML
   */
  public String startPage(String path, String action, Form callUp, String window, String rest) {
    StringBuilder html =
        new StringBuilder("<!DOCTYPE html><html lang=\"nl\"><meta charset=\"utf-8\">")
            .append("<title>ERP</title><h1>ERP</h1><form method=\"post\" action=\"")
            .append(escape(action))
            .append("\" target=\"")
            .append(escape(window))
            .append("\">");
    for (Form.Field field : callUp.fields()) {
      html.append("<input type=\"hidden\" name=\"")
          .append(escape(field.name()))
          .append("\" value=\"")
          .append(escape(field.value()))
          .append("\">");
    }
    html.append("<button id=\"go\">Topfruit</button></form>").append(rest).append("</html>");
    return page(path, html.toString());
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if ("POST".equals(exchange.getRequestMethod())) {
        String body =
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        posts.add(
            new Post(
                path,
                exchange.getRequestURI().getRawQuery(),
                exchange.getRequestHeaders().getFirst("Content-Type"),
                body));
        exchange.getResponseHeaders().set("Location", otherSite("/requisition"));
        exchange.sendResponseHeaders(303, -1);
        return;
      }
      String html = pages.getOrDefault(path, "<!DOCTYPE html><title>ERP</title><h1>ERP</h1>");
      byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=UTF-8");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
