package nl.topfruit.shop.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.fulfilment.Deliveries;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.protocol.cxml.CxmlStatus;
import nl.topfruit.shop.protocol.ubl.UblOrderResponse;
import nl.topfruit.shop.security.Role;

/** Speaks with our own shop over the wire, exactly as a customer's system does. */
@Stateless
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Simulator {
  private static final String DELIVERED_BY = "demo";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject private SimulatedPurchases purchases;
  @Inject private SimulatorAccess access;
  @Inject private Deliveries deliveries;
  @Inject private Clock clock;

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  /**
   * An answer to an order, brought to one form.
   *
   * @param number our order number; null where the protocol has no place for it
   */
  private record Verdict(SimulatedPurchase.State state, String number) {}

  /**
   * Sends the authorised order over the channel of the connection. Open to all: demo data only.
   *
   * @param base our own address, without a slash at its end
   */
  @PermitAll
  public void sendOrder(UUID id, String base) {
    SimulatedPurchase purchase = purchases.find(id);
    SimulatorAccess.Setup setup = access.setup(purchase.accountKey());
    SimulatedOrders.Wire wire =
        SimulatedOrders.write(purchase, setup, base, OffsetDateTime.now(clock));
    HttpResponse<String> response = send(wire.request());
    Message.Channel channel = SimulatedOrders.channel(purchase, setup);
    Verdict verdict = verdict(channel, response);
    purchases.answered(
        id,
        verdict.state(),
        verdict.number(),
        new SimulatedPurchase.Exchange(
            channel.name(),
            wire.shown(),
            "HTTP " + response.statusCode() + "\n\n" + response.body()));
  }

  private static Verdict verdict(Message.Channel channel, HttpResponse<String> response) {
    String body = response.body();
    if (channel == Message.Channel.CXML) {
      CxmlStatus status = CxmlStatus.read(body.getBytes(StandardCharsets.UTF_8));
      return switch (status.code()) {
        case 200 -> new Verdict(SimulatedPurchase.State.ORDERED, null);
        case 201 -> new Verdict(SimulatedPurchase.State.HELD, null);
        default -> new Verdict(SimulatedPurchase.State.REFUSED, null);
      };
    }
    if (response.statusCode() != 200) {
      return new Verdict(SimulatedPurchase.State.REFUSED, null);
    }
    if (channel == Message.Channel.UBL_ORDER) {
      UblOrderResponse.Read read = UblOrderResponse.read(body.getBytes(StandardCharsets.UTF_8));
      return new Verdict(
          switch (read.code()) {
            case "AP", "CA" -> SimulatedPurchase.State.ORDERED;
            case "AB" -> SimulatedPurchase.State.HELD;
            default -> SimulatedPurchase.State.REFUSED;
          },
          read.number());
    }
    String[] lines = body.split("\\R");
    return new Verdict(
        switch (lines[0]) {
          case "PLACED", "PARTLY_PLACED" -> SimulatedPurchase.State.ORDERED;
          case "HELD" -> SimulatedPurchase.State.HELD;
          default -> SimulatedPurchase.State.REFUSED;
        },
        lines.length > 1 ? lines[1] : null);
  }

  /**
   * Topfruit brings everything of the order, as if the driver had said so. Open to all: demo data
   * only.
   */
  @PermitAll
  public void deliver(UUID id) {
    purchases.placedAs(id).forEach(number -> deliveries.deliverOrder(number, DELIVERED_BY));
    purchases.delivered(id);
  }

  /**
   * Fetches the invoice of an order and compares it. Open to all: demo data only.
   *
   * @return the three ticks; empty as long as there is no invoice
   */
  @PermitAll
  public Optional<InvoiceMatch> fetchInvoice(UUID id, String base) {
    SimulatedPurchase purchase = purchases.find(id);
    SimulatorAccess.Setup setup = access.setup(purchase.accountKey());
    String address =
        base
            + "/ubl/invoices?order="
            + URLEncoder.encode(purchase.orderNumber(), StandardCharsets.UTF_8);
    HttpResponse<String> list = send(get(address, setup));
    JsonArray invoices = array(list.body());
    if (invoices.isEmpty()) {
      return Optional.empty();
    }
    JsonObject invoice = invoices.getJsonObject(0);
    HttpResponse<String> ubl = send(get(invoice.getString("ubl"), setup));
    InvoiceMatch match = InvoiceMatch.of(purchase, ubl.body().getBytes(StandardCharsets.UTF_8));
    if (match.agrees() && purchase.state() != SimulatedPurchase.State.BOOKED) {
      String shown = "GET " + address + "\nAuthorization: Basic ***";
      purchases.booked(
          id,
          invoice.getString("number"),
          new SimulatedPurchase.Exchange("invoice", shown, list.body() + "\n\n" + ubl.body()));
    }
    return Optional.of(match);
  }

  private static HttpRequest get(String address, SimulatorAccess.Setup setup) {
    return HttpRequest.newBuilder(URI.create(address))
        .header("Authorization", SimulatedOrders.basic(setup))
        .build();
  }

  private HttpResponse<String> send(HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalStateException("The shop does not answer the simulated system", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The simulated system was stopped", e);
    }
  }

  private static JsonArray array(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray();
    }
  }
}
