package nl.topfruit.shop.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.invoicing.InvoiceDocument.Charge;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class InvoicePdfTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  @Test
  void paper_says_the_totals_of_the_message() throws IOException {
    Draft draft = Draft.invoice();
    draft.charges = Charge.proRata(Money.euro("7.50"), draft.build().vat(), "Bezorgkosten");
    InvoiceDocument invoice = draft.build();
    assertThat(invoice.gross()).isEqualTo(Money.euro("132.09"));
    assertThat(text(draft, DUTCH))
        .contains("Te betalen € 132,09")
        .contains("Totaal excl. btw 119,90")
        .contains("9% btw over 108,22 9,74")
        .contains("21% btw over 11,68 2,45")
        .contains("Bezorgkosten (9%) 6,77")
        .contains("Bezorgkosten (21%) 0,73");
  }

  @Test
  void order_number_stands_on_paper_to_the_letter() throws IOException {
    Draft draft = new Draft();
    draft.purchaseOrder = "000 45  <7> & \"a\"";
    draft.basket();
    assertThat(text(draft, DUTCH)).contains("000 45  <7> & \"a\"");
  }

  @Test
  void a_clerk_finds_what_he_books_by() throws IOException {
    assertThat(text(Draft.invoice(), DUTCH))
        .contains(
            "Inkoopordernummer",
            "4500078123",
            "4120 Verpleging Lindehof",
            "999102",
            "Rozenhof",
            "GLN 8712345678906",
            "Marieke van den Berg",
            "26 november 2026",
            "B-26-004711")
        .contains("NL91 ABNA 0417 1643 00", "ABNANL2A", "Graag betalen uiterlijk 26 december 2026");
  }

  @Test
  void example_codes_are_called_so_and_the_customers_own_are_not() throws IOException {
    Draft draft = Draft.invoice();
    assertThat(text(draft, DUTCH)).contains("999102*", "* voorbeeldcode, geen NZI-code");
    draft.demoCodes = false;
    assertThat(text(draft, DUTCH)).contains("999102").doesNotContain("voorbeeldcode", "999102*");
  }

  @Test
  void codes_that_differ_are_said_line_by_line() throws IOException {
    Draft draft = Draft.invoice();
    draft.lines.add(
        new InvoiceDocument.Line(
            "4",
            null,
            "WF-0020",
            "ART-77",
            "Werkfruit",
            null,
            BigDecimal.ONE,
            "XCR",
            Money.euro("27.90"),
            BigDecimal.ONE,
            VatRate.REDUCED,
            "999103",
            "4130 Bestuursbureau",
            List.of(new InvoiceDocument.Property("Locatie", "Meerzicht")),
            "Krat terug"));
    assertThat(text(draft, DUTCH))
        .contains("per regel", "999103*", "4130 Bestuursbureau", "krat")
        .contains("WF-0020 · uw artikel ART-77 · Locatie: Meerzicht", "Krat terug");
  }

  @Test
  void in_english_words_figures_and_days_are_english() throws IOException {
    Draft draft = new Draft().line("Fruit", "1200", "1.50");
    assertThat(text(draft, Locale.ENGLISH))
        .contains("Invoice number", "26 November 2026", "1,200", "pieces")
        .contains("To pay €1,962.00", "Purchase order", "Page 1 of 1");
  }

  @Test
  void a_credit_note_says_which_invoice_it_belongs_to_and_asks_no_payment() throws IOException {
    assertThat(text(Draft.creditNote(), DUTCH))
        .contains("Creditnota", "C2026-000007", "Hoort bij factuur F2026-000128")
        .contains("Te ontvangen € 123,83")
        .doesNotContain("Graag betalen", "betaaldatum");
  }

  @Test
  void an_invoice_below_zero_asks_no_payment() throws IOException {
    assertThat(text(new Draft().line("Fruit", "-1", "100.00"), DUTCH))
        .contains("Creditfactuur", "Totaal incl. btw € -109,00")
        .doesNotContain("Graag betalen");
  }

  @Test
  void no_text_becomes_markup_and_what_the_fonts_lack_leaves_no_hole() throws IOException {
    Draft draft =
        new Draft().line("5\" appel & \"peer\" <b>vet</b> 🍎\u0002 Łukasz ]]>", "1", "1.00");
    draft.note = "<script>alert(1)</script>";
    assertThat(text(draft, DUTCH))
        .contains("5\" appel & \"peer\" <b>vet</b> Łukasz ]]>")
        .contains("<script>alert(1)</script>")
        .doesNotContain("#", "?");
  }

  @Test
  void a_short_invoice_is_one_page() throws IOException {
    assertThat(pages(Draft.invoice().line("Appel", "1", "1.00").line("Peer", "1", "1.00")))
        .hasSize(1);
  }

  @Test
  void a_long_invoice_repeats_head_and_number_on_every_page() throws IOException {
    Draft draft = new Draft();
    for (int i = 1; i <= 60; i++) {
      draft.line("Werkfruit " + i, "1", "27.90");
    }
    List<String> pages = pages(draft);
    assertThat(pages).hasSizeBetween(3, 5);
    for (int i = 0; i < pages.size(); i++) {
      assertThat(pages.get(i))
          .contains("Artikel", "Bedrag excl. btw", "Pagina " + (i + 1) + " van " + pages.size())
          .contains("F2026-000128", "4500078123");
    }
    assertThat(String.join("", pages)).contains("Werkfruit 1 ", "Werkfruit 60 ");
  }

  @Test
  void it_can_be_kept_and_read_aloud() throws IOException {
    try (PDDocument pdf = Loader.loadPDF(InvoicePdf.render(Draft.invoice().build(), DUTCH))) {
      assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Factuur F2026-000128");
      assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("Topfruit Voorbeeld B.V.");
      assertThat(pdf.getDocumentCatalog().getLanguage()).isEqualTo("nl");
      assertThat(pdf.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(pdf.getDocumentCatalog().getOutputIntents()).isNotEmpty();
      byte[] xmp = pdf.getDocumentCatalog().getMetadata().exportXMPMetadata().readAllBytes();
      assertThat(new String(xmp, StandardCharsets.UTF_8)).contains("pdfaid", "pdfuaid");
      for (PDPage page : pdf.getPages()) {
        for (COSName font : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(font).isEmbedded()).isTrue();
        }
      }
    }
  }

  private static String text(Draft draft, Locale locale) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(InvoicePdf.render(draft.build(), locale))) {
      return plain(new PDFTextStripper(), pdf);
    }
  }

  private static List<String> pages(Draft draft) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(InvoicePdf.render(draft.build(), DUTCH))) {
      var pages = new ArrayList<String>();
      for (int page = 1; page <= pdf.getNumberOfPages(); page++) {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        pages.add(plain(stripper, pdf));
      }
      return pages;
    }
  }

  private static String plain(PDFTextStripper stripper, PDDocument pdf) throws IOException {
    stripper.setSortByPosition(true);
    return stripper.getText(pdf).replace('\u00a0', ' ');
  }
}
