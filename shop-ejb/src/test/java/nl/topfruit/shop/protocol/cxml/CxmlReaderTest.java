package nl.topfruit.shop.protocol.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import nl.topfruit.shop.protocol.AuxiliaryId;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.PurchaseOrderMessage.Kind;
import nl.topfruit.shop.protocol.SharedData;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Fault;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import nl.topfruit.shop.protocol.cxml.CxmlMessage.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CxmlReaderTest {

  private static final String HEADER =
      """
      <Header>
        <From><Credential domain="DUNS"><Identity> delinde </Identity></Credential>
              <Credential domain="NetworkId"><Identity>AN01</Identity></Credential></From>
        <To><Credential domain="DUNS"><Identity>topfruit</Identity></Credential></To>
        <Sender><Credential domain="NetworkID"><Identity>hub</Identity>
          <SharedSecret>demo</SharedSecret></Credential></Sender>
      </Header>
      """;

  private static final String LINE =
      """
      <ItemOut quantity="2" lineNumber="00010" requestedDeliveryDate="2026-11-25T23:00:00Z">
        <ItemID><SupplierPartID>FM-1004</SupplierPartID>
          <SupplierPartAuxiliaryID>AV-1/2</SupplierPartAuxiliaryID></ItemID>
        <ItemDetail>
          <UnitPrice><Money currency="EUR">349.50</Money></UnitPrice>
          <Description xml:lang="nl"><ShortName>Mand</ShortName>Fruitmand M #K7Q-2</Description>
          <UnitOfMeasure>EA</UnitOfMeasure>
          <PriceBasisQuantity quantity="10" conversionFactor="1"><UnitOfMeasure>EA</UnitOfMeasure></PriceBasisQuantity>
          <Classification domain="UNSPSC">50300000</Classification>
        </ItemDetail>
        <ShipTo><Address addressID="LH-03" addressIDDomain="buyer"><Name xml:lang="nl">Rozenhof</Name>
          <PostalAddress><DeliverTo>Balie</DeliverTo><DeliverTo>2e etage</DeliverTo><Street>Laan 1</Street>
          <City>Lindewaard</City><PostalCode>1234 AB</PostalCode><Country isoCountryCode="NL">Nederland</Country></PostalAddress></Address></ShipTo>
        <Distribution><Accounting name="x">
          <AccountingSegment id="0041 20"><Name xml:lang="en">Cost Center</Name><Description xml:lang="en">x</Description></AccountingSegment>
          <AccountingSegment id="999102"><Name xml:lang="en">GL_Account</Name><Description xml:lang="en">x</Description></AccountingSegment>
        </Accounting><Charge><Money currency="EUR">69.90</Money></Charge></Distribution>
        <Comments xml:lang="nl">Graag voor tien uur<Attachment><URL>cid:1</URL></Attachment></Comments>
      </ItemOut>
      """;

  @Test
  void theEnvelopeIsReadBeforeTheContentIsJudged() {
    CxmlMessage message = message("<PunchOutSetupRequest operation=\"create\"/>");
    CxmlMessage.Envelope envelope = message.envelope();

    assertThat(envelope.payloadId()).isEqualTo("p1@delinde");
    assertThat(envelope.timestamp()).isNull();
    assertThat(envelope.from())
        .containsExactly(new PartyId("DUNS", "delinde"), new PartyId("NetworkId", "AN01"));
    assertThat(envelope.to()).containsExactly(new PartyId("DUNS", "topfruit"));
    assertThat(envelope.sender()).containsExactly(new PartyId("NetworkID", "hub"));
    assertThat(envelope.sharedSecret()).isEqualTo("demo");
    assertThat(envelope.userAgent()).isNull();
    assertThat(envelope.test()).isFalse();
    assertThat(envelope.toString()).doesNotContain("demo");
    assertThat(message.request()).isEqualTo(Request.UNSUPPORTED);
    assertThat(message.unsupported().reason().cxmlStatus()).isEqualTo(450);
    assertThat(
            catchThrowableOfType(UnreadableMessage.class, () -> message.order(CxmlAccounting.USUAL))
                .reason())
        .isEqualTo(Reason.UNSUPPORTED);
  }

  @Test
  void everyFieldOfAnOrderIsReadToTheLetter() {
    PurchaseOrderMessage order =
        order(
            "orderID=\"004500012345 \" orderDate=\"Mon May 19 18:29:48 +0000 2026\""
                + " requisitionID=\"REQ-7\" orderVersion=\"1\"",
            "<Total><Money currency=\"EUR\">69.90</Money></Total>"
                + "<Comments>Eerste</Comments><Comments>Tweede</Comments>"
                + "<Extrinsic name=\"Kostenplaats\">4120</Extrinsic>"
                + "<Extrinsic name=\"legacy_po\"></Extrinsic>",
            LINE);

    assertThat(order.kind()).isEqualTo(Kind.NEW);
    assertThat(order.orderNumber().raw()).isEqualTo("004500012345 ");
    assertThat(order.orderNumber().key()).isEqualTo("004500012345");
    assertThat(order.messageId()).isEqualTo("p1@delinde");
    assertThat(order.version()).isEqualTo("1");
    assertThat(order.reference()).isEqualTo("REQ-7");
    assertThat(order.currency()).isEqualTo("EUR");
    assertThat(order.statedNetTotal()).isEqualByComparingTo("69.90");
    assertThat(order.costCentre()).isEqualTo("4120");
    assertThat(order.comments()).isEqualTo("Eerste\nTweede");
    assertThat(order.buyerIds()).contains(new PartyId("DUNS", "delinde"));
    assertThat(order.quotationIds()).containsExactly("AV-1");

    PurchaseOrderMessage.Line line = order.lines().get(0);
    assertThat(line.lineNumber()).isEqualTo("00010");
    assertThat(line.sku()).isEqualTo("FM-1004");
    assertThat(line.auxiliary()).contains(new AuxiliaryId("AV-1", "2"));
    assertThat(line.lineKey()).contains("K7Q-2");
    assertThat(line.quantity()).isEqualByComparingTo("2");
    assertThat(line.unit()).isEqualTo("C62");
    assertThat(line.unitRaw()).isEqualTo("EA");
    assertThat(line.unitPrice()).isEqualByComparingTo("34.95");
    assertThat(line.costCentre()).isEqualTo("0041 20");
    assertThat(line.ledgerCode()).isEqualTo("999102");
    assertThat(line.accountingSplit()).isFalse();
    assertThat(line.requestedDay()).isEqualTo(LocalDate.of(2026, 11, 26));
    assertThat(line.shipTo())
        .isEqualTo(
            new ShipTo(
                "LH-03",
                "buyer",
                "Rozenhof",
                "Balie, 2e etage",
                "Laan 1",
                "1234 AB",
                "Lindewaard",
                "NL"));
    assertThat(line.comments()).isEqualTo("Graag voor tien uur");
  }

  @Test
  void aLineDividedOverCostCentresSaysSo() {
    String divided =
        LINE.replace(
            "<Comments xml:lang",
            "<Distribution><Accounting name=\"y\"><Segment type=\"CostCenter\" id=\"4130\""
                + " description=\"\"/></Accounting><Charge><Money currency=\"EUR\">1</Money></Charge>"
                + "</Distribution><Comments xml:lang");

    PurchaseOrderMessage.Line line = order("orderID=\"1\"", "", divided).lines().get(0);
    assertThat(line.accountingSplit()).isTrue();
    assertThat(line.costCentre()).isEqualTo("0041 20");
  }

  @ParameterizedTest
  @CsvSource({"new, NEW", "update, UPDATE", "delete, CANCEL", "Update, UPDATE"})
  void theTypeSaysWhetherTheOrderIsNewReplacedOrWithdrawn(String type, Kind kind) {
    PurchaseOrderMessage order =
        order(
            "orderID=\"1\" type=\"" + type + "\"",
            "<DocumentReference payloadID=\"p0@delinde\"/>",
            LINE);

    assertThat(order.kind()).isEqualTo(kind);
    assertThat(order.earlierMessageId()).isEqualTo("p0@delinde");
    assertThat(order.lines()).hasSize(kind == Kind.CANCEL ? 0 : 1);
  }

  @Test
  void aWithdrawalIsReadEvenWhenItsLinesAreNot() {
    assertThat(order("orderID=\"1\" type=\"delete\"", "", "<ItemOut quantity=\"0\"/>").kind())
        .isEqualTo(Kind.CANCEL);
  }

  @ParameterizedTest
  @CsvSource({
    "0, quantityTooSmall",
    "-1, quantityTooSmall",
    "1000000000, quantityTooLarge",
    "1e9, notANumber",
    "'1,5', notANumber",
    "1.0005, quantityTooFine",
    "twee, notANumber",
    "'', missing",
  })
  void aQuantityThatCannotBeUsedIsNamedByItsXPath(String quantity, String key) {
    UnreadableMessage wrong =
        catchThrowableOfType(
            UnreadableMessage.class,
            () ->
                order(
                    "orderID=\"1\"",
                    "",
                    LINE + LINE.replace("quantity=\"2\"", "quantity=\"" + quantity + "\"")));

    assertThat(wrong.reason().cxmlStatus()).isEqualTo(400);
    assertThat(wrong.fault().location())
        .isEqualTo("/cXML/Request/OrderRequest/ItemOut[2]/@quantity");
    assertThat(wrong.fault().key()).isEqualTo(key);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.5", "2.000", "999999"})
  void aQuantityThatIsANumberIsReadAndJudgedLater(String quantity) {
    assertThat(
            order(
                    "orderID=\"1\"",
                    "",
                    LINE.replace("quantity=\"2\"", "quantity=\"" + quantity + "\""))
                .lines()
                .get(0)
                .quantity())
        .isEqualByComparingTo(quantity);
  }

  @Test
  void everyFaultIsNamedInOneAnswer() {
    String line =
        LINE.replace("349.50", "-1")
            .replace("2026-11-25T23:00:00Z", "morgen")
            .replace("<Money currency=\"EUR\">-1", "<Money currency=\"euro\">-1");
    UnreadableMessage wrong =
        catchThrowableOfType(
            UnreadableMessage.class,
            () ->
                order(
                    "type=\"nieuw\"", "<Total><Money currency=\"EUR\">1,50</Money></Total>", line));

    assertThat(wrong.faults())
        .extracting(Fault::key)
        .containsExactlyInAnyOrder(
            "missing", "wrongType", "notANumber", "priceOutOfRange", "notACurrency", "notADate");
  }

  @Test
  void aMessageFullOfWrongLinesIsAnsweredWithItsFirstFaults() {
    String lines = LINE.replace("quantity=\"2\"", "quantity=\"0\"").repeat(3000);
    UnreadableMessage wrong =
        catchThrowableOfType(UnreadableMessage.class, () -> order("orderID=\"1\"", "", lines));

    assertThat(wrong.faults()).hasSize(50);
  }

  @Test
  void aCodeTooLongToKeepToTheLetterIsRefusedAndAFreeTextIsShortenedInItsMiddle() {
    String longLine =
        LINE.replace("FM-1004", "F".repeat(101))
            .replace("0041 20", "4".repeat(121))
            .replace("00010", "1".repeat(41))
            .replace(
                ">EA</UnitOfMeasure>\n    <Price",
                ">" + "E".repeat(21) + "</UnitOfMeasure>\n    <Price");
    UnreadableMessage wrong =
        catchThrowableOfType(
            UnreadableMessage.class,
            () -> order("orderID=\"" + "9".repeat(121) + "\"", "", longLine));
    PurchaseOrderMessage.Line line =
        order("orderID=\"1\"", "", LINE.replace("Fruitmand M", "x".repeat(5000))).lines().get(0);

    assertThat(wrong.faults()).extracting(Fault::key).containsOnly("tooLong").hasSize(5);
    assertThat(line.description()).hasSize(1000);
    assertThat(line.lineKey()).contains("K7Q-2");
  }

  @Test
  void anOrderWithoutLinesOrNumberIsRefused() {
    UnreadableMessage wrong =
        catchThrowableOfType(UnreadableMessage.class, () -> order("orderID=\"  \"", "", ""));

    assertThat(wrong.reason()).isEqualTo(Reason.MISSING);
    assertThat(wrong.faults())
        .extracting(Fault::location)
        .containsExactly(
            "/cXML/Request/OrderRequest/OrderRequestHeader/@orderID",
            "/cXML/Request/OrderRequest/ItemOut");
  }

  @Test
  void aLineWithoutNumberGetsItsPosition() {
    assertThat(order("orderID=\"1\"", "", LINE + LINE.replace("lineNumber=\"00010\"", "")).lines())
        .extracting(PurchaseOrderMessage.Line::lineNumber)
        .containsExactly("00010", "2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<cxml payloadID=\"1\"/>",
        "<Order/>",
        "<cXML payloadID=\"1\" timestamp=\"x\"/>",
        "<cXML payloadID=\"1\" timestamp=\"x\"><Response><Status code=\"200\" text=\"OK\"/></Response></cXML>",
      })
  void anotherDocumentIsStatus406(String xml) {
    assertThat(
            catchThrowableOfType(
                    UnreadableMessage.class,
                    () -> CxmlMessage.read(xml.getBytes(StandardCharsets.UTF_8), null))
                .reason()
                .cxmlStatus())
        .isEqualTo(406);
  }

  @Test
  void aMessageWithoutHeaderHasNobodyToBelieve() {
    CxmlMessage message =
        CxmlMessage.read(
            "<cXML payloadID=\"1\"><Request><ProfileRequest/></Request></cXML>"
                .getBytes(StandardCharsets.UTF_8),
            null);

    assertThat(message.envelope().from()).isEmpty();
    assertThat(message.envelope().sharedSecret()).isNull();
    assertThat(message.request()).isEqualTo(Request.PROFILE);
  }

  @Test
  void aPunchOutOrderMessageIsNothingWeDo() {
    CxmlMessage message =
        CxmlMessage.read(
            SharedData.bytes("cxml/samples/friendsofcxml-PunchoutOrderMessage.xml"), null);

    assertThat(message.request()).isEqualTo(Request.UNSUPPORTED);
    assertThat(message.requestName()).isEqualTo("PunchOutOrderMessage");
  }

  @Test
  void thePublicOrderOfFriendsOfCxmlIsRead() {
    CxmlMessage message =
        CxmlMessage.read(SharedData.bytes("cxml/samples/friendsofcxml-OrderRequest.xml"), null);
    PurchaseOrderMessage order = message.order(CxmlAccounting.USUAL);

    assertThat(message.envelope().test()).isTrue();
    assertThat(message.envelope().sharedSecret()).isEqualTo("coyote");
    assertThat(order.orderNumber().raw()).isEqualTo("DO1234");
    assertThat(order.statedNetTotal()).isEqualByComparingTo("85.00");
    assertThat(order.lines()).hasSize(2);
    assertThat(order.lines().get(0).requestedDay()).isEqualTo(LocalDate.of(2020, 2, 28));
    assertThat(order.lines().get(1).comments()).isEqualTo("Test comment");
    assertThat(order.shipTo().city()).isEqualTo("Sunnyvale");
    assertThat(order.comments()).isNull();
  }

  @Test
  void theOrderInTheShapeOfALargePlatformIsRead() {
    PurchaseOrderMessage order =
        CxmlMessage.read(SharedData.bytes("cxml/samples/officeluv-order_request.xml"), null)
            .order(CxmlAccounting.USUAL);

    assertThat(order.currency()).isEqualTo("USD");
    assertThat(order.lines())
        .extracting(PurchaseOrderMessage.Line::costCentre)
        .containsExactly("c50", "c50");
    assertThat(order.lines())
        .extracting(PurchaseOrderMessage.Line::ledgerCode)
        .containsExactly("10012", "10012");
    assertThat(order.lines().get(0).auxiliaryId()).isEqualTo("product-requisition:6236");
    assertThat(order.lines().get(0).auxiliary()).isEmpty();
    assertThat(order.quotationIds()).isEmpty();
  }

  @Test
  void aStatusUpdateNamesTheMessageItIsAbout() {
    CxmlMessage message =
        CxmlMessage.read(
            SharedData.bytes("cxml/samples/friendsofcxml-StatusUpdateRequest.xml"), null);

    assertThat(message.request()).isEqualTo(Request.STATUS_UPDATE);
    assertThat(message.statusUpdate())
        .isEqualTo(
            new CxmlMessage.StatusUpdate(
                "0c300508b7863dcclb_14999", 200, "OK: Forwarded to supplier"));
  }

  @Test
  void theProfileRequestWithoutDoctypeIsRead() {
    assertThat(
            CxmlMessage.read(
                    SharedData.bytes("cxml/samples/friendsofcxml-simple-profile-request.xml"), null)
                .request())
        .isEqualTo(Request.PROFILE);
  }

  private static PurchaseOrderMessage order(String attributes, String header, String items) {
    return message(
            "<OrderRequest><OrderRequestHeader "
                + attributes
                + ">"
                + header
                + "</OrderRequestHeader>"
                + items
                + "</OrderRequest>")
        .order(CxmlAccounting.USUAL);
  }

  private static CxmlMessage message(String request) {
    String xml =
        "<?xml version=\"1.0\"?>\n"
            + "<!DOCTYPE cXML SYSTEM \"http://xml.cxml.org/schemas/cXML/1.2.014/cXML.dtd\">\n"
            + "<cXML payloadID=\"p1@delinde\" timestamp=\"onbekend\">"
            + HEADER
            + "<Request>"
            + request
            + "</Request></cXML>";
    return CxmlMessage.read(xml.getBytes(StandardCharsets.UTF_8), null);
  }
}
