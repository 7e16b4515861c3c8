package nl.topfruit.shop.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.helger.xml.serialize.read.DOMReader;
import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.invoicing.InvoiceDocument.Attachment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Identifier;
import nl.topfruit.shop.invoicing.InvoiceDocument.Party;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;
import org.junit.jupiter.api.Test;

/**
 * What people who invoice for a living reported elsewhere, case by case; it must not happen here.
 */
class InvoicingCasesTest {

  @Test
  void case_1_a_unit_price_keeps_its_decimals() {
    UblNode line = valid(new Draft().line("Port", "8", "10.7025")).first("InvoiceLine").get();
    assertThat(line.text("Price/PriceAmount")).isEqualTo("10.7025");
    assertThat(line.text("LineExtensionAmount")).isEqualTo("85.62");
  }

  @Test
  void case_2_vat_is_reckoned_once_per_rate_on_the_sum() {
    Draft draft = new Draft();
    for (int i = 0; i < 10; i++) {
      draft.line("Appel", "1", "0.05");
    }
    Money singly = VatRate.REDUCED.over(Money.euro("0.05")).times(10);
    assertThat(valid(draft).text("TaxTotal/TaxSubtotal/TaxAmount")).isEqualTo("0.05");
    assertThat(singly.plain()).as("what it would be line by line").isEqualTo("0.00");
  }

  @Test
  void case_3_the_total_is_the_sum_of_the_lines_as_printed() {
    Draft draft = new Draft();
    for (int i = 0; i < 3; i++) {
      draft.line("Rietje", "1", "0.335");
    }
    UblNode invoice = valid(draft);
    assertThat(invoice.all("InvoiceLine"))
        .allSatisfy(line -> assertThat(line.text("LineExtensionAmount")).isEqualTo("0.34"));
    assertThat(invoice.text("LegalMonetaryTotal/LineExtensionAmount")).isEqualTo("1.02");
  }

  @Test
  void case_4_a_discount_is_a_negative_quantity_never_a_negative_price() {
    UblNode line =
        valid(Draft.invoice().line("Actiecode FRUIT5", "-1", "5.00")).all("InvoiceLine").get(3);
    assertThat(line.text("InvoicedQuantity")).isEqualTo("-1");
    assertThat(line.text("Price/PriceAmount")).isEqualTo("5.00");
    assertThat(line.text("LineExtensionAmount")).isEqualTo("-5.00");
  }

  @Test
  void case_5_what_is_empty_is_left_out() {
    Draft draft = Draft.invoice();
    draft.delivery = new InvoiceDocument.Delivery(null, null, " ", null);
    draft.note = "";
    UblNode invoice = valid(draft);
    assertThat(invoice.tree()).noneMatch(node -> node.leaf() && node.text().isEmpty());
    assertThat(invoice.first("Delivery")).isEmpty();
  }

  @Test
  void case_6_a_file_inside_the_message_has_its_name() {
    Draft draft = Draft.invoice();
    draft.attachments = List.of(new Attachment("factuur.pdf", "application/pdf", new byte[] {1}));
    UblNode file =
        valid(draft)
            .first("AdditionalDocumentReference/Attachment/EmbeddedDocumentBinaryObject")
            .get();
    assertThat(file.attribute("filename")).isEqualTo("factuur.pdf");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attachment(" ", "application/pdf", new byte[] {1}));
  }

  @Test
  void case_7_a_price_per_many_says_how_many() {
    UblNode line =
        valid(new Draft().line("Rietje", "100000", "ST", "121", "100000"))
            .first("InvoiceLine")
            .get();
    assertThat(line.text("Price/BaseQuantity")).isEqualTo("100000");
    assertThat(line.text("LineExtensionAmount")).isEqualTo("121.00");
  }

  @Test
  void case_8_the_electronic_address_is_apart_from_the_legal_number() {
    Draft draft = Draft.invoice();
    Party linde = Draft.buyer();
    draft.buyer =
        new Party(
            linde.name(),
            linde.legalName(),
            linde.legalId(),
            "NL001234567B01",
            Identifier.vat("NL001234567B01"),
            linde.address(),
            linde.contact());
    UblNode buyer = valid(draft).first("AccountingCustomerParty/Party").get();
    assertThat(buyer.first("EndpointID").get().attribute("schemeID")).isEqualTo("9944");
    assertThat(buyer.first("PartyLegalEntity/CompanyID").get().attribute("schemeID"))
        .isEqualTo("0106");
  }

  @Test
  void case_9_what_xml_cannot_carry_is_taken_out_and_the_rest_kept() {
    UblNode invoice = valid(new Draft().line("5\" ap\u0002pel & \"peer\" <b> 🍎 ﬁ €", "1", "1"));
    assertThat(invoice.text("InvoiceLine/Item/Name")).isEqualTo("5\" appel & \"peer\" <b> 🍎 ﬁ €");
  }

  @Test
  void case_10_without_order_and_reference_the_orderer_is_named() {
    Draft draft = new Draft().withoutPurchaseOrder().basket();
    draft.buyerReference = null;
    assertThat(valid(draft).text("BuyerReference")).isEqualTo("Marieke van den Berg");
  }

  /** The message, which holds under both rule sets. */
  private static UblNode valid(Draft draft) {
    for (Profile profile : Profile.values()) {
      draft.profile = profile;
      assertThat(UblCheck.check(draft.ubl())).as(profile.name()).isEmpty();
    }
    return UblNode.root(DOMReader.readXMLDOM(draft.ubl()));
  }
}
