package nl.topfruit.shop.protocol.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.helger.diver.api.coord.DVRCoordinate;
import com.helger.phive.api.execute.ValidationExecutionManager;
import com.helger.phive.api.executorset.ValidationExecutorSetRegistry;
import com.helger.phive.api.validity.IValidityDeterminator;
import com.helger.phive.peppol.PeppolValidation;
import com.helger.phive.xml.source.IValidationSourceXML;
import com.helger.phive.xml.source.ValidationSourceXML;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.Answer.LineAnswer;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.SafeXml;
import nl.topfruit.shop.protocol.ShipTo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UblWritersTest {

  private static final UblParty SELLER =
      new UblParty(new PartyId("0106", "87654321"), "Topfruit & Zn B.V.", "NL");
  private static final UblParty BUYER =
      new UblParty(new PartyId("0106", "12345678"), "Stichting De Linde", "NL");
  private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T09:00:00Z");

  @ParameterizedTest
  @CsvSource({"PLACED, AP", "HELD, AB", "PARTLY_PLACED, CA", "REFUSED, RE"})
  void everyOutcomeIsAnOrderResponseThatTheOfficialRulesCallValid(Outcome outcome, String code) {
    byte[] response = UblOrderResponse.write(answer(outcome), header());

    assertThat(findings(response, "order-response")).isEmpty();
    UblOrderResponse.Read read = UblOrderResponse.read(response);
    assertThat(read.code()).isEqualTo(code);
    assertThat(read.orderNumber()).isEqualTo("00042 B ");
    assertThat(read.number()).isEqualTo("TF-100");
    assertThat(read.note()).startsWith("Bestelling & <mand>.");
  }

  @Test
  void anAnswerWithNothingButTheVerdictIsValidToo() {
    Answer bare =
        new Answer(Outcome.REFUSED, new OrderNumber("1"), null, "REF-1", "Nee.", List.of());
    UblOrderResponse.Header header =
        new UblOrderResponse.Header("REF-1", AT, null, null, SELLER, BUYER, Locale.ENGLISH);

    assertThat(findings(UblOrderResponse.write(bare, header), "order-response")).isEmpty();
  }

  @Test
  void aMovedDayStandsInTheNoteAndThePeriodOfAnAcceptedOrder() {
    String response =
        new String(
            UblOrderResponse.write(answer(Outcome.PLACED), header()), StandardCharsets.UTF_8);

    assertThat(response)
        .contains("Regel 20: bezorging op 2026-11-27.")
        .contains("<cbc:StartDate>2026-11-26</cbc:StartDate>")
        .contains("<cbc:EndDate>2026-11-27</cbc:EndDate>")
        .doesNotContain("cac:OrderLine>");
  }

  @Test
  void onlyAnOrderPlacedInPartHasLinesWithTheirStatus() {
    String response =
        new String(
            UblOrderResponse.write(answer(Outcome.PARTLY_PLACED), header()),
            StandardCharsets.UTF_8);

    assertThat(response)
        .contains("<cbc:LineStatusCode>5</cbc:LineStatusCode>")
        .contains("<cbc:LineStatusCode>3</cbc:LineStatusCode>")
        .contains("<cbc:LineStatusCode>7</cbc:LineStatusCode>")
        .contains("<cbc:LineID>010</cbc:LineID>");
  }

  @Test
  void aConflictIsNoOrderResponse() {
    assertThatThrownBy(() -> UblOrderResponse.write(answer(Outcome.CONFLICT), header()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theOrderOfTheSimulatorIsValidAndReadBackTheSame() {
    PurchaseOrderMessage sent = order();
    byte[] document = UblOrderWriter.write(sent, BUYER, SELLER, UblAccounting.LEDGER_CODE);

    assertThat(findings(document, "order")).isEmpty();
    assertThat(UblOrderReader.read(document, null, UblAccounting.LEDGER_CODE))
        .usingRecursiveComparison()
        .ignoringFields("orderedAt", "messageId")
        .isEqualTo(sent);
  }

  private static List<String> findings(byte[] document, String kind) {
    List<String> findings = new ArrayList<>();
    ValidationExecutionManager.executeValidation(
            IValidityDeterminator.createDefault(),
            Rules.REGISTRY.getOfID(DVRCoordinate.parseOrNull("eu.peppol.bis3:" + kind + ":2026.5")),
            ValidationSourceXML.create(
                null, SafeXml.parse(document, null, SafeXml.Doctype.REFUSED)),
            Locale.ENGLISH)
        .forEachFlattened(
            error ->
                findings.add(
                    error.getErrorLevel().getID()
                        + " "
                        + error.getErrorID()
                        + " "
                        + error.getErrorText(Locale.ENGLISH)
                        + " "
                        + error.getErrorFieldName()));
    return findings;
  }

  /** Loaded once for all tests here: it takes seconds. */
  private static final class Rules {
    private static final ValidationExecutorSetRegistry<IValidationSourceXML> REGISTRY =
        new ValidationExecutorSetRegistry<>();

    static {
      PeppolValidation.initStandard(REGISTRY);
    }
  }

  private static UblOrderResponse.Header header() {
    return new UblOrderResponse.Header(
        "OR-1", AT, "EUR", "Ref 7", SELLER, BUYER, Locale.forLanguageTag("nl"));
  }

  private static Answer answer(Outcome outcome) {
    boolean partly = outcome == Outcome.PARTLY_PLACED;
    return new Answer(
        outcome,
        new OrderNumber("00042 B "),
        "TF-100",
        "REF-1",
        "Bestelling & <mand>.",
        List.of(
            line("010", Outcome.PLACED, LocalDate.of(2026, 11, 26), false, null),
            line("20", Outcome.PLACED, LocalDate.of(2026, 11, 27), true, null),
            line(
                "30",
                partly ? Outcome.HELD : Outcome.PLACED,
                partly ? null : LocalDate.of(2026, 11, 26),
                false,
                partly ? "Prijs wijkt af; wij bellen u." : null)));
  }

  private static LineAnswer line(
      String number, Outcome outcome, LocalDate day, boolean changed, String sentence) {
    return new LineAnswer(
        number,
        "FM-1004",
        "Fruitmand M",
        outcome,
        day == null ? null : new BigDecimal("2"),
        "EA",
        day,
        changed,
        sentence);
  }

  private static PurchaseOrderMessage order() {
    ShipTo shipTo =
        new ShipTo(
            "8712345678906", "0088", "Rozenhof", null, "Laan 1", "1234 AB", "Lindewaard", "NL");
    return new PurchaseOrderMessage(
        PurchaseOrderMessage.Channel.UBL,
        PurchaseOrderMessage.Kind.NEW,
        new OrderNumber("00042 B"),
        null,
        null,
        null,
        false,
        AT,
        LocalDate.of(2026, 11, 26),
        "EUR",
        new BigDecimal("69.90"),
        "AV-1",
        "4120",
        null,
        "Ref 7",
        List.of(BUYER.endpoint()),
        List.of(SELLER.endpoint()),
        shipTo,
        "Voor de <feestdagen> & daarna",
        List.of(
            new PurchaseOrderMessage.Line(
                "010",
                "FM-1004",
                "AV-1/2",
                null,
                "Fruitmand M #K7Q-2",
                new BigDecimal("2"),
                "C62",
                new BigDecimal("34.95"),
                null,
                "EUR",
                null,
                "999102",
                false,
                LocalDate.of(2026, 11, 26),
                null,
                null)));
  }
}
