package nl.topfruit.shop.protocol.cxml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Locale;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.protocol.WireTime;
import nl.topfruit.shop.protocol.XmlOut;

/**
 * Writes an OrderRequest as a purchasing system does: for the simulator and for tests. Valid
 * against cXML.dtd.
 */
public final class CxmlOrderWriter {

  private static final int NOON = 12;

  private CxmlOrderWriter() {}

  /**
   * @param from the buyer and at the same time the sender
   * @param sharedSecret of the sender
   * @param billTo name of the buyer on the order
   */
  public record Sender(PartyId from, PartyId to, String sharedSecret, String billTo) {}

  /**
   * @param order {@code messageId} becomes the payloadID; {@code orderedAt} the order date
   * @param at when the message is sent
   */
  public static byte[] write(PurchaseOrderMessage order, Sender sender, OffsetDateTime at) {
    XmlOut xml = new XmlOut().doctype("cXML", CxmlAnswers.DTD);
    xml.start(
        "cXML",
        "payloadID",
        order.messageId(),
        "timestamp",
        WireTime.written(at),
        "xml:lang",
        "nl");
    xml.start("Header");
    credential(xml, "From", sender.from(), null);
    credential(xml, "To", sender.to(), null);
    credential(xml, "Sender", sender.from(), sender.sharedSecret());
    xml.end();
    xml.start("Request", "deploymentMode", order.test() ? "test" : "production");
    xml.start("OrderRequest");
    header(xml, order, sender);
    order.lines().forEach(line -> item(xml, order, line));
    return xml.end().end().end().bytes();
  }

  private static void credential(XmlOut xml, String role, PartyId party, String secret) {
    xml.start(role).start("Credential", "domain", party.scheme());
    xml.leaf("Identity", party.value()).leaf("SharedSecret", secret).end();
    if (secret != null) {
      xml.leaf("UserAgent", "Inkoopsysteem (demo)");
    }
    xml.end();
  }

  private static void header(XmlOut xml, PurchaseOrderMessage order, Sender sender) {
    OffsetDateTime orderedAt = order.orderedAt();
    xml.start(
        "OrderRequestHeader",
        "orderID",
        order.orderNumber().raw(),
        "orderDate",
        WireTime.written(orderedAt),
        "type",
        switch (order.kind()) {
          case NEW -> "new";
          case UPDATE -> "update";
          case CANCEL -> "delete";
        },
        "orderVersion",
        order.version(),
        "requestedDeliveryDate",
        noon(order.requestedDay()));
    money(xml, "Total", order.statedNetTotal(), order.currency());
    if (order.shipTo() != null) {
      shipTo(xml, order.shipTo());
    }
    xml.start("BillTo")
        .start("Address")
        .leaf("Name", sender.billTo(), "xml:lang", "nl")
        .end()
        .end();
    xml.leaf("Comments", order.comments(), "xml:lang", "nl");
    if (order.earlierMessageId() != null) {
      xml.required("DocumentReference", null, "payloadID", order.earlierMessageId());
    }
    xml.leaf("Extrinsic", order.costCentre(), "name", "CostCenter");
    xml.leaf("Extrinsic", order.ledgerCode(), "name", "GLAccount");
    xml.leaf("Extrinsic", order.reference(), "name", "Reference");
    xml.end();
  }

  private static void item(XmlOut xml, PurchaseOrderMessage order, PurchaseOrderMessage.Line line) {
    xml.start(
        "ItemOut",
        "quantity",
        line.quantity().toPlainString(),
        "lineNumber",
        line.lineNumber(),
        "requestedDeliveryDate",
        noon(line.requestedDay()));
    xml.start("ItemID")
        .required("SupplierPartID", line.sku())
        .leaf("SupplierPartAuxiliaryID", line.auxiliaryId())
        .leaf("BuyerPartID", line.buyersSku())
        .end();
    String currency = line.currency() == null ? order.currency() : line.currency();
    if (line.price() != null) {
      xml.start("ItemDetail");
      money(xml, "UnitPrice", line.price(), currency);
      xml.required("Description", line.description(), "xml:lang", "nl");
      xml.required("UnitOfMeasure", line.unitRaw());
      if (line.priceBaseQuantity() != null) {
        xml.start(
            "PriceBasisQuantity",
            "quantity",
            line.priceBaseQuantity().toPlainString(),
            "conversionFactor",
            "1");
        xml.required("UnitOfMeasure", line.unitRaw()).end();
      }
      xml.required("Classification", "50300000", "domain", "UNSPSC").end();
    }
    if (line.shipTo() != null) {
      shipTo(xml, line.shipTo());
    }
    accounting(xml, line, currency);
    xml.leaf("Comments", line.comments(), "xml:lang", "nl").end();
  }

  private static void accounting(XmlOut xml, PurchaseOrderMessage.Line line, String currency) {
    if (line.costCentre() == null && line.ledgerCode() == null) {
      return;
    }
    xml.start("Distribution").start("Accounting", "name", "Kostentoewijzing");
    segment(xml, "CostCenter", "Kostenplaats", line.costCentre());
    segment(xml, "GLAccount", "Grootboekrekening", line.ledgerCode());
    xml.end();
    money(
        xml,
        "Charge",
        line.price() == null ? BigDecimal.ZERO : line.unitPrice().multiply(line.quantity()),
        currency);
    xml.end();
  }

  private static void segment(XmlOut xml, String name, String description, String code) {
    if (code != null) {
      xml.start("AccountingSegment", "id", code)
          .leaf("Name", name, "xml:lang", "en")
          .leaf("Description", description, "xml:lang", "nl")
          .end();
    }
  }

  private static void shipTo(XmlOut xml, ShipTo shipTo) {
    xml.start("ShipTo")
        .start(
            "Address",
            "isoCountryCode",
            country(shipTo),
            "addressID",
            shipTo.id(),
            "addressIDDomain",
            shipTo.idScheme());
    xml.required("Name", shipTo.name(), "xml:lang", "nl");
    if (shipTo.street() != null) {
      xml.start("PostalAddress")
          .leaf("DeliverTo", shipTo.attention())
          .leaf("Street", shipTo.street())
          .required("City", shipTo.city())
          .leaf("PostalCode", shipTo.postalCode())
          .leaf(
              "Country",
              new Locale("", country(shipTo)).getDisplayCountry(Locale.forLanguageTag("nl")),
              "isoCountryCode",
              country(shipTo))
          .end();
    }
    xml.end().end();
  }

  private static String country(ShipTo shipTo) {
    return shipTo.countryCode() == null ? "NL" : shipTo.countryCode();
  }

  private static void money(XmlOut xml, String name, BigDecimal amount, String currency) {
    xml.start(name)
        .leaf("Money", amount == null ? "0.00" : amount.toPlainString(), "currency", currency)
        .end();
  }

  /** Noon, so that no zone makes another day of it. */
  private static String noon(LocalDate day) {
    return day == null
        ? null
        : WireTime.written(
            day.atTime(LocalTime.of(NOON, 0)).atZone(WireTime.ZONE).toOffsetDateTime());
  }
}
