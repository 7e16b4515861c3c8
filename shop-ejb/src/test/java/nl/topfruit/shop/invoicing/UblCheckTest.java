package nl.topfruit.shop.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;

import com.helger.diagnostics.error.SingleError;
import com.helger.diagnostics.error.level.EErrorLevel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.invoicing.Finding.Severity;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UblCheckTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  /** Each row breaks one thing in a right invoice that the official rules of a profile let pass. */
  @ParameterizedTest(name = "{1} in {0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "PEPPOL | TF-VAT          | <cbc:TaxAmount currencyID=\"EUR\">9.13<, <cbc:TaxAmount currencyID=\"EUR\">11.43<, <cbc:TaxInclusiveAmount currencyID=\"EUR\">123.83<, <cbc:PayableAmount currencyID=\"EUR\">123.83< | <cbc:TaxAmount currencyID=\"EUR\">9.53<, <cbc:TaxAmount currencyID=\"EUR\">11.83<, <cbc:TaxInclusiveAmount currencyID=\"EUR\">124.23<, <cbc:PayableAmount currencyID=\"EUR\">124.23<",
        "NLCIUS | TF-VAT          | <cbc:TaxAmount currencyID=\"EUR\">9.13<, <cbc:TaxAmount currencyID=\"EUR\">11.43<, <cbc:TaxInclusiveAmount currencyID=\"EUR\">123.83<, <cbc:PayableAmount currencyID=\"EUR\">123.83< | <cbc:TaxAmount currencyID=\"EUR\">9.53<, <cbc:TaxAmount currencyID=\"EUR\">11.83<, <cbc:TaxInclusiveAmount currencyID=\"EUR\">124.23<, <cbc:PayableAmount currencyID=\"EUR\">124.23<",
        "PEPPOL | TF-LINE-NET     | <cbc:PriceAmount currencyID=\"EUR\">34.95<  | <cbc:PriceAmount currencyID=\"EUR\">34.955<",
        "NLCIUS | TF-LINE-NET     | <cbc:PriceAmount currencyID=\"EUR\">34.95<  | <cbc:PriceAmount currencyID=\"EUR\">99.99<",
        "PEPPOL | TF-LINE-ID      | <cbc:ID>3</cbc:ID> | <cbc:ID>2</cbc:ID>",
        "PEPPOL | TF-IBAN         | NL91ABNA0417164300 | NL92ABNA0417164300",
        "PEPPOL | TF-IBAN         | NL91ABNA0417164300 | NL91 ABNA 0417 1643 00",
        "PEPPOL | TF-DUE-DATE     | <cbc:DueDate>2026-12-26</cbc:DueDate> |``",
        "NLCIUS | TF-KVK          | <cbc:CompanyID schemeID=\"0106\">87654321< | <cbc:CompanyID schemeID=\"0106\">7654321<",
        "NLCIUS | TF-OIN          | <cbc:CompanyID schemeID=\"0106\">87654321< | <cbc:CompanyID schemeID=\"0190\">0000000123<",
        "NLCIUS | TF-VAT-ID       | <cbc:EndpointID schemeID=\"0106\">87654321< | <cbc:EndpointID schemeID=\"9944\">NL12345<",
        "NLCIUS | TF-ESTABLISHMENT| <cbc:ID schemeID=\"0088\">8712345678906< | <cbc:ID schemeID=\"0217\">1234<",
        "NLCIUS | TF-GLN          | 8712345678906 | 8712345678907",
        "PEPPOL | TF-BUYER-ID     | <cbc:CompanyID schemeID=\"0106\">87654321</cbc:CompanyID> |``",
        "NLCIUS | TF-EMPTY        | <cbc:Telephone>+31 88 000 00 00</cbc:Telephone> | <cbc:Telephone/>",
        "NLCIUS | TF-DATE         | <cbc:IssueDate>2026-11-26< | <cbc:IssueDate>2026-11-26Z<",
        "NLCIUS | TF-NOTES        | <cbc:DocumentCurrencyCode> | <cbc:Note>a</cbc:Note><cbc:Note>b</cbc:Note><cbc:DocumentCurrencyCode>",
        "PEPPOL | TF-ACCOUNTING-COST-CODE | <cbc:AccountingCost>4120 Verpleging Lindehof</cbc:AccountingCost> | <cbc:AccountingCostCode>4120</cbc:AccountingCostCode>",
        "NLCIUS | TF-ORIGINATOR   | <cac:AccountingSupplierParty> | <cac:OriginatorDocumentReference><cbc:ID>1</cbc:ID></cac:OriginatorDocumentReference><cac:OriginatorDocumentReference><cbc:ID>2</cbc:ID></cac:OriginatorDocumentReference><cac:AccountingSupplierParty>",
        "NLCIUS | TF-LINE-DOCUMENT| <cac:Item> | <cac:DocumentReference><cbc:ID>1</cbc:ID><cbc:DocumentTypeCode>916</cbc:DocumentTypeCode></cac:DocumentReference><cac:Item>",
        "NLCIUS | TF-LINE-PERIOD  | <cac:OrderReference>, <cac:OrderLineReference><cbc:LineID>00010 | <cac:InvoicePeriod><cbc:StartDate>2026-11-01</cbc:StartDate><cbc:EndDate>2026-11-30</cbc:EndDate></cac:InvoicePeriod><cac:OrderReference>, <cac:InvoicePeriod><cbc:StartDate>2026-10-31</cbc:StartDate></cac:InvoicePeriod><cac:OrderLineReference><cbc:LineID>00010",
        "PEPPOL | TF-REFERENCE    | <cbc:ID>4500078123<, <cbc:BuyerReference>Inkoop De Linde</cbc:BuyerReference> | <cbc:ID>NA<,``",
      })
  void what_the_official_rules_let_through_is_found(
      Profile profile, String rule, String from, String to) {
    byte[] broken = broken(profile, from, to);
    assertThat(UblCheck.official(broken)).noneMatch(Finding::blocks);
    assertThat(UblCheck.check(broken))
        .filteredOn(finding -> finding.rule().startsWith("TF-"))
        .isNotEmpty()
        .allMatch(finding -> finding.rule().equals(rule) && finding.blocks());
  }

  private static byte[] broken(Profile profile, String from, String to) {
    Draft draft = Draft.invoice();
    draft.profile = profile;
    String ubl = compact(draft);
    String[] olds = from.split(", ");
    String[] news = to.split(", ?", -1);
    for (int i = 0; i < olds.length; i++) {
      assertThat(ubl).contains(olds[i]);
      ubl = ubl.replace(olds[i], news[i].replace("``", ""));
    }
    return ubl.getBytes(StandardCharsets.UTF_8);
  }

  /** Without the blanks between elements, so that a test may name two that follow each other. */
  private static String compact(Draft draft) {
    return new String(draft.ubl(), StandardCharsets.UTF_8).replaceAll(">\\s+<", "><");
  }

  @Test
  void a_line_without_a_price_is_found() {
    Draft draft = Draft.invoice().line("Kaartje", "1", "0.00");
    assertThat(UblCheck.official(draft.ubl())).isEmpty();
    assertThat(UblCheck.check(draft.ubl()))
        .extracting(Finding::rule, Finding::xpath)
        .containsExactly(tuple("TF-ZERO-PRICE", "/Invoice/InvoiceLine[4]/Price/PriceAmount"));
  }

  @Test
  void a_credit_note_names_the_invoice_that_it_corrects() {
    Draft draft = Draft.creditNote();
    draft.corrects = List.of();
    draft.profile = Profile.NLCIUS;
    assertThat(UblCheck.official(draft.ubl())).isEmpty();
    assertThat(UblCheck.check(draft.ubl()))
        .extracting(Finding::rule)
        .containsExactly("TF-BILLING-REFERENCE");
  }

  @Test
  void an_invoice_below_zero_names_the_invoice_that_it_corrects() {
    Draft draft = new Draft().line("Fruitmand", "-1", "34.95");
    assertThat(UblCheck.check(draft.ubl()))
        .extracting(Finding::rule)
        .containsExactly("TF-BILLING-REFERENCE");
  }

  @Test
  void what_blocks_is_said_in_plain_words_in_dutch_and_english() {
    Draft draft = Draft.invoice();
    draft.payment = new InvoiceDocument.Payment("NL92ABNA0417164300", null, null, null);
    Finding finding = UblCheck.check(draft.ubl()).get(0);
    assertThat(finding.sentence(DUTCH))
        .startsWith("Rekeningnummer ‘NL92ABNA0417164300’ klopt niet")
        .endsWith("Verbeter het IBAN in de bedrijfsgegevens.");
    assertThat(finding.sentence(Locale.ENGLISH)).contains("Correct the IBAN");
  }

  @Test
  void an_official_rule_is_found_where_it_is_broken() {
    String ubl = compact(Draft.invoice()).replace("unitCode=\"C62\">2<", "unitCode=\"ST\">2<");
    assertThat(UblCheck.check(ubl.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("BR-CL-23");
              assertThat(finding.blocks()).isTrue();
              assertThat(finding.xpath()).startsWith("/Invoice[1]/InvoiceLine[1]/InvoicedQuantity");
              assertThat(finding.sentence(DUTCH)).startsWith("De eenheid van een regel");
            });
  }

  @Test
  void an_official_rule_without_a_sentence_of_ours_is_quoted() {
    Finding finding = Finding.official("BR-99", Severity.ERROR, "", "Something {0} shall be");
    assertThat(finding.sentence(DUTCH))
        .isEqualTo("De officiële regel BR-99 is niet nageleefd: Something {0} shall be");
  }

  @Test
  void an_element_that_the_schema_does_not_know_is_found() {
    String ubl = compact(Draft.invoice()).replace("<cbc:IssueDate>", "<cbc:Foo/><cbc:IssueDate>");
    assertThat(UblCheck.check(ubl.getBytes(StandardCharsets.UTF_8)))
        .anyMatch(finding -> finding.rule().equals("XSD") && finding.blocks());
  }

  @Test
  void what_stops_the_official_rules_halfway_blocks() {
    String name = "<cbc:RegistrationName>Stichting De Linde Wonen en Zorg</cbc:RegistrationName>";
    String entity = "<cac:PartyLegalEntity>" + name + "</cac:PartyLegalEntity>";
    Draft draft = Draft.invoice();
    draft.profile = Profile.NLCIUS;
    String ubl =
        compact(draft)
            .replace("<cac:PartyLegalEntity>" + name, entity + "<cac:PartyLegalEntity>" + name);
    assertThat(ubl).contains(entity);
    assertThat(UblCheck.official(ubl.getBytes(StandardCharsets.UTF_8)))
        .anyMatch(finding -> finding.rule().equals("XSLT") && finding.blocks());
  }

  @Test
  void nothing_outside_the_message_is_ever_read(@TempDir Path folder) throws Exception {
    Path secret = Files.writeString(folder.resolve("id.txt"), UblInvoiceWriter.PEPPOL);
    String ubl =
        new String(Draft.invoice().ubl(), StandardCharsets.UTF_8)
            .replaceFirst(
                "(<\\?xml.*?\\?>)",
                "$1<!DOCTYPE Invoice [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>")
            .replace(UblInvoiceWriter.PEPPOL, "&x;");
    assertThat(ubl).contains("<!DOCTYPE", "&x;");
    assertThat(UblCheck.check(ubl.getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.rule()).isEqualTo("TF-XML");
              assertThat(finding.text()).contains("DOCTYPE");
            });
  }

  @ParameterizedTest
  @CsvSource({"''", "<a", "geen xml", "<a>&lol;</a>"})
  void what_is_no_xml_is_said_to_be_none(String text) {
    assertThat(UblCheck.check(text.getBytes(StandardCharsets.UTF_8)))
        .extracting(Finding::rule)
        .containsExactly("TF-XML");
  }

  @Test
  void a_document_that_follows_no_known_rules_does_not_pass() {
    String ubl = compact(Draft.invoice()).replace(UblInvoiceWriter.PEPPOL, "urn:other");
    assertThat(UblCheck.check(ubl.getBytes(StandardCharsets.UTF_8)))
        .extracting(Finding::rule)
        .containsExactly("TF-PROFILE");
  }

  @Test
  void when_the_rules_cannot_run_the_invoice_is_not_called_wrong() {
    var error =
        SingleError.builder()
            .errorLevel(EErrorLevel.ERROR)
            .errorText("Failed to create JAXB context")
            .build();
    assertThatIllegalStateException()
        .isThrownBy(() -> UblCheck.finding(error))
        .withMessageContaining("Failed to create JAXB context");
  }

  @Test
  void warming_up_leaves_every_rule_set_ready() {
    UblCheck.warmUp();
    for (InvoiceDocument.Kind kind : InvoiceDocument.Kind.values()) {
      for (Profile profile : Profile.values()) {
        byte[] ubl = UblInvoiceWriter.write(SpecimenInvoice.of(kind, profile));
        assertThat(UblCheck.check(ubl)).isEmpty();
      }
    }
  }
}
