package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.account.Address;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.connection.OrderRules;
import nl.topfruit.shop.ordering.DeliveryKey;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.ShipTo;

/**
 * Promises and orders in short. A line of an order is {@code "20 FM-1004 x2 @34.95 >R-1/2"}: line
 * number, article ('-' for none), pieces, price, and what it points at; {@code #K7Q-2} is a line
 * key, {@code u} a unit, {@code c} a currency, {@code d} a day, {@code *} an accounting split.
 */
public final class Sample {
  /** Monday, nine o'clock. */
  public static final Instant MONDAY = Instant.parse("2026-11-23T08:00:00Z");

  public static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
  public static final LocalDate NEXT_MONDAY = LocalDate.of(2026, 11, 30);
  public static final Destination LINDEHOF = branch("Lindehof", "9999 AA");
  public static final Destination ROZENHOF = branch("Rozenhof", "9999 BB");

  /** Who pays for what goes to another branch. */
  public static final UUID PAYER = UUID.nameUUIDFromBytes(new byte[] {1});

  private Sample() {}

  private static Destination branch(String name, String postcode) {
    return new Destination(
        UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        false,
        name,
        new Address("Parkweg", "1", postcode, "Lindewaard", "NL"),
        null,
        null,
        null);
  }

  /** What was promised, item by item. */
  public static final class PromiseBuilder {
    private final String number;
    private final String lineKey;
    private boolean open = true;
    private String state = "AWAITING_AUTHORISATION";
    private final List<Promise.Item> items = new ArrayList<>();
    private int goodsLine;

    PromiseBuilder(String number, String lineKey) {
      this.number = number;
      this.lineKey = lineKey;
    }

    public PromiseBuilder goods(String sku, int pieces, String price, Destination to) {
      goodsLine++;
      return item(LineKind.GOODS, sku, pieces, price, 1, 0, "A", THURSDAY, to, pieces);
    }

    /** The other VAT part of what went before. */
    public PromiseBuilder tied(String sku, int pieces, String price, Destination to) {
      return item(LineKind.GOODS, sku, pieces, price, 1, 0, "A", THURSDAY, to, pieces);
    }

    /** Fruit at work: on Mondays, from so many pieces at this price. */
    public PromiseBuilder tiered(String sku, int pieces, String price, int from, Destination to) {
      goodsLine++;
      return item(LineKind.GOODS, sku, pieces, price, from, 0, "C", NEXT_MONDAY, to, pieces);
    }

    public PromiseBuilder minimum(String sku, int pieces, String price, int least, Destination to) {
      goodsLine++;
      return item(LineKind.GOODS, sku, pieces, price, 1, least, "A", THURSDAY, to, pieces);
    }

    /** Something of which a part was ordered before. */
    public PromiseBuilder partlyOrdered(
        String sku, int pieces, int left, String price, Destination to) {
      goodsLine++;
      state = "PARTLY_ORDERED";
      return item(LineKind.GOODS, sku, pieces, price, 1, 0, "A", THURSDAY, to, left);
    }

    /** The deposit of what went before. */
    public PromiseBuilder deposit(String sku, int pieces, String price, Destination to) {
      LocalDate day = items.get(items.size() - 1).deliverOn();
      return item(LineKind.DEPOSIT, sku, pieces, price, 1, 0, "C", day, to, pieces);
    }

    public PromiseBuilder delivery(String sku, String price, Destination to) {
      goodsLine++;
      return item(LineKind.DELIVERY, sku, 1, price, 1, 0, "A", THURSDAY, to, 1);
    }

    /** What went before is promised for another day. */
    public PromiseBuilder on(LocalDate day) {
      Promise.Item last = items.remove(items.size() - 1);
      return item(
          last.kind(),
          last.sku(),
          last.promised().intValueExact(),
          last.price().plain(),
          last.tierFrom(),
          last.minimum(),
          last.cutOffClass(),
          day,
          last.destination(),
          last.remaining().intValueExact());
    }

    public PromiseBuilder closed(String state) {
      this.open = false;
      this.state = state;
      return this;
    }

    private PromiseBuilder item(
        LineKind kind,
        String sku,
        int pieces,
        String price,
        int tier,
        int least,
        String cutOff,
        LocalDate day,
        Destination to,
        int left) {
      items.add(
          new Promise.Item(
              UUID.randomUUID(),
              items.size() + 1,
              goodsLine,
              kind,
              null,
              sku,
              "naam van " + sku,
              BigDecimal.valueOf(pieces),
              BigDecimal.valueOf(left),
              tier,
              least,
              "C62",
              Money.euro(price),
              cutOff,
              day,
              DeliveryKey.of(day, to),
              to,
              ""));
      return this;
    }

    public Promise build() {
      return new Promise(UUID.randomUUID(), number, lineKey, open, state, List.copyOf(items));
    }
  }

  public static PromiseBuilder promise(String number, String lineKey) {
    return new PromiseBuilder(number, lineKey);
  }

  public static PromiseBuilder promise() {
    return promise("R-1", "K7Q");
  }

  /** An order that is being written down. */
  public static final class OrderBuilder {
    private final List<PurchaseOrderMessage.Line> lines = new ArrayList<>();
    private final PurchaseOrderMessage.Channel channel;
    private String currency = "EUR";
    private BigDecimal total;
    private String quote;
    private boolean test;
    private LocalDate day;
    private ShipTo shipTo;
    private String version;

    OrderBuilder(PurchaseOrderMessage.Channel channel, String... lines) {
      this.channel = channel;
      for (String line : lines) {
        this.lines.add(line(line));
      }
    }

    public OrderBuilder in(String currency) {
      this.currency = currency;
      return this;
    }

    public OrderBuilder total(String total) {
      this.total = new BigDecimal(total);
      return this;
    }

    public OrderBuilder quote(String quote) {
      this.quote = quote;
      return this;
    }

    public OrderBuilder asTest() {
      this.test = true;
      return this;
    }

    public OrderBuilder on(LocalDate day) {
      this.day = day;
      return this;
    }

    public OrderBuilder to(String postcode, String city) {
      this.shipTo = new ShipTo(null, null, "Ergens", null, "Straat 1", postcode, city, "NL");
      return this;
    }

    public OrderBuilder version(String version) {
      this.version = version;
      return this;
    }

    public PurchaseOrderMessage build() {
      return build("4500078123", "message-1");
    }

    public PurchaseOrderMessage build(String number, String messageId) {
      return new PurchaseOrderMessage(
          channel,
          PurchaseOrderMessage.Kind.NEW,
          new OrderNumber(number),
          version,
          messageId,
          null,
          test,
          null,
          day,
          currency,
          total,
          quote,
          null,
          null,
          null,
          List.of(),
          List.of(),
          shipTo,
          null,
          lines);
    }
  }

  public static OrderBuilder order(String... lines) {
    return new OrderBuilder(PurchaseOrderMessage.Channel.CXML, lines);
  }

  public static OrderBuilder plain(String... lines) {
    return new OrderBuilder(PurchaseOrderMessage.Channel.OCI_ORDER, lines).in(null);
  }

  private static PurchaseOrderMessage.Line line(String text) {
    Map<Character, String> parts = new LinkedHashMap<>();
    String[] words = text.split(" ");
    for (int i = 2; i < words.length; i++) {
      parts.put(words[i].charAt(0), words[i].substring(1));
    }
    String price = parts.get('@');
    String day = parts.get('d');
    return new PurchaseOrderMessage.Line(
        words[0],
        words[1].equals("-") ? null : words[1],
        parts.get('>'),
        null,
        parts.containsKey('#') ? "Fruitmand M do 26-11 #" + parts.get('#') : "Fruitmand M",
        new BigDecimal(parts.get('x')),
        parts.get('u'),
        price == null ? null : new BigDecimal(price.split("/")[0]),
        price == null || !price.contains("/") ? null : new BigDecimal(price.split("/")[1]),
        parts.get('c'),
        null,
        null,
        parts.containsKey('*'),
        day == null ? null : LocalDate.parse(day),
        null,
        null);
  }

  private static final Map<String, String> UNITS = Map.of("C62", "ST");

  /** The usual rules: a requisition required, fewer allowed, whole orders held, late ones moved. */
  public static final Rules USUAL = rules("{}");

  public static final Rules NO_FEWER =
      new Rules(
          true,
          false,
          false,
          false,
          OrderRules.read("{\"linesMayBeLeftOut\":false}"),
          UNITS,
          true,
          false);
  public static final Rules PLACE_AGREED =
      new Rules(true, true, true, false, OrderRules.USUAL, UNITS, true, false);
  public static final Rules HOLD_LATE =
      new Rules(true, true, false, true, OrderRules.USUAL, UNITS, true, false);
  public static final Rules DIRECT =
      new Rules(false, true, false, false, OrderRules.USUAL, UNITS, true, false);
  public static final Rules NOT_LIVE =
      new Rules(true, true, false, false, OrderRules.USUAL, UNITS, false, false);
  public static final Rules DEMO =
      new Rules(true, true, false, false, OrderRules.USUAL, UNITS, true, true);

  /** The usual rules, and what a connection says beyond them as JSON. */
  public static Rules rules(String differing) {
    return new Rules(true, true, false, false, OrderRules.read(differing), UNITS, true, false);
  }

  public static Contract contract(String sku, String price) {
    return new Contract(sku, sku, LineKind.GOODS, food(price), false, null, null, 1, "C62");
  }

  public static PriceParts food(String price) {
    return new PriceParts(Money.euro(price), Money.ZERO);
  }

  /** An order held against promises and contracts. */
  public static Agreement agreement(
      PurchaseOrderMessage message,
      List<Promise> promises,
      List<Contract> contracts,
      Rules rules,
      Instant now) {
    return agreement(message, promises, contracts, Map.of(), rules, now);
  }

  /**
   * The same where prices of today count, by article number. The branches that an address of theirs
   * may mean are those of this sample, told by their postcode.
   */
  static Agreement agreement(
      PurchaseOrderMessage message,
      List<Promise> promises,
      List<Contract> contracts,
      Map<String, String> today,
      Rules rules,
      Instant now) {
    Map<String, Contract> bySku = new LinkedHashMap<>();
    contracts.forEach(contract -> bySku.put(contract.sku(), contract));
    Map<UUID, PriceParts> prices = new LinkedHashMap<>();
    promises.stream()
        .flatMap(promise -> promise.items().stream())
        .filter(item -> today.containsKey(item.sku()))
        .forEach(item -> prices.put(item.lineId(), food(today.get(item.sku()))));
    Map<ShipTo, Ours.Place> places = new LinkedHashMap<>();
    for (Destination branch : List.of(LINDEHOF, ROZENHOF)) {
      ShipTo theirs = message.shipTo();
      if (theirs != null && branch.address().postcode().equals(theirs.postalCode())) {
        places.put(theirs, new Ours.Place(branch, PAYER));
      }
    }
    return Agreement.of(
        message,
        new Ours(
            Matching.of(message, promises), bySku, Set.of("FM-1004", "FM-1006"), prices, places),
        List.of(),
        rules,
        DeliveryCalendar.usual(),
        now);
  }
}
