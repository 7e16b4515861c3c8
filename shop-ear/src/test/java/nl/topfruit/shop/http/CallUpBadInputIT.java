package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.topfruit.shop.support.CallUp;
import nl.topfruit.shop.support.Form;
import nl.topfruit.shop.support.Http;
import nl.topfruit.shop.support.Rows;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a call-up that cannot be opened gets (CONTRACT "Answers to machines"): a page in Dutch and
 * English with code and reference, never a sign-in form; and a row in the message log.
 */
@WithShop
class CallUpBadInputIT {
  private static final String HOOK = "http://localhost:9/hook";
  private static final Pattern REFERENCE = Pattern.compile("M-[0-9A-Z]{10}");

  static Stream<Arguments> badCallUps() {
    Form good = CallUp.of("delinde", HOOK);
    return Stream.of(
        Arguments.of("no HOOK_URL", good.without("HOOK_URL"), 400, "MISSING"),
        Arguments.of("an empty HOOK_URL", good.but("HOOK_URL", " "), 400, "MISSING"),
        Arguments.of("two HOOK_URLs", good.with("HOOK_URL", HOOK), 400, "DOUBLE"),
        Arguments.of("two, in other letters", good.with("hook_url", HOOK), 400, "DOUBLE"),
        Arguments.of("two USERNAMEs", good.with("USERNAME", "direct"), 400, "DOUBLE"),
        Arguments.of("no USERNAME", good.without("USERNAME"), 400, "MISSING"),
        Arguments.of("no PASSWORD", good.without("PASSWORD"), 400, "MISSING"),
        Arguments.of("a script", good.but("HOOK_URL", "javascript:alert(1)"), 400, "WRONG_VALUE"),
        Arguments.of("a path only", good.but("HOOK_URL", "/hook"), 400, "WRONG_VALUE"),
        Arguments.of("no host", good.but("HOOK_URL", "http:///hook"), 400, "WRONG_VALUE"),
        Arguments.of(
            "a name in the address",
            good.but("HOOK_URL", "http://localhost@evil.example/"),
            400,
            "WRONG_VALUE"),
        Arguments.of(
            "a backslash",
            good.but("HOOK_URL", "http://evil.example\\@localhost/"),
            400,
            "WRONG_VALUE"),
        Arguments.of(
            "a data address", good.but("HOOK_URL", "data:text/html,x"), 400, "WRONG_VALUE"),
        Arguments.of("an unknown function", good.with("FUNCTION", "DANCE"), 400, "UNSUPPORTED"),
        Arguments.of(
            "an unknown charset", good.with("http_content_charset", "klingon"), 400, "WRONG_VALUE"),
        Arguments.of(
            "an unknown web shop", good.with("SHOP", "kaaswinkel"), 400, "UNKNOWN_WEB_SHOP"),
        Arguments.of("a wrong password", good.but("PASSWORD", "mis"), 401, "CREDENTIALS"),
        Arguments.of("an unknown name", good.but("USERNAME", "niemand"), 401, "CREDENTIALS"),
        Arguments.of(
            "a foreign host", good.but("HOOK_URL", "https://evil.example/hook"), 403, "HOST"),
        Arguments.of(
            "a host that begins like ours",
            good.but("HOOK_URL", "https://localhost.evil.example/"),
            403,
            "HOST"));
  }

  @ParameterizedTest(name = "{0}: {2}")
  @MethodSource("badCallUps")
  void aBadCallUpIsAnsweredInTwoLanguagesAndLogged(
      String what, Form callUp, int status, String code, ShopServer shop) {
    HttpResponse<String> posted = CallUp.post(shop, callUp);
    assertRefused(posted, status, code, new Rows(shop));
    HttpResponse<String> got = CallUp.get(shop, callUp);
    assertRefused(got, status, code, new Rows(shop));
  }

  private static void assertRefused(
      HttpResponse<String> answer, int status, String code, Rows rows) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElseThrow())
        .isEqualToIgnoringWhitespace("text/html;charset=UTF-8");
    assertThat(answer.headers().map()).doesNotContainKey("set-cookie");
    Document page = Jsoup.parse(answer.body());
    Element english = page.selectFirst("[lang=en]");
    assertThat(page.select("html").attr("lang")).isEqualTo("nl");
    assertThat(page.select("input, form")).as("never a sign-in form").isEmpty();
    assertThat(english).isNotNull();
    assertThat(english.text()).contains(code);
    String reference = reference(english.text());
    english.remove();
    assertThat(page.body().text()).contains(code).contains(reference);

    Map<String, Object> row =
        rows.list(
                "select channel, direction, status, outcome, detail, remote_address from message where reference = ?",
                reference)
            .get(0);
    assertThat(row)
        .containsEntry("channel", "OCI_CALL_UP")
        .containsEntry("direction", "IN")
        .containsEntry("status", status)
        .containsEntry("outcome", code)
        .containsEntry("remote_address", "127.0.0.1");
    assertThat((String) row.get("detail")).isNotBlank();
  }

  private static String reference(String text) {
    Matcher found = REFERENCE.matcher(text);
    assertThat(found.find()).as("a reference in " + text).isTrue();
    return found.group();
  }

  @Test
  void whatIsShownOfABadCallUpIsNoHtml(ShopServer shop) {
    Form callUp = CallUp.of("delinde", HOOK).with("FUNCTION", "<script>alert(1)</script>");
    HttpResponse<String> answer = CallUp.post(shop, callUp);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Jsoup.parse(answer.body()).select("script")).isEmpty();
  }

  @Test
  void aPasswordIsKeptNowhere(ShopServer shop) {
    String password = "geheim-" + UUID.randomUUID();
    Form wrong = CallUp.of("delinde", HOOK).but("PASSWORD", password);
    CallUp.post(shop, wrong);
    CallUp.get(shop, wrong);
    CallUp.get(shop, wrong.without("HOOK_URL"));
    CallUp.get(shop, wrong.without("PASSWORD").with("password", password).with("FUNCTION", "X"));
    assertThat(
            new Rows(shop)
                .count(
                    "message where position(?::bytea in payload) > 0 or detail like ?",
                    password.getBytes(StandardCharsets.UTF_8),
                    "%" + password + "%"))
        .isZero();
    assertThat(shop.log()).doesNotContain(password);
    assertThat(
            new Rows(shop)
                .count(
                    "message where position(?::bytea in payload) > 0",
                    "PASSWORD=".getBytes(StandardCharsets.UTF_8)))
        .as("the calls themselves are there")
        .isPositive();
  }

  @Test
  void tooManyWrongPasswordsOfOneAddressForOneNameMustWaitAndNobodyElse(ShopServer shop) {
    Form guess = CallUp.of("zuiderhaven", HOOK).but("PASSWORD", "mis");
    InetAddress guesser = address(127, 0, 0, 77);
    for (int i = 0; i < 10; i++) {
      assertThat(statusFrom(guesser, shop, guess)).isEqualTo(401);
    }
    assertThat(statusFrom(guesser, shop, guess)).isEqualTo(429);
    Form right = CallUp.of("zuiderhaven", HOOK);
    assertThat(statusFrom(guesser, shop, right)).as("from there also the right one").isEqualTo(429);
    assertThat(statusFrom(guesser, shop, CallUp.of("direct", HOOK)))
        .as("another name from there")
        .isEqualTo(303);
    assertThat(CallUp.post(shop, right).statusCode())
        .as("the connection itself is never locked")
        .isEqualTo(303);
    assertThat(
            new Rows(shop)
                .count(
                    "message where outcome = 'TOO_MANY' and status = 429 and remote_address = ?",
                    guesser.getHostAddress()))
        .isEqualTo(2);
  }

  /** java.net.http cannot choose the address it comes from. */
  private static int statusFrom(InetAddress from, ShopServer shop, Form callUp) {
    String body = callUp.encoded(StandardCharsets.UTF_8);
    String request =
        "POST /oci HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
            + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Socket socket = new Socket()) {
      socket.bind(new InetSocketAddress(from, 0));
      socket.connect(new InetSocketAddress("127.0.0.1", shop.port()));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Integer.parseInt(answer.split(" ")[1]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static InetAddress address(int... parts) {
    byte[] bytes = new byte[parts.length];
    for (int i = 0; i < parts.length; i++) {
      bytes[i] = (byte) parts[i];
    }
    try {
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  static Stream<String> sessionsThatAreOver() {
    return Stream.of("unknown", "expired", "ended long ago");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("sessionsThatAreOver")
  void aSessionThatIsOverSaysSoInTwoLanguagesAndIsLogged(String kind, ShopServer shop) {
    String path =
        "unknown".equals(kind) ? "/shop/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA/" : opened(shop, kind);
    HttpResponse<String> answer = Http.get(shop.url(path));
    assertRefused(answer, 410, "SESSION_OVER", new Rows(shop));
    assertThat(answer.body()).doesNotContain(path.split("/")[2]);
  }

  private static String opened(ShopServer shop, String kind) {
    String path = CallUp.open(shop, "direct");
    String change =
        "expired".equals(kind)
            ? "expires_at = now() - interval '1 minute'"
            : "state = 'EXPIRED', ended_at = now() - interval '40 days', expires_at = now() - interval '41 days'";
    new Rows(shop)
        .change(
            "update shopping_session set "
                + change
                + " where id = (select id from shopping_session order by opened_at desc limit 1)");
    return path;
  }

  @Test
  void tenMegabytesAreNotRead(ShopServer shop) {
    Form callUp = CallUp.of("delinde", HOOK).with("~x", "x".repeat(10_000_000));
    assertRefused(CallUp.post(shop, callUp), 413, "TOO_LARGE", new Rows(shop));
  }

  @Test
  void aReturnAddressOfThreeThousandCharactersIsKept(ShopServer shop) {
    String hook = HOOK + "?state=" + "a%26b".repeat(600);
    String location =
        CallUp.get(shop, CallUp.of("delinde", hook)).headers().firstValue("Location").orElseThrow();
    assertThat(location).matches("/shop/[A-Za-z0-9_-]{27,40}/");
    assertThat(new Rows(shop).count("shopping_session where hook_url = ?", hook)).isEqualTo(1);
  }

  @Test
  void noOtherMethodOpensAnything(ShopServer shop) {
    URI oci = shop.url("/oci?" + CallUp.of("delinde", HOOK).encoded(StandardCharsets.UTF_8));
    for (String method : new String[] {"PUT", "DELETE"}) {
      HttpResponse<String> answer =
          Http.send(
              HttpRequest.newBuilder(oci).method(method, HttpRequest.BodyPublishers.noBody()));
      assertThat(answer.statusCode()).as(method).isEqualTo(405);
      assertThat(answer.body()).doesNotContain("at nl.topfruit").doesNotContain("Exception");
    }
  }
}
