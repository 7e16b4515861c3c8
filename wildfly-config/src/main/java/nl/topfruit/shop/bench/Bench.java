package nl.topfruit.shop.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Starts a shop, warms it up and measures what is asked of it most, each beside a yardstick of the
 * same machine: a static file, and PostgreSQL writing the rows of an order by itself.
 *
 * <p>{@code SHOP_PORT} (8180), {@code SHOP_BENCH_SECONDS} a measurement (10).
 */
public final class Bench {
  private static final String CALL_UP =
      "/oci?USERNAME=direct&PASSWORD=demo&HOOK_URL=http%3A%2F%2Flocalhost%2Fhook";
  private static final int LINES = 10;
  private static final Pattern STYLESHEET = Pattern.compile("href=\"([^\"]+\\.css[^\"]*)\"");

  private final BenchShop shop;
  private final int seconds;
  private final PrintStream out;
  private final AtomicLong orders = new AtomicLong();
  private double yardstick;

  private Bench(BenchShop shop, int seconds, PrintStream out) {
    this.shop = shop;
    this.seconds = seconds;
    this.out = out;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws Exception {
    Path home = Path.of(System.getProperty("shop.home", ".")).toAbsolutePath().normalize();
    int port = number("SHOP_PORT", 8180);
    try (BenchShop shop = new BenchShop(home, port)) {
      Runtime.getRuntime().addShutdownHook(new Thread(shop::stop, "stop"));
      new Bench(shop, number("SHOP_BENCH_SECONDS", 10), System.out).run();
    }
  }

  private static int number(String name, int otherwise) {
    return Optional.ofNullable(System.getenv(name)).map(Integer::parseInt).orElse(otherwise);
  }

  private void run() throws Exception {
    shop.reset();
    double first = shop.start();
    shop.awaitHistory();
    shop.stop();
    double second = shop.start();
    out.printf(Locale.ROOT, "first start %.1f s, second start %.1f s%n", first, second);
    String session = session();
    byte[] list = get(session);
    mustSay(session, "data-sku");
    out.printf(Locale.ROOT, "list %.1f kB compressed%n", answer(list).length() / 1024.0);
    out.printf(
        Locale.ROOT,
        "%n%-24s %10s %12s %12s %8s%n",
        "8 connections",
        "requests/s",
        "ms server",
        "ms database",
        "ratio");
    measure("static file", get(stylesheet(session)));
    measure("catalogue list", list);
    measure("product", get(session + "product?sku=FM-1004"));
    measure("search", get(session + "?q=appel"));
    measure("/oci call-up", Wire.get(shop.port(), CALL_UP, false), 303);
    measureForm("BACKGROUND_SEARCH", "&FUNCTION=BACKGROUND_SEARCH&SEARCHSTRING=appel");
    measureForm("VALIDATE", "&FUNCTION=VALIDATE&PRODUCTID=FM-1004&QUANTITY=2");
    returnPage();
    place();
    SameRows.prepare(shop);
    measure("rows of an order, JDBC", () -> SameRows.open(shop));
    out.printf(
        Locale.ROOT, "%nmemory of the server %d MB%n", Meter.residentMegabytes(shop.serverPid()));
  }

  private String session() throws IOException {
    String location = answer(Wire.get(shop.port(), CALL_UP, false)).location();
    return location.substring(location.indexOf("/shop/"));
  }

  /** What is measured must be what it is taken for. */
  private void mustSay(String path, String expected) throws IOException {
    if (!answer(Wire.get(shop.port(), path, false)).text().contains(expected)) {
      throw new IllegalStateException(path + " does not say " + expected);
    }
  }

  /** A function of OCI that answers with a form of items at once. */
  private void measureForm(String name, String function)
      throws IOException, InterruptedException, ExecutionException {
    mustSay(CALL_UP + function, "NEW_ITEM-DESCRIPTION[1]");
    measure(name, Wire.get(shop.port(), CALL_UP + function, false));
  }

  /**
   * A basket of ten lines that was handed over: the page that carries it over, asked for again and
   * again, as by a double click. The promise is made once, what is measured is the form.
   */
  private void returnPage() throws IOException, InterruptedException, ExecutionException {
    String session = session();
    for (int i = 0; i < LINES; i++) {
      String line =
          "order=order&primefaces.nonce=bench&jakarta.faces.ViewState=stateless&order%3Aline="
              + UUID.randomUUID();
      int status = answer(form(session + "product?sku=FM-1004", line)).status();
      if (status != 302) {
        throw new IllegalStateException("Nothing was put into the basket: " + status);
      }
    }
    byte[] again = form(session + "return", "");
    if (!answer(again).text().contains("NEW_ITEM-DESCRIPTION[" + LINES + "]")) {
      throw new IllegalStateException("The return carries no " + LINES + " lines");
    }
    measure("return page, " + LINES + " lines", again);
  }

  private byte[] form(String path, String body) {
    return Wire.post(shop.port(), path, "application/x-www-form-urlencoded", body);
  }

  private byte[] get(String path) {
    return Wire.get(shop.port(), path, true);
  }

  private String stylesheet(String session) throws IOException {
    Matcher css = STYLESHEET.matcher(answer(Wire.get(shop.port(), session, false)).text());
    if (!css.find()) {
      throw new IllegalStateException("The list has no style sheet");
    }
    return css.group(1).replace("&amp;", "&");
  }

  private Wire.Answer answer(byte[] request) throws IOException {
    try (Wire wire = new Wire(shop.port())) {
      return wire.send(request);
    }
  }

  private void measure(String name, byte[] request)
      throws InterruptedException, ExecutionException {
    measure(name, request, 200);
  }

  private void measure(String name, byte[] request, int status)
      throws InterruptedException, ExecutionException {
    measure(name, () -> new Asking(new Wire(shop.port()), () -> request, status, null));
  }

  /** Orders of De Linde's kitchen, which needs no requisition and is invoiced at delivery only. */
  private void place() throws InterruptedException, ExecutionException {
    measure(
        "/cxml order",
        () ->
            new Asking(
                new Wire(shop.port()),
                () -> Wire.post(shop.port(), "/cxml", "text/xml; charset=UTF-8", order()),
                200,
                "code=\"200\""));
  }

  private String order() {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <cXML payloadID="%1$s@delinde.example" timestamp="2026-01-05T09:00:00+01:00">
        <Header><From><Credential domain="DUNS"><Identity>delinde-keuken</Identity></Credential></From>
        <To><Credential domain="DUNS"><Identity>topfruit</Identity></Credential></To>
        <Sender><Credential domain="DUNS"><Identity>delinde-keuken</Identity><SharedSecret>demo</SharedSecret></Credential>
        <UserAgent>bench</UserAgent></Sender></Header>
        <Request><OrderRequest><OrderRequestHeader orderID="BENCH-%1$s" orderDate="2026-01-05T09:00:00+01:00" type="new">
        <Total><Money currency="EUR">34.95</Money></Total>
        <ShipTo><Address isoCountryCode="NL" addressID="034"><Name xml:lang="nl">Centrale Keuken</Name></Address></ShipTo>
        </OrderRequestHeader>
        <ItemOut quantity="1" lineNumber="10"><ItemID><SupplierPartID>FM-1004</SupplierPartID></ItemID>
        <ItemDetail><UnitPrice><Money currency="EUR">34.95</Money></UnitPrice>
        <Description xml:lang="nl">Fruitmand Klassiek M</Description><UnitOfMeasure>EA</UnitOfMeasure>
        <Classification domain="UNSPSC">50300000</Classification></ItemDetail></ItemOut>
        </OrderRequest></Request></cXML>
        """
        .formatted(orders.incrementAndGet());
  }

  /** Twice as long to warm up, then it is counted. */
  private void measure(String name, Load.Opening opening)
      throws InterruptedException, ExecutionException {
    Load.run(opening, 2 * seconds);
    long server = Meter.cpuOfTree(shop.serverPid());
    long database = Meter.cpuOfTree(shop.databasePid());
    Load.Done done = Load.run(opening, seconds);
    server = Meter.cpuOfTree(shop.serverPid()) - server;
    database = Meter.cpuOfTree(shop.databasePid()) - database;
    yardstick = yardstick == 0 ? done.perSecond() : yardstick;
    out.printf(
        Locale.ROOT,
        "%-24s %10.0f %12.2f %12.2f %8.3f%n",
        name,
        done.perSecond(),
        (double) server / done.times(),
        (double) database / done.times(),
        done.perSecond() / yardstick);
  }

  /** Makes the request to be sent next. */
  private interface Next {
    byte[] request();
  }

  /**
   * @param contains what the answer must say, null for nothing
   */
  private record Asking(Wire wire, Next next, int status, String contains) implements Load.Worker {
    @Override
    public void once() throws IOException {
      Wire.Answer answer = wire.send(next.request());
      boolean said = contains == null || answer.text().contains(contains);
      if (answer.status() != status || !said) {
        throw new IllegalStateException(
            "Answer "
                + answer.status()
                + ": "
                + new String(answer.body(), StandardCharsets.UTF_8)
                    .substring(0, Math.min(600, answer.length())));
      }
    }

    @Override
    public void close() throws IOException {
      wire.close();
    }
  }
}
