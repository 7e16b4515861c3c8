package nl.topfruit.shop.demo;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A purchase in the customer's system, as the simulator plays it.
 *
 * <pre>
 * RETURNED --approved--> AUTHORISED --order placed--> ORDERED --arrived--> DELIVERED --invoice matched--> BOOKED
 *          --refused---> REJECTED   --order held----> HELD
 *                                   --order refused-> REFUSED
 * </pre>
 */
@Entity
public class SimulatedPurchase {
  /** The life of a purchase over there. */
  public enum State {
    RETURNED,
    AUTHORISED,
    REJECTED,
    ORDERED,
    HELD,
    REFUSED,
    DELIVERED,
    BOOKED
  }

  /**
   * A line of the requisition over there: what was returned, and how many were approved.
   *
   * @param fields the returned fields by name
   */
  public record Line(Map<String, String> fields, BigDecimal approved) {
    public String field(String name) {
      return fields.getOrDefault(name, "");
    }

    public BigDecimal price() {
      BigDecimal per =
          fields.containsKey("PRICEUNIT") ? new BigDecimal(field("PRICEUNIT")) : BigDecimal.ONE;
      return new BigDecimal(field("PRICE")).divide(per);
    }

    public BigDecimal net() {
      return price().multiply(approved);
    }
  }

  /** A message that went over the wire, with its answer. */
  public record Exchange(String title, String request, String answer) {}

  @Id private UUID id;
  @Version private int version;

  @Column(name = "account_key")
  private String accountKey;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "order_number")
  private String orderNumber;

  @Column(name = "our_number")
  private String ourNumber;

  @Column(name = "invoice_number")
  private String invoiceNumber;

  private String lines;
  private String exchanges;

  @Column(name = "created_at")
  private Instant createdAt;

  protected SimulatedPurchase() {}

  SimulatedPurchase(
      UUID id,
      String accountKey,
      String orderNumber,
      List<Line> lines,
      Exchange returned,
      Instant now) {
    this.id = id;
    this.accountKey = accountKey;
    this.state = State.RETURNED;
    this.orderNumber = orderNumber;
    this.lines = write(lines);
    this.exchanges = "[]";
    this.createdAt = now;
    note(returned);
  }

  void approve(List<BigDecimal> quantities) {
    List<Line> approved = new ArrayList<>();
    List<Line> returned = lines();
    for (int i = 0; i < returned.size(); i++) {
      approved.add(new Line(returned.get(i).fields(), quantities.get(i)));
    }
    lines = write(approved);
    state = State.AUTHORISED;
  }

  void reject() {
    state = State.REJECTED;
  }

  void answered(State state, String ourNumber, Exchange exchange) {
    this.state = state;
    this.ourNumber = ourNumber;
    note(exchange);
  }

  void delivered() {
    state = State.DELIVERED;
  }

  void booked(String invoiceNumber, Exchange exchange) {
    this.state = State.BOOKED;
    this.invoiceNumber = invoiceNumber;
    note(exchange);
  }

  private void note(Exchange exchange) {
    JsonArrayBuilder all = Json.createArrayBuilder(read(exchanges));
    all.add(
        Json.createObjectBuilder()
            .add("title", exchange.title())
            .add("request", exchange.request())
            .add("answer", exchange.answer()));
    exchanges = all.build().toString();
  }

  public UUID id() {
    return id;
  }

  public String accountKey() {
    return accountKey;
  }

  public State state() {
    return state;
  }

  public String orderNumber() {
    return orderNumber;
  }

  public String ourNumber() {
    return ourNumber;
  }

  public String invoiceNumber() {
    return invoiceNumber;
  }

  public List<Line> lines() {
    List<Line> all = new ArrayList<>();
    for (JsonObject line : read(lines).getValuesAs(JsonObject.class)) {
      Map<String, String> fields = new LinkedHashMap<>();
      line.getJsonObject("fields")
          .forEach((name, value) -> fields.put(name, ((JsonString) value).getString()));
      all.add(new Line(fields, new BigDecimal(line.getString("approved"))));
    }
    return all;
  }

  public List<Exchange> exchanges() {
    return read(exchanges).getValuesAs(JsonObject.class).stream()
        .map(e -> new Exchange(e.getString("title"), e.getString("request"), e.getString("answer")))
        .toList();
  }

  private static String write(List<Line> lines) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (Line line : lines) {
      var fields = Json.createObjectBuilder();
      line.fields().forEach(fields::add);
      array.add(
          Json.createObjectBuilder()
              .add("fields", fields)
              .add("approved", line.approved().toPlainString()));
    }
    return array.build().toString();
  }

  private static JsonArray read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray();
    }
  }
}
