package nl.topfruit.shop.demo;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.cxml.CxmlOrderWriter;
import nl.topfruit.shop.protocol.ubl.UblAccounting;
import nl.topfruit.shop.protocol.ubl.UblOrderWriter;
import nl.topfruit.shop.protocol.ubl.UblParty;

/** Writes the order of a simulated system in the language its connection uses. */
final class SimulatedOrders {
  private SimulatedOrders() {}

  /** The HTTP request with its body as text, for those who want to see it. */
  record Wire(HttpRequest request, String shown) {}

  static Wire write(
      SimulatedPurchase purchase, SimulatorAccess.Setup setup, String base, OffsetDateTime now) {
    return switch (channel(purchase, setup)) {
      case CXML -> cxml(purchase, setup, base, now);
      case UBL_ORDER -> ubl(purchase, setup, base, now);
      default -> plain(purchase, setup, base);
    };
  }

  /**
   * How the order goes: over the connection's own channel. The form of /oci/order cannot leave a
   * line out, so an order without one goes by cXML where the system speaks it.
   */
  static Message.Channel channel(SimulatedPurchase purchase, SimulatorAccess.Setup setup) {
    boolean leavesOut = purchase.lines().stream().anyMatch(line -> line.approved().signum() == 0);
    return setup.orderChannel() == Message.Channel.OCI_ORDER
            && leavesOut
            && setup.cxmlDomain() != null
        ? Message.Channel.CXML
        : setup.orderChannel();
  }

  private static Wire plain(SimulatedPurchase purchase, SimulatorAccess.Setup setup, String base) {
    var form = new StringBuilder();
    form.append("USERNAME=").append(encode(setup.accountKey())).append("&PASSWORD=");
    int secretAt = form.length();
    form.append(encode(SimulatorAccess.SECRET));
    form.append("&QUOTE=").append(encode(purchase.lines().get(0).field("EXT_QUOTE_ID")));
    form.append("&ORDERNUMBER=").append(encode(purchase.orderNumber()));
    for (SimulatedPurchase.Line line : purchase.lines()) {
      form.append("&QUANTITY[")
          .append(line.field("EXT_QUOTE_ITEM"))
          .append("]=")
          .append(line.approved().toPlainString());
    }
    String body = form.toString();
    String shown =
        body.substring(0, secretAt)
            + "***"
            + body.substring(secretAt + encode(SimulatorAccess.SECRET).length());
    return wire(base + "/oci/order", "application/x-www-form-urlencoded", null, body, shown);
  }

  private static Wire cxml(
      SimulatedPurchase purchase, SimulatorAccess.Setup setup, String base, OffsetDateTime now) {
    var from = new PartyId(setup.cxmlDomain(), setup.accountKey());
    var sender =
        new CxmlOrderWriter.Sender(
            from, new PartyId("DUNS", "topfruit"), SimulatorAccess.SECRET, setup.party().name());
    String body =
        new String(
            CxmlOrderWriter.write(
                message(purchase, setup, PurchaseOrderMessage.Channel.CXML, now), sender, now),
            StandardCharsets.UTF_8);
    String shown = body.replace("<SharedSecret>" + SimulatorAccess.SECRET, "<SharedSecret>***");
    return wire(base + "/cxml", "text/xml; charset=UTF-8", null, body, shown);
  }

  private static Wire ubl(
      SimulatedPurchase purchase, SimulatorAccess.Setup setup, String base, OffsetDateTime now) {
    InvoiceParty party = setup.party();
    var buyer =
        new UblParty(new PartyId(party.endpointScheme(), party.endpointId()), party.name(), "NL");
    var seller = new UblParty(new PartyId("0106", "90004321"), "Topfruit B.V.", "NL");
    String body =
        new String(
            UblOrderWriter.write(
                message(purchase, setup, PurchaseOrderMessage.Channel.UBL, now),
                buyer,
                seller,
                UblAccounting.LEDGER_CODE),
            StandardCharsets.UTF_8);
    return wire(base + "/ubl/orders", "application/xml; charset=UTF-8", basic(setup), body, body);
  }

  static String basic(SimulatorAccess.Setup setup) {
    String pair = setup.accountKey() + ":" + SimulatorAccess.SECRET;
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static Wire wire(
      String address, String type, String authorisation, String body, String shown) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", type)
            .POST(HttpRequest.BodyPublishers.ofString(body));
    String head = "POST " + URI.create(address).getPath() + "\nContent-Type: " + type + "\n";
    if (authorisation != null) {
      request.header("Authorization", authorisation);
      head += "Authorization: Basic ***\n";
    }
    return new Wire(request.build(), head + "\n" + shown);
  }

  private static PurchaseOrderMessage message(
      SimulatedPurchase purchase,
      SimulatorAccess.Setup setup,
      PurchaseOrderMessage.Channel channel,
      OffsetDateTime now) {
    List<PurchaseOrderMessage.Line> lines = new ArrayList<>();
    BigDecimal total = BigDecimal.ZERO;
    for (SimulatedPurchase.Line line : purchase.lines()) {
      if (line.approved().signum() > 0) {
        lines.add(line(line, lines.size() + 1));
        total = total.add(line.net());
      }
    }
    return new PurchaseOrderMessage(
        channel,
        PurchaseOrderMessage.Kind.NEW,
        new OrderNumber(purchase.orderNumber()),
        null,
        purchase.id() + "@" + setup.accountKey() + ".example",
        null,
        false,
        now,
        null,
        "EUR",
        total,
        purchase.lines().get(0).field("EXT_QUOTE_ID"),
        null,
        null,
        null,
        List.of(),
        List.of(),
        null,
        null,
        lines);
  }

  private static PurchaseOrderMessage.Line line(SimulatedPurchase.Line line, int number) {
    return new PurchaseOrderMessage.Line(
        String.valueOf(number * 10),
        line.field("EXT_PRODUCT_ID"),
        line.field("EXT_QUOTE_ID") + "/" + line.field("EXT_QUOTE_ITEM"),
        null,
        line.field("DESCRIPTION"),
        line.approved(),
        line.field("UNIT"),
        line.price(),
        BigDecimal.ONE,
        "EUR",
        orNull(line.field("CUST_FIELD1")),
        orNull(line.field("CUST_FIELD2")),
        false,
        null,
        null,
        null);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
