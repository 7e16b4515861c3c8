package nl.topfruit.shop.protocol.cxml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.Answer.LineAnswer;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.SharedData;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

class CxmlAnswersTest {

  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T09:00:00Z");
  private static final CxmlAnswers.Stamp STAMP =
      new CxmlAnswers.Stamp("1@topfruit.example", AT, Locale.forLanguageTag("nl"));

  @ParameterizedTest
  @CsvSource({"PLACED, 200", "PARTLY_PLACED, 201", "HELD, 201", "REFUSED, 400", "CONFLICT, 409"})
  void everyOutcomeHasItsStatus(Outcome outcome, int code) {
    CxmlStatus status = CxmlStatus.read(CxmlAnswers.order(answer(outcome), STAMP));

    assertThat(status.code()).isEqualTo(code);
    assertThat(status.detail())
        .startsWith("TF-100: Zin & <zin>.")
        .contains("Regel 00010: Bezorging op 27-11.");
  }

  @ParameterizedTest
  @CsvSource({
    "BROKEN, 406, Not Acceptable",
    "ENTITIES, 406, Not Acceptable",
    "WRONG_DOCUMENT, 406, Not Acceptable",
    "UNSUPPORTED, 450, Not Implemented",
    "MISSING, 400, Bad Request",
    "WRONG_VALUE, 400, Bad Request",
    "TOO_LARGE, 499, Document Size Error",
    "CREDENTIALS, 401, Unauthorized",
    "CONFLICT, 409, Conflict",
  })
  void everyReasonHasItsStatusAndNamesThePlace(Reason reason, int code, String text) {
    UnreadableMessage message = new UnreadableMessage(reason, "/cXML/@x", "missing", "@x");
    CxmlStatus status = CxmlStatus.read(CxmlAnswers.refusal(message, "REF-1", STAMP));

    assertThat(status.code()).isEqualTo(code);
    assertThat(status.text()).isEqualTo(text);
    assertThat(status.detail()).isEqualTo("REF-1: @x ontbreekt of is leeg. (/cXML/@x)");
  }

  @Test
  void timestampsHaveANumericOffset() {
    assertThat(new String(CxmlAnswers.status(200, "", STAMP), StandardCharsets.UTF_8))
        .contains("timestamp=\"2026-11-20T10:00:00+01:00\"")
        .contains("payloadID=\"1@topfruit.example\"");
  }

  static Stream<byte[]> everythingWeSend() {
    return Stream.of(
        CxmlAnswers.order(answer(Outcome.PLACED), STAMP),
        CxmlAnswers.order(answer(Outcome.HELD), STAMP),
        CxmlAnswers.refusal(
            new UnreadableMessage(Reason.BROKEN, "", "broken", "1:1"), "REF-1", STAMP),
        CxmlAnswers.status(200, "", STAMP),
        CxmlAnswers.profile(
            "https://shop.example/cxml?a=1&b=2",
            List.of("ProfileRequest", "OrderRequest", "StatusUpdateRequest"),
            STAMP),
        CxmlOrderWriter.write(order(PurchaseOrderMessage.Kind.NEW), SENDER, AT),
        CxmlOrderWriter.write(order(PurchaseOrderMessage.Kind.UPDATE), SENDER, AT));
  }

  @ParameterizedTest
  @MethodSource("everythingWeSend")
  void whatWeSendIsValidAgainstTheDtd(byte[] document)
      throws ParserConfigurationException, IOException, SAXException {
    byte[] dtd = Files.readAllBytes(SharedData.path("cxml/dtd/cXML.dtd"));
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setValidating(true);
    factory.setAttribute("http://www.oracle.com/xml/jaxp/properties/entityExpansionLimit", "0");
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver((id, system) -> new InputSource(new ByteArrayInputStream(dtd)));
    builder.setErrorHandler(new Thrower());

    assertThat(builder.parse(new ByteArrayInputStream(document)).getDoctype().getName())
        .isEqualTo("cXML");
  }

  @ParameterizedTest
  @EnumSource(PurchaseOrderMessage.Kind.class)
  void whatTheSimulatorWritesIsReadBackTheSame(PurchaseOrderMessage.Kind kind) {
    PurchaseOrderMessage sent = order(kind);
    CxmlMessage message = CxmlMessage.read(CxmlOrderWriter.write(sent, SENDER, AT), null);
    PurchaseOrderMessage read = message.order(CxmlAccounting.USUAL);

    assertThat(message.envelope().sharedSecret()).isEqualTo("demo");
    assertThat(read.lines()).isEqualTo(sent.lines());
    assertThat(read)
        .usingRecursiveComparison()
        .ignoringFields("buyerIds", "sellerIds", "orderedAt", "statedNetTotal")
        .isEqualTo(sent);
    assertThat(read.orderedAt().toInstant()).isEqualTo(sent.orderedAt().toInstant());
  }

  private static final CxmlOrderWriter.Sender SENDER =
      new CxmlOrderWriter.Sender(
          new PartyId("DUNS", "delinde"),
          new PartyId("DUNS", "topfruit"),
          "demo",
          "Zorggroep De Linde & Zn");

  private static Answer answer(Outcome outcome) {
    return new Answer(
        outcome,
        new OrderNumber("1"),
        "TF-100",
        "REF-1",
        "Zin & <zin>.",
        List.of(
            new LineAnswer(
                "00010",
                "FM-1004",
                "Mand",
                Outcome.PLACED,
                BigDecimal.ONE,
                "EA",
                LocalDate.of(2026, 11, 27),
                true,
                "Bezorging op 27-11.")));
  }

  private static PurchaseOrderMessage order(PurchaseOrderMessage.Kind kind) {
    ShipTo shipTo =
        new ShipTo("LH-03", "buyer", "Rozenhof", "Balie", "Laan 1", "1234 AB", "Lindewaard", "NL");
    return new PurchaseOrderMessage(
        PurchaseOrderMessage.Channel.CXML,
        kind,
        new OrderNumber("004500012345"),
        "2",
        "m1@delinde",
        kind == PurchaseOrderMessage.Kind.NEW ? null : "m0@delinde",
        false,
        AT,
        LocalDate.of(2026, 11, 26),
        "EUR",
        kind == PurchaseOrderMessage.Kind.CANCEL ? null : new BigDecimal("69.90"),
        null,
        "4120",
        "999102",
        "Mijn ref <1>",
        List.of(),
        List.of(),
        shipTo,
        "Opmerking \"x\"",
        kind == PurchaseOrderMessage.Kind.CANCEL
            ? List.of()
            : List.of(
                line("00010", "34.95", null, "4120", shipTo),
                line("20", "349.50", BigDecimal.TEN, null, null)));
  }

  private static PurchaseOrderMessage.Line line(
      String number, String price, BigDecimal base, String costCentre, ShipTo shipTo) {
    return new PurchaseOrderMessage.Line(
        number,
        "FM-1004",
        "AV-1/2",
        null,
        "Fruitmand M & <peer> #K7Q-2",
        new BigDecimal("2"),
        "EA",
        new BigDecimal(price),
        base,
        "EUR",
        costCentre,
        costCentre == null ? null : "999102",
        false,
        LocalDate.of(2026, 11, 26),
        shipTo,
        null);
  }

  private static final class Thrower implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void error(SAXParseException exception) throws SAXException {
      throw exception;
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
