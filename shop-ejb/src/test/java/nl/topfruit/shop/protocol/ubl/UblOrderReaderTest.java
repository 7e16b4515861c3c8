package nl.topfruit.shop.protocol.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import nl.topfruit.shop.protocol.AuxiliaryId;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.SharedData;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UblOrderReaderTest {

  private static final String ORDER =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <o:Order xmlns:o="urn:oasis:names:specification:ubl:schema:xsd:Order-2"
          xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
          xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
        <cbc:ID> 00042 B </cbc:ID>
        <cbc:IssueDate>2026-11-20</cbc:IssueDate>
        <cbc:IssueTime>10:00:00</cbc:IssueTime>
        <cbc:Note>Voor de feestdagen</cbc:Note>
        <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
        <cbc:CustomerReference>Ref 7</cbc:CustomerReference>
        <cbc:AccountingCost>4120</cbc:AccountingCost>
        <cac:QuotationDocumentReference><cbc:ID>AV-1</cbc:ID></cac:QuotationDocumentReference>
        <cac:BuyerCustomerParty><cac:Party>
          <cbc:EndpointID schemeID="0106">12345678</cbc:EndpointID>
          <cac:PartyTaxScheme><cbc:CompanyID>NL123456789B01</cbc:CompanyID></cac:PartyTaxScheme>
        </cac:Party></cac:BuyerCustomerParty>
        <cac:Delivery>
          <cac:DeliveryLocation><cbc:ID schemeID="0088">8712345678906</cbc:ID>
            <cac:Address><cbc:StreetName>Laan 1</cbc:StreetName><cbc:CityName>Lindewaard</cbc:CityName>
            <cbc:PostalZone>1234 AB</cbc:PostalZone></cac:Address></cac:DeliveryLocation>
          <cac:RequestedDeliveryPeriod><cbc:StartDate>2026-11-26Z</cbc:StartDate></cac:RequestedDeliveryPeriod>
          <cac:DeliveryParty><cac:PartyName><cbc:Name>Rozenhof</cbc:Name></cac:PartyName></cac:DeliveryParty>
        </cac:Delivery>
        <cac:AnticipatedMonetaryTotal>
          <cbc:LineExtensionAmount currencyID="EUR">69.90</cbc:LineExtensionAmount>
          <cbc:PayableAmount currencyID="EUR">76.19</cbc:PayableAmount>
        </cac:AnticipatedMonetaryTotal>
        <cac:OrderLine><cac:LineItem>
          <cbc:ID>010</cbc:ID>
          <cbc:Quantity unitCode="EA">2</cbc:Quantity>
          <cbc:AccountingCost>4130:999102</cbc:AccountingCost>
          <cac:Price><cbc:PriceAmount currencyID="EUR">349.50</cbc:PriceAmount>
            <cbc:BaseQuantity unitCode="EA">10</cbc:BaseQuantity></cac:Price>
          <cac:Item><cbc:Description>Met appel</cbc:Description><cbc:Name>Fruitmand #K7Q-2</cbc:Name>
            <cac:SellersItemIdentification><cbc:ID>FM-1004</cbc:ID></cac:SellersItemIdentification>
            <cac:AdditionalItemProperty><cbc:Name>Maat</cbc:Name><cbc:Value>M</cbc:Value></cac:AdditionalItemProperty>
            <cac:AdditionalItemProperty><cbc:Name>Aanvraagregel</cbc:Name><cbc:Value>AV-1/2</cbc:Value></cac:AdditionalItemProperty>
          </cac:Item>
        </cac:LineItem></cac:OrderLine>
      </o:Order>
      """;

  @Test
  void everyFieldOfAnOrderIsReadToTheLetter() {
    PurchaseOrderMessage order = read(ORDER, UblAccounting.COST_CENTRE_AND_LEDGER_CODE);

    assertThat(order.orderNumber().raw()).isEqualTo(" 00042 B ");
    assertThat(order.orderNumber().key()).isEqualTo("00042 B");
    assertThat(order.messageId()).isEqualTo("00042 B|2026-11-20|10:00:00");
    assertThat(order.orderedAt()).hasToString("2026-11-20T10:00+01:00");
    assertThat(order.quotationId()).isEqualTo("AV-1");
    assertThat(order.costCentre()).isEqualTo("4120");
    assertThat(order.reference()).isEqualTo("Ref 7");
    assertThat(order.comments()).isEqualTo("Voor de feestdagen");
    assertThat(order.statedNetTotal()).isEqualByComparingTo("69.90");
    assertThat(order.requestedDay()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(order.buyerIds())
        .containsExactly(new PartyId("0106", "12345678"), new PartyId("", "NL123456789B01"));
    assertThat(order.shipTo())
        .isEqualTo(
            new ShipTo(
                "8712345678906",
                "0088",
                "Rozenhof",
                null,
                "Laan 1",
                "1234 AB",
                "Lindewaard",
                null));
    assertThat(order.quotationIds()).containsExactly("AV-1");

    PurchaseOrderMessage.Line line = order.lines().get(0);
    assertThat(line.lineNumber()).isEqualTo("010");
    assertThat(line.sku()).isEqualTo("FM-1004");
    assertThat(line.auxiliary()).contains(new AuxiliaryId("AV-1", "2"));
    assertThat(line.lineKey()).contains("K7Q-2");
    assertThat(line.unit()).isEqualTo("C62");
    assertThat(line.unitPrice()).isEqualByComparingTo("34.95");
    assertThat(line.costCentre()).isEqualTo("4130");
    assertThat(line.ledgerCode()).isEqualTo("999102");
  }

  @ParameterizedTest
  @CsvSource({
    "LEDGER_CODE, 999102, , 999102",
    "LEDGER_CODE, 4130:999102, , 4130:999102",
    "COST_CENTRE, 4130:999102, 4130:999102, ",
    "COST_CENTRE_AND_LEDGER_CODE, 4130:999102:7, 4130, 999102:7",
    "COST_CENTRE_AND_LEDGER_CODE, 4130, 4130, ",
    "COST_CENTRE_AND_LEDGER_CODE, :999102, , 999102",
    "LEDGER_CODE, , , ",
  })
  void whatTheLineBooksOnIsASettingAndComesBackToTheLetter(
      UblAccounting accounting, String sent, String costCentre, String ledgerCode) {
    assertThat(accounting.costCentre(sent)).isEqualTo(costCentre);
    assertThat(accounting.ledgerCode(sent)).isEqualTo(ledgerCode);
    assertThat(accounting.written(costCentre, ledgerCode)).isEqualTo(sent);
  }

  @ParameterizedTest
  @CsvSource({
    "0, quantityTooSmall",
    "-1, quantityTooSmall",
    "1000000000, quantityTooLarge",
    "1e9, notANumber",
    "'1,5', notANumber",
    "1.0005, quantityTooFine",
    "'', missing",
  })
  void aQuantityThatCannotBeUsedIs422WithItsXPath(String quantity, String key) {
    UnreadableMessage wrong =
        refused(ORDER.replace("unitCode=\"EA\">2<", "unitCode=\"EA\">" + quantity + "<"));

    assertThat(wrong.reason().ublStatus()).isEqualTo(422);
    assertThat(wrong.faults())
        .extracting(Fault::location, Fault::key)
        .containsExactly(tuple("/Order/cac:OrderLine/cac:LineItem/cbc:Quantity", key));
  }

  @Test
  void aQuantityOfOneAndAHalfIsReadAndJudgedLater() {
    assertThat(
            read(ORDER.replace("\"EA\">2<", "\"EA\">1.5<"), UblAccounting.LEDGER_CODE)
                .lines()
                .get(0)
                .quantity())
        .isEqualByComparingTo("1.5");
  }

  @Test
  void everyFaultIsNamedWithItsXPath() {
    UnreadableMessage wrong =
        refused(
            ORDER
                .replace("<cbc:ID> 00042 B </cbc:ID>", "")
                .replace("2026-11-20", "20 november")
                .replace("2026-11-26Z", "2026-02-30")
                .replace(">349.50<", ">-1<")
                .replace("<cbc:ID>010</cbc:ID>", "")
                .replace(">EUR<", ">euro<"));

    assertThat(wrong.faults())
        .extracting(Fault::location)
        .containsExactlyInAnyOrder(
            "/Order/cbc:ID",
            "/Order/cbc:IssueDate",
            "/Order/cbc:DocumentCurrencyCode",
            "/Order/cac:Delivery/cac:RequestedDeliveryPeriod/cbc:StartDate",
            "/Order/cac:OrderLine/cac:LineItem/cbc:ID",
            "/Order/cac:OrderLine/cac:LineItem/cac:Price/cbc:PriceAmount");
    assertThat(wrong.reason().ublStatus()).isEqualTo(422);
  }

  @Test
  void theSecondLineIsNumberedInItsXPath() {
    String line = ORDER.substring(ORDER.indexOf("<cac:OrderLine>"), ORDER.indexOf("</o:Order>"));
    UnreadableMessage wrong =
        refused(ORDER.replace("</o:Order>", line.replace(">2<", ">0<") + "</o:Order>"));

    assertThat(wrong.fault().location())
        .isEqualTo("/Order/cac:OrderLine[2]/cac:LineItem/cbc:Quantity");
  }

  @Test
  void anOrderWithoutLinesOrBuyerIs422() {
    String empty =
        ORDER
            .replaceAll("(?s)<cac:OrderLine>.*</cac:OrderLine>", "")
            .replaceAll("(?s)<cac:BuyerCustomerParty>.*</cac:BuyerCustomerParty>", "");

    assertThat(refused(empty).faults())
        .extracting(Fault::location)
        .containsExactlyInAnyOrder(
            "/Order/cac:BuyerCustomerParty/cac:Party", "/Order/cac:OrderLine");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "geen xml",
        "<Order/>",
        "<Order xmlns=\"urn:anders\"/>",
        "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>",
        "<!DOCTYPE Order [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><Order"
            + " xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Order-2\">&x;</Order>",
      })
  void whatIsNoUblOrderIs400(String document) {
    assertThat(refused(document).reason().ublStatus()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ubl-orders/UC1_Order.xml",
        "ubl-orders/UC2_Order.xml",
        "ubl-orders/UC3_Order.xml",
        "nlcius/Peppol-BIS-3/Order/PB3-Order_ok_minimal.xml",
        "nlcius/Peppol-BIS-3/Order/PB3-Order_ok_sample.xml",
      })
  void everyPublicOrderIsRead(String name) {
    PurchaseOrderMessage order =
        UblOrderReader.read(SharedData.bytes(name), null, UblAccounting.LEDGER_CODE);

    assertThat(order.orderNumber().isBlank()).isFalse();
    assertThat(order.buyerIds()).isNotEmpty();
    assertThat(order.sellerIds()).isNotEmpty();
    assertThat(order.currency()).isEqualTo("EUR");
    assertThat(order.lines()).isNotEmpty();
    assertThat(order.lines()).allSatisfy(line -> assertThat(line.quantity()).isPositive());
  }

  @Test
  void theFullSampleGivesItsReferencesAndDates() {
    PurchaseOrderMessage order =
        UblOrderReader.read(
            SharedData.bytes("nlcius/Peppol-BIS-3/Order/PB3-Order_ok_sample.xml"),
            StandardCharsets.UTF_8,
            UblAccounting.LEDGER_CODE);

    assertThat(order.quotationId()).isEqualTo("Quote One");
    assertThat(order.earlierMessageId()).isEqualTo("Order122");
    assertThat(order.statedNetTotal()).isEqualByComparingTo("2200.00");
    assertThat(order.costCentre()).isEqualTo("Project One");
    assertThat(order.requestedDay()).isEqualTo(LocalDate.of(2020, 1, 26));
    assertThat(order.lines().get(0).ledgerCode()).isEqualTo("12345678");
    assertThat(order.lines().get(0).comments()).isEqualTo("Freetext note on line 1");
    assertThat(order.shipTo().street()).isEqualTo("Bezorglaan 56, Zuid, Deur 4");
    assertThat(order.buyerIds())
        .isEqualTo(
            List.of(
                new PartyId("0106", "12345678"),
                new PartyId("0088", "8700000000001"),
                new PartyId("", "NL132585600B01")));
  }

  private static PurchaseOrderMessage read(String document, UblAccounting accounting) {
    return UblOrderReader.read(document.strip().getBytes(StandardCharsets.UTF_8), null, accounting);
  }

  private static UnreadableMessage refused(String document) {
    UnreadableMessage wrong =
        catchThrowableOfType(
            UnreadableMessage.class, () -> read(document, UblAccounting.LEDGER_CODE));
    assertThat(wrong).isNotNull();
    return wrong;
  }
}
