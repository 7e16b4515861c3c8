package nl.topfruit.shop.protocol.ubl;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.protocol.Units;
import nl.topfruit.shop.protocol.WireTime;
import nl.topfruit.shop.protocol.XmlOut;

/**
 * Writes a UBL order by Peppol BIS Ordering 3 (T01) as a purchasing system does: for the simulator
 * and for tests.
 */
public final class UblOrderWriter {

  private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:Order-2";
  private static final String COMMON = "urn:oasis:names:specification:ubl:schema:xsd:Common";

  private UblOrderWriter() {}

  public static byte[] write(
      PurchaseOrderMessage order, UblParty buyer, UblParty seller, UblAccounting accounting) {
    OffsetDateTime at = order.orderedAt().atZoneSameInstant(WireTime.ZONE).toOffsetDateTime();
    XmlOut xml = new XmlOut();
    xml.start(
        "Order",
        "xmlns",
        NAMESPACE,
        "xmlns:cac",
        COMMON + "AggregateComponents-2",
        "xmlns:cbc",
        COMMON + "BasicComponents-2");
    xml.leaf("cbc:CustomizationID", "urn:fdc:peppol.eu:poacc:trns:order:3")
        .leaf("cbc:ProfileID", "urn:fdc:peppol.eu:poacc:bis:ordering:3")
        .leaf("cbc:ID", order.orderNumber().raw())
        .leaf("cbc:IssueDate", at.toLocalDate())
        .leaf("cbc:IssueTime", DateTimeFormatter.ofPattern("HH:mm:ss").format(at))
        .leaf("cbc:OrderTypeCode", "220")
        .leaf("cbc:Note", order.comments())
        .leaf("cbc:DocumentCurrencyCode", order.currency())
        .leaf("cbc:CustomerReference", order.reference())
        .leaf("cbc:AccountingCost", order.costCentre());
    xml.start("cac:ValidityPeriod").leaf("cbc:EndDate", at.toLocalDate().plusMonths(1)).end();
    if (order.quotationId() != null) {
      xml.start("cac:QuotationDocumentReference").leaf("cbc:ID", order.quotationId()).end();
    }
    buyer(xml, buyer);
    seller(xml, seller);
    delivery(xml, order.requestedDay(), order.shipTo());
    total(xml, order);
    order.lines().forEach(line -> line(xml, order, line, accounting));
    return xml.end().bytes();
  }

  private static void total(XmlOut xml, PurchaseOrderMessage order) {
    if (order.statedNetTotal() == null) {
      return;
    }
    BigDecimal lines =
        order.lines().stream()
            .map(UblOrderWriter::net)
            .filter(Objects::nonNull)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    String net = order.statedNetTotal().toPlainString();
    xml.start("cac:AnticipatedMonetaryTotal")
        .leaf("cbc:LineExtensionAmount", lines.toPlainString(), "currencyID", order.currency())
        .leaf("cbc:TaxExclusiveAmount", net, "currencyID", order.currency())
        .leaf("cbc:PayableAmount", net, "currencyID", order.currency())
        .end();
  }

  private static BigDecimal net(PurchaseOrderMessage.Line line) {
    return line.price() == null
        ? null
        : Money.euro(line.unitPrice().multiply(line.quantity())).rounded().amount();
  }

  private static void buyer(XmlOut xml, UblParty party) {
    xml.start("cac:BuyerCustomerParty").start("cac:Party");
    endpoint(xml, party);
    xml.start("cac:PartyLegalEntity").leaf("cbc:RegistrationName", party.name()).end();
    xml.end().end();
  }

  private static void seller(XmlOut xml, UblParty party) {
    xml.start("cac:SellerSupplierParty").start("cac:Party");
    endpoint(xml, party);
    xml.start("cac:PostalAddress")
        .start("cac:Country")
        .leaf("cbc:IdentificationCode", party.countryCode())
        .end()
        .end();
    xml.start("cac:PartyLegalEntity").leaf("cbc:RegistrationName", party.name()).end();
    xml.end().end();
  }

  private static void endpoint(XmlOut xml, UblParty party) {
    xml.leaf("cbc:EndpointID", party.endpoint().value(), "schemeID", party.endpoint().scheme());
  }

  private static void delivery(XmlOut xml, LocalDate day, ShipTo shipTo) {
    if (day == null && shipTo == null) {
      return;
    }
    xml.start("cac:Delivery");
    if (shipTo != null) {
      location(xml, shipTo);
    }
    period(xml, day);
    if (shipTo != null && shipTo.name() != null) {
      xml.start("cac:DeliveryParty")
          .start("cac:PartyName")
          .leaf("cbc:Name", shipTo.name())
          .end()
          .end();
    }
    xml.end();
  }

  private static void location(XmlOut xml, ShipTo shipTo) {
    xml.start("cac:DeliveryLocation").leaf("cbc:ID", shipTo.id(), "schemeID", shipTo.idScheme());
    if (shipTo.street() != null || shipTo.city() != null) {
      xml.start("cac:Address")
          .leaf("cbc:StreetName", shipTo.street())
          .leaf("cbc:CityName", shipTo.city())
          .leaf("cbc:PostalZone", shipTo.postalCode())
          .start("cac:Country")
          .leaf(
              "cbc:IdentificationCode", shipTo.countryCode() == null ? "NL" : shipTo.countryCode())
          .end()
          .end();
    }
    xml.end();
  }

  private static void period(XmlOut xml, LocalDate day) {
    if (day != null) {
      xml.start("cac:RequestedDeliveryPeriod")
          .leaf("cbc:StartDate", day)
          .leaf("cbc:EndDate", day)
          .end();
    }
  }

  private static void line(
      XmlOut xml,
      PurchaseOrderMessage order,
      PurchaseOrderMessage.Line line,
      UblAccounting accounting) {
    String unit = line.unit() == null ? Units.PIECE : line.unit();
    xml.start("cac:OrderLine").leaf("cbc:Note", line.comments()).start("cac:LineItem");
    xml.leaf("cbc:ID", line.lineNumber())
        .leaf("cbc:Quantity", line.quantity().toPlainString(), "unitCode", unit)
        .leaf("cbc:LineExtensionAmount", net(line), "currencyID", order.currency())
        .leaf("cbc:AccountingCost", accounting.written(line.costCentre(), line.ledgerCode()));
    if (line.requestedDay() != null) {
      xml.start("cac:Delivery");
      period(xml, line.requestedDay());
      xml.end();
    }
    if (line.price() != null) {
      xml.start("cac:Price")
          .leaf("cbc:PriceAmount", line.price().toPlainString(), "currencyID", order.currency());
      if (line.priceBaseQuantity() != null) {
        xml.leaf("cbc:BaseQuantity", line.priceBaseQuantity().toPlainString(), "unitCode", unit);
      }
      xml.end();
    }
    xml.start("cac:Item")
        .leaf("cbc:Name", line.description() == null ? line.sku() : line.description());
    if (line.buyersSku() != null) {
      xml.start("cac:BuyersItemIdentification").leaf("cbc:ID", line.buyersSku()).end();
    }
    if (line.sku() != null) {
      xml.start("cac:SellersItemIdentification").leaf("cbc:ID", line.sku()).end();
    }
    if (line.auxiliaryId() != null) {
      xml.start("cac:AdditionalItemProperty")
          .leaf("cbc:Name", UblOrderReader.LINE_PROPERTY)
          .leaf("cbc:Value", line.auxiliaryId())
          .end();
    }
    xml.end().end().end();
  }
}
