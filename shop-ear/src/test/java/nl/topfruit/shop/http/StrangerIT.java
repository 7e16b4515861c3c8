package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import nl.topfruit.shop.support.Home;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * HOUSE 3.3: whose things one sees comes from who signed in. Every address of portal and office has
 * its entry here; one without fails.
 */
@WithShop
class StrangerIT {
  private static final String OWNER = "beheer@delinde.example";
  private static final String STRANGER = "beheer@merenwaard.example";
  private static final String OFFICE = "kantoor@topfruit.example";
  private static final String WAREHOUSE = "magazijn@topfruit.example";
  private static final String NOTHING = "";

  private static final String OF_OWNER =
      " where account_id = (select id from business_account where key = 'delinde') ";
  private static final String AN_ORDER =
      "select number from customer_order" + OF_OWNER + "order by placed_at desc limit 1";
  private static final String AN_INVOICE =
      "select number from invoice" + OF_OWNER + "and number is not null order by number limit 1";

  private static final String A_CONNECTION =
      "select key from connection" + OF_OWNER + "order by key limit 1";

  /** The demo begins without one: each time it is asked for, one is made. */
  private static final String A_REQUEST =
      """
      insert into connection_request (id, version, reference, state, created_at, remote_address, language, organisation,
        kvk_number, name, email, system_name)
      values (gen_random_uuid(), 0, 'KA-' || upper(substr(md5(random()::text), 1, 6)), 'NEW', now(), '192.0.2.1', 'nl',
        'Zorg B.V.', '12345678', 'Iemand', gen_random_uuid() || '@zorg.example', 'Eigen systeem')
      returning reference
      """;

  /**
   * An address, and how to find something of the owner to ask it for: a query that gives a number,
   * and before it how the address names one. Lists need none.
   */
  private static final Map<String, String[]> ADDRESSES = new TreeMap<>();

  static {
    for (String list :
        new String[] {
          "/portal/",
          "/portal/orders",
          "/portal/requisitions",
          "/portal/invoices",
          "/portal/branches",
          "/portal/cost-centres",
          "/portal/shopping",
          "/office/",
          "/office/orders",
          "/office/deliveries",
          "/office/invoices",
          "/office/messages",
          "/office/outbox",
          "/office/inbox",
          "/office/purchase-order",
          "/office/connections",
          "/office/console",
          "/office/console-run",
          "/office/requisitions",
          "/office/connection-new",
          "/portal/connection",
          "/office/connection-requests"
        }) {
      ADDRESSES.put(list, new String[] {NOTHING, NOTHING});
    }
    ADDRESSES.put("/portal/order", new String[] {"?number=", AN_ORDER});
    ADDRESSES.put(
        "/portal/requisition",
        new String[] {"?number=", "select number from requisition" + OF_OWNER + "limit 1"});
    ADDRESSES.put("/portal/invoice-file", new String[] {"?form=pdf&number=", AN_INVOICE});
    // the code itself may exist at both; this one does not
    ADDRESSES.put(
        "/portal/branch",
        new String[] {
          "?code=",
          "select code from branch"
              + OF_OWNER
              + "and code not in (select b.code from branch b"
              + " join business_account a on a.id = b.account_id where a.key = 'merenwaard') limit 1"
        });
    ADDRESSES.put(
        "/portal/cost-centre",
        new String[] {
          "?code=",
          "select code from cost_centre"
              + OF_OWNER
              + "and code not in (select c.code from cost_centre c"
              + " join business_account a on a.id = c.account_id where a.key = 'merenwaard') limit 1"
        });
    ADDRESSES.put("/office/connection", new String[] {"?key=", A_CONNECTION});
    ADDRESSES.put("/office/connection-request", new String[] {"?reference=", A_REQUEST});
    ADDRESSES.put("/office/console-test", new String[] {"?connection=", A_CONNECTION});
    ADDRESSES.put(
        "/office/requisition",
        new String[] {"?number=", "select number from requisition" + OF_OWNER + "limit 1"});
    ADDRESSES.put("/office/order", new String[] {"?number=", AN_ORDER});
    ADDRESSES.put("/office/invoice-file", new String[] {"?form=ubl&number=", AN_INVOICE});
    ADDRESSES.put(
        "/office/case-file",
        new String[] {"?reference=", "select reference from message order by at limit 1"});
    ADDRESSES.put(
        "/office/message",
        new String[] {"?reference=", "select reference from message order by at limit 1"});
  }

  /** Asked here without naming one, and so not there: what they show comes into being later. */
  private static final Set<String> NAMES_NOTHING =
      Set.of("/office/purchase-order", "/office/console-run");

  /** What the warehouse may see of the office. */
  private static final Set<String> WAREHOUSE_SEES =
      Set.of("/office/", "/office/orders", "/office/order", "/office/deliveries");

  static Stream<String> addresses() {
    Set<String> there = existing();
    return ADDRESSES.keySet().stream().filter(there::contains);
  }

  @Test
  void everyAddressOfPortalAndOfficeHasItsEntry() {
    assertThat(existing()).isNotEmpty().isSubsetOf(ADDRESSES.keySet());
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void whoIsSignedOutIsSentToSignIn(String address, ShopServer shop) throws Exception {
    HttpResponse<String> answer = get(client(), shop.url(asked(address, shop)));
    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("Location").orElseThrow()).startsWith("/login?to=");
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void whoHasAnotherRoleFindsNothing(String address, ShopServer shop) throws Exception {
    boolean portal = address.startsWith("/portal/");
    HttpClient wrong = signedIn(shop, portal ? OFFICE : OWNER);
    assertThat(get(wrong, shop.url(asked(address, shop))).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @MethodSource("addresses")
  void whoMaySeeItFindsItAndAStrangerDoesNot(String address, ShopServer shop) throws Exception {
    URI asked = shop.url(asked(address, shop));
    if (address.startsWith("/office/")) {
      HttpResponse<String> office = get(signedIn(shop, OFFICE), asked);
      if (!NAMES_NOTHING.contains(address)) {
        assertThat(office.statusCode()).isEqualTo(200);
      }
      int expected = WAREHOUSE_SEES.contains(address) ? 200 : 404;
      assertThat(get(signedIn(shop, WAREHOUSE), asked).statusCode()).isEqualTo(expected);
      return;
    }
    HttpResponse<String> own = get(signedIn(shop, OWNER), asked);
    HttpResponse<String> foreign = get(signedIn(shop, STRANGER), asked);
    if (address.equals("/portal/shopping")) {
      assertThat(own.statusCode()).isEqualTo(303);
      assertThat(own.headers().firstValue("Location").orElseThrow()).startsWith("/shop/");
    } else if (ADDRESSES.get(address)[0].isEmpty()) {
      assertThat(own.statusCode()).isEqualTo(200);
      assertThat(foreign.statusCode()).isEqualTo(200);
      Set<String> owned = things(own.body());
      assertThat(things(foreign.body())).filteredOn(owned::contains).isEmpty();
    } else {
      assertThat(own.statusCode()).isEqualTo(200);
      assertThat(foreign.statusCode()).isEqualTo(404);
    }
  }

  @Test
  void anotherSystemsInvoicesAreNotThere(ShopServer shop) throws Exception {
    String order =
        one(
            shop,
            "select purchase_order_number from invoice"
                + OF_OWNER
                + "and number is not null and purchase_order_number is not null limit 1");
    String list = "/ubl/invoices?order=" + URLEncoder.encode(order, StandardCharsets.UTF_8);
    String file = "/ubl/invoices/" + one(shop, AN_INVOICE) + ".xml";
    assertThat(get(client(), shop.url(list), "delinde").body()).contains("\"number\"");
    assertThat(get(client(), shop.url(list), "direct").body()).isEqualTo("[]");
    assertThat(get(client(), shop.url(file), "delinde").statusCode()).isEqualTo(200);
    assertThat(get(client(), shop.url(file), "direct").statusCode()).isEqualTo(404);
    HttpResponse<String> nobody = get(client(), shop.url(list));
    assertThat(nobody.statusCode()).isEqualTo(401);
    assertThat(nobody.headers().firstValue("WWW-Authenticate").orElseThrow()).startsWith("Basic");
  }

  /** Numbers and codes that stand on a page. */
  private static Set<String> things(String html) {
    Set<String> things = new TreeSet<>();
    Document page = Jsoup.parse(html);
    page.select("[data-number]").forEach(it -> things.add(it.attr("data-number")));
    return things;
  }

  /** The pages and servlets that there are. */
  private static Set<String> existing() {
    Set<String> found = new TreeSet<>();
    Path webapp = Home.path().resolve("shop-web/src/main/webapp");
    Path java = Home.path().resolve("shop-web/src/main/java");
    Pattern servlet = Pattern.compile("\"(/(?:portal|office)/[^\"]*)\"");
    try {
      for (String area : new String[] {"portal", "office"}) {
        try (Stream<Path> pages = Files.list(webapp.resolve(area))) {
          pages
              .map(page -> page.getFileName().toString().replace(".xhtml", ""))
              .map(name -> "/" + area + "/" + ("index".equals(name) ? "" : name))
              .forEach(found::add);
        }
      }
      try (Stream<Path> sources = Files.walk(java)) {
        for (Path source : sources.filter(it -> it.toString().endsWith(".java")).toList()) {
          String text = Files.readString(source);
          int at = text.indexOf("@WebServlet");
          if (at >= 0) {
            Matcher named = servlet.matcher(text.substring(at, text.indexOf(')', at)));
            while (named.find()) {
              found.add(named.group(1));
            }
          }
        }
      }
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private static String asked(String address, ShopServer shop) throws SQLException {
    String[] entry = ADDRESSES.get(address);
    return entry[0].isEmpty()
        ? address
        : address + entry[0] + URLEncoder.encode(one(shop, entry[1]), StandardCharsets.UTF_8);
  }

  private static String one(ShopServer shop, String query) throws SQLException {
    try (Connection database = shop.database();
        Statement statement = database.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      assertThat(rows.next()).as(query).isTrue();
      return rows.getString(1);
    }
  }

  private static HttpClient client() {
    return HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
  }

  private static HttpClient signedIn(ShopServer shop, String person) throws Exception {
    HttpClient client = client();
    Document page = Jsoup.parse(get(client, shop.url("/login")).body());
    Map<String, String> form = new TreeMap<>();
    page.select("form#login input[type=hidden]")
        .forEach(input -> form.put(input.attr("name"), input.attr("value")));
    form.put("login:username", person);
    form.put("login:password", "demo");
    form.put("login:sign-in", "login:sign-in");
    form.put(
        "primefaces.nonce",
        page.select("script[nonce]").stream()
            .map(script -> script.attr("nonce"))
            .findFirst()
            .orElse(NOTHING));
    StringBuilder body = new StringBuilder();
    form.forEach(
        (name, value) ->
            body.append(body.isEmpty() ? "" : "&")
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(shop.url("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(302);
    return client;
  }

  private static HttpResponse<String> get(HttpClient client, URI address) throws Exception {
    return client.send(
        HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(HttpClient client, URI address, String key)
      throws Exception {
    String pair =
        Base64.getEncoder().encodeToString((key + ":demo").getBytes(StandardCharsets.UTF_8));
    return client.send(
        HttpRequest.newBuilder(address).header("Authorization", "Basic " + pair).build(),
        HttpResponse.BodyHandlers.ofString());
  }
}
