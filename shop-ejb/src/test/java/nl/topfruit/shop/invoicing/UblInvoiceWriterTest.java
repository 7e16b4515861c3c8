package nl.topfruit.shop.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.xml.serialize.read.DOMReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.invoicing.InvoiceDocument.Address;
import nl.topfruit.shop.invoicing.InvoiceDocument.Attachment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Charge;
import nl.topfruit.shop.invoicing.InvoiceDocument.Contact;
import nl.topfruit.shop.invoicing.InvoiceDocument.Delivery;
import nl.topfruit.shop.invoicing.InvoiceDocument.Identifier;
import nl.topfruit.shop.invoicing.InvoiceDocument.Line;
import nl.topfruit.shop.invoicing.InvoiceDocument.Party;
import nl.topfruit.shop.invoicing.InvoiceDocument.Payment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Period;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;
import nl.topfruit.shop.invoicing.InvoiceDocument.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UblInvoiceWriterTest {
  private static final String WEIRD =
      "5\" appel & \"peer\" <b> 🍎 \u0002\u000b\ud800 Łukasz ]]> {0} ' `";

  static Stream<Arguments> everyDocumentUnderBothProfiles() {
    return documents().entrySet().stream()
        .flatMap(
            entry ->
                Stream.of(Profile.values())
                    .map(profile -> Arguments.of(profile, entry.getKey(), entry.getValue())));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("everyDocumentUnderBothProfiles")
  void no_rule_has_anything_to_say_about_it(Profile profile, String name, Supplier<Draft> draft) {
    Draft document = draft.get();
    document.profile = profile;
    assertThat(UblCheck.check(document.ubl())).isEmpty();
  }

  private static Map<String, Supplier<Draft>> documents() {
    var all = new LinkedHashMap<String, Supplier<Draft>>();
    all.put("both VAT rates", Draft::invoice);
    all.put("one VAT rate", () -> new Draft().basket());
    all.put(
        "21 % only", () -> new Draft().line("TG", "Kist", null, "1", "21.75", VatRate.STANDARD));
    all.put("credit note", Draft::creditNote);
    all.put("credit note with charges", () -> charged(Draft.creditNote()));
    all.put("invoice below zero", UblInvoiceWriterTest::belowZero);
    all.put("without purchase order", () -> new Draft().withoutPurchaseOrder().basket().wine());
    all.put("nothing but the orderer's name", UblInvoiceWriterTest::onlyTheOrderer);
    all.put("delivery cost over both rates", () -> charged(Draft.invoice()));
    all.put("discount on the document", UblInvoiceWriterTest::discounted);
    all.put("sixty lines", UblInvoiceWriterTest::sixtyLines);
    all.put("weird characters everywhere", UblInvoiceWriterTest::weird);
    all.put("blank texts everywhere", UblInvoiceWriterTest::blank);
    all.put("half a kilo", () -> new Draft().line("Peer", "0.5", "KG", "2.3333", "1"));
    all.put("price of half a cent", () -> new Draft().line("Rietje", "1", "0.005"));
    all.put("price with four decimals", () -> new Draft().line("Peer", "3", "2.3333"));
    all.put("price per 100", () -> new Draft().line("Rietje", "250", "ST", "12.50", "100"));
    all.put("price per 3", () -> new Draft().line("Druif", "7", "KGM", "10", "3"));
    all.put("an amount of a million", () -> new Draft().line("Fruit", "100000", "99.99"));
    all.put("one line taken back", () -> Draft.invoice().line("Krat terug", "-1", "5.00"));
    all.put("everything that can be said", UblInvoiceWriterTest::full);
    all.put("government buyer with OIN", UblInvoiceWriterTest::government);
    all.put("buyer in Belgium", UblInvoiceWriterTest::belgian);
    return all;
  }

  private static Draft charged(Draft draft) {
    draft.charges = Charge.proRata(Money.euro("7.50"), draft.build().vat(), "Bezorgkosten");
    return draft;
  }

  private static Draft discounted() {
    Draft draft = Draft.invoice();
    draft.charges =
        List.of(
            new Charge(VatRate.REDUCED, Money.euro("-10.00"), "Korting"),
            new Charge(VatRate.STANDARD, Money.euro("2.50"), "Bezorgkosten"));
    return draft;
  }

  private static Draft belowZero() {
    Draft draft = new Draft().line("Fruitmand", "-2", "34.95").line("Appel", "1", "1.00");
    draft.corrects = List.of("F2026-000001", "F2026-000002");
    return draft;
  }

  private static Draft onlyTheOrderer() {
    Draft draft = new Draft().withoutPurchaseOrder().basket();
    draft.buyerReference = null;
    draft.salesOrder = null;
    return draft;
  }

  private static Draft sixtyLines() {
    Draft draft = new Draft();
    for (int i = 1; i <= 60; i++) {
      draft.line("Werkfruit " + i, Integer.toString(i), "27.9025");
    }
    return draft;
  }

  private static Draft weird() {
    Draft draft = new Draft();
    draft.purchaseOrder = "  PO <45> & \"1\"  ";
    draft.buyerReference = WEIRD;
    draft.costCentre = WEIRD;
    draft.note = "#abc# " + WEIRD;
    draft.add("FM<1>", WEIRD, WEIRD, "1", "ST", "5.00", "1", VatRate.REDUCED, WEIRD);
    draft.payment = new Payment("NL91 ABNA 0417 1643 00", null, null, WEIRD);
    draft.delivery = new Delivery(null, null, WEIRD, null);
    return draft;
  }

  private static Draft blank() {
    Draft draft = new Draft();
    draft.salesOrder = " ";
    draft.buyerReference = "";
    draft.costCentre = "\u0002";
    draft.note = " \n ";
    draft.add(" ", "Appel", "", "1", "c62", "5.00", "1", VatRate.REDUCED, " ");
    draft.payment = new Payment("NL91ABNA0417164300", "", " ", null);
    draft.delivery = new Delivery(null, null, " ", null);
    draft.buyer =
        new Party(
            " ",
            "Stichting",
            Identifier.kvk("87654321"),
            "",
            Identifier.kvk("87654321"),
            new Address("Parkweg 4", "", "9999 XX", "Lindewaard", "NL"),
            new Contact(null, "", " "));
    return draft;
  }

  private static Draft full() {
    Draft draft = Draft.invoice();
    draft.period = new Period(LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30));
    draft.note = "Met dank";
    draft.attachments =
        List.of(new Attachment("regels.csv", "text/csv", "a;b".getBytes(StandardCharsets.UTF_8)));
    draft.delivery =
        new Delivery(
            LocalDate.of(2026, 11, 26),
            Identifier.establishment("000012345678"),
            "Rozenhof",
            new Address("Rozenlaan 21", "achterom", "9999 XY", "Merenwaard", "NL"));
    draft.lines.add(
        new Line(
            "9",
            "90",
            "WF-0020",
            "ART-77",
            "Werkfruit",
            "60 stuks",
            BigDecimal.TEN,
            "XCR",
            Money.euro("27.90"),
            BigDecimal.ONE,
            VatRate.REDUCED,
            "999103",
            "4130",
            List.of(new Property("Inkooporderregel", "90")),
            "Krat terug bij volgende levering"));
    return draft;
  }

  private static Draft government() {
    Draft draft = Draft.invoice();
    draft.buyer =
        new Party(
            null,
            "Gemeente Merenwaard",
            Identifier.oin("00000001234567890000"),
            null,
            Identifier.oin("00000001234567890000"),
            new Address("Raadhuisplein 1", null, "9999 XZ", "Merenwaard", "NL"),
            null);
    return draft;
  }

  private static Draft belgian() {
    Draft draft = Draft.invoice();
    draft.buyer =
        new Party(
            null,
            "Zorg BV",
            null,
            "BE0123456749",
            new Identifier("0208", "0123456749"),
            new Address("Kerkstraat 1", null, "2000", "Antwerpen", "BE"),
            null);
    return draft;
  }

  @Test
  void order_number_is_kept_to_the_letter_but_for_blanks_around_it() {
    Draft draft = new Draft();
    draft.purchaseOrder = " 000 45 <a>  7 ";
    draft.basket();
    assertThat(read(draft).text("OrderReference/ID")).isEqualTo("000 45 <a>  7");
  }

  @Test
  void each_line_says_the_line_of_the_order_its_ledger_code_quantity_and_price() {
    UblNode line = read(Draft.invoice()).first("InvoiceLine").orElseThrow();
    assertThat(line.text("OrderLineReference/LineID")).isEqualTo("00010");
    assertThat(line.text("AccountingCost")).isEqualTo("999102");
    assertThat(line.text("InvoicedQuantity")).isEqualTo("2");
    assertThat(line.text("Price/PriceAmount")).isEqualTo("34.95");
    assertThat(line.text("LineExtensionAmount")).isEqualTo("69.90");
  }

  @Test
  void cost_centre_of_the_document_is_its_accounting_cost() {
    assertThat(read(Draft.invoice()).text("AccountingCost")).isEqualTo("4120 Verpleging Lindehof");
  }

  @Test
  void profile_changes_nothing_but_the_customization_id() {
    Draft draft = Draft.invoice();
    String peppol = new String(draft.ubl(), StandardCharsets.UTF_8);
    draft.profile = Profile.NLCIUS;
    assertThat(new String(draft.ubl(), StandardCharsets.UTF_8))
        .isNotEqualTo(peppol)
        .isEqualTo(peppol.replace(UblInvoiceWriter.PEPPOL, UblInvoiceWriter.NLCIUS));
  }

  @Test
  void due_date_is_always_said_also_by_a_credit_note() {
    assertThat(read(Draft.invoice()).text("DueDate")).isEqualTo("2026-12-26");
    assertThat(read(Draft.creditNote()).text("PaymentMeans/PaymentDueDate"))
        .isEqualTo("2026-12-26");
  }

  @Test
  void our_order_without_theirs_is_marked_as_the_specification_wants() {
    UblNode order =
        read(new Draft().withoutPurchaseOrder().basket()).first("OrderReference").orElseThrow();
    assertThat(order.text("ID")).isEqualTo("NA");
    assertThat(order.text("SalesOrderID")).isEqualTo("B-26-004711");
  }

  @Test
  void three_characters_between_hashes_are_not_read_as_a_code() {
    Draft draft = Draft.invoice();
    draft.note = "Referentie #K7Q# en #abc#";
    assertThat(read(draft).text("Note")).isEqualTo("Referentie # K7Q# en #abc#");
  }

  @Test
  void a_discount_is_an_allowance_with_a_positive_amount() {
    UblNode allowance = read(discounted()).first("AllowanceCharge").orElseThrow();
    assertThat(allowance.text("ChargeIndicator")).isEqualTo("false");
    assertThat(allowance.text("Amount")).isEqualTo("10.00");
  }

  private static UblNode read(Draft draft) {
    return UblNode.root(DOMReader.readXMLDOM(draft.ubl()));
  }
}
