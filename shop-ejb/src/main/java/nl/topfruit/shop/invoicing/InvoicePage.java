package nl.topfruit.shop.invoicing;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.invoicing.InvoiceDocument.Address;
import nl.topfruit.shop.invoicing.InvoiceDocument.Party;
import nl.topfruit.shop.invoicing.InvoiceDocument.Payment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Period;

/**
 * The page around the lines of an invoice: sender and addressee where an envelope has its window,
 * what the clerk books by in one block above the lines, how to pay beneath them.
 */
final class InvoicePage {
  private static final String DOT = " · ";

  private final InvoiceDocument invoice;
  private final Sentences words;
  private final Figures figures;

  InvoicePage(InvoiceDocument invoice, Sentences words) {
    this.invoice = invoice;
    this.words = words;
    this.figures = new Figures(words.locale());
  }

  String xhtml(String style) {
    Html html = new Html();
    html.raw("<!DOCTYPE html><html lang=\"" + words.locale().getLanguage() + "\">");
    html.element("head", "", h -> head(h, style));
    html.element("body", "", this::body);
    return html.raw("</html>").toString();
  }

  private void head(Html html, String style) {
    html.leaf("title", "", title() + " " + invoice.number());
    meta(html, "author", invoice.seller().legalName());
    meta(html, "subject", title() + " " + invoice.number() + ", " + invoice.buyer().legalName());
    html.raw("<style>" + style + "</style>");
  }

  private static void meta(Html html, String name, String content) {
    html.raw("<meta name=\"" + name + "\" content=\"").text(content).raw("\"/>");
  }

  private void body(Html html) {
    html.element("div", "running-head", this::runningHead);
    html.element("div", "running-foot", this::runningFoot);
    html.element("table", "letterhead", h -> h.element("tr", "", this::letterhead));
    html.element("table", "opening", h -> h.element("tr", "", this::opening));
    html.element("div", "references", r -> new InvoiceReferences(invoice, words, figures).into(r));
    var tables = new InvoiceTables(invoice, words, figures);
    tables.lines(html);
    html.element(
        "div",
        "closing",
        c -> {
          c.element("table", "sums", s -> s.element("tr", "", r -> sums(r, tables)));
          c.leaf("p", "note", invoice.note());
        });
  }

  private String title() {
    return words.of("pdf.title." + sort(invoice));
  }

  /** An invoice below zero is called otherwise on paper, though not in the message. */
  static String sort(InvoiceDocument invoice) {
    boolean negative = invoice.credits() && invoice.kind() == InvoiceDocument.Kind.INVOICE;
    return negative ? "NEGATIVE" : invoice.kind().name();
  }

  private void runningHead(Html html) {
    html.element("span", "strong", s -> s.text(title() + " " + invoice.number()));
    html.text(DOT + invoice.buyer().legalName());
    if (!InvoiceDocument.blank(invoice.references().purchaseOrder())) {
      html.text(DOT + words.of("pdf.purchaseOrder") + " " + invoice.references().purchaseOrder());
    }
  }

  private void runningFoot(Html html) {
    html.element(
        "table",
        "",
        t ->
            t.element(
                "tr",
                "",
                r ->
                    r.cell("td", "", String.join(DOT, identity(invoice.seller())))
                        .element("td", "pages", this::pageOf)));
  }

  /** The numbers come from the style sheet; the words around them from the sentence. */
  private void pageOf(Html html) {
    String[] around = words.of("pdf.page", "\u0001", "\u0001").split("\u0001", -1);
    html.text(around[0]).raw(" <span class=\"page\"></span> ");
    html.text(around[1]).raw(" <span class=\"of-pages\"></span>");
  }

  private List<String> identity(Party party) {
    return Stream.of(
            party.legalName(),
            party.legalId() == null ? null : words.identifier(party.legalId()),
            InvoiceDocument.blank(party.vatId()) ? null : words.of("pdf.vatId", party.vatId()),
            Figures.iban(invoice.payment().iban()))
        .filter(Objects::nonNull)
        .toList();
  }

  private void letterhead(Html html) {
    html.element("td", "brand", this::brand);
    html.element("td", "sender", s -> sender(s, invoice.seller()));
  }

  /** Our brands share their first syllable, which stands in the leaf's colour. */
  private void brand(Html html) {
    Party seller = invoice.seller();
    String name = InvoiceDocument.blank(seller.name()) ? seller.legalName() : seller.name();
    String syllable = "top";
    if (name.toLowerCase(words.locale()).startsWith(syllable)) {
      html.leaf("span", "", syllable).leaf("span", "fruit", name.substring(syllable.length()));
    } else {
      html.text(name);
    }
  }

  private void sender(Html html, Party seller) {
    html.leaf("div", "strong", seller.legalName());
    address(html, seller.address());
    if (seller.contact() != null) {
      html.leaf("div", "", seller.contact().phone()).leaf("div", "", seller.contact().email());
    }
  }

  private void opening(Html html) {
    html.element("td", "addressee", a -> addressee(a, invoice.buyer()));
    html.element(
        "td",
        "facts",
        f -> {
          f.leaf("h1", "", title());
          f.element("table", "", this::facts);
        });
  }

  private void addressee(Html html, Party buyer) {
    html.leaf("div", "strong", buyer.legalName());
    if (!Objects.equals(buyer.name(), buyer.legalName())) {
      html.leaf("div", "", buyer.name());
    }
    address(html, buyer.address());
    if (buyer.legalId() != null) {
      html.leaf("div", "quiet", words.identifier(buyer.legalId()));
    }
  }

  private void address(Html html, Address address) {
    html.leaf("div", "", address.extra()).leaf("div", "", address.street());
    html.leaf("div", "", place(address));
    if (!address.country().equals(invoice.seller().address().country())) {
      html.leaf("div", "", country(address.country()));
    }
  }

  static String place(Address address) {
    return Stream.of(address.postalCode(), address.city())
        .filter(text -> !InvoiceDocument.blank(text))
        .collect(Collectors.joining("  "));
  }

  private String country(String code) {
    return new Locale.Builder().setRegion(code).build().getDisplayCountry(words.locale());
  }

  private void facts(Html html) {
    fact(html, "pdf.number." + invoice.kind(), invoice.number(), "strong");
    fact(html, "pdf.issued." + invoice.kind(), figures.day(invoice.issued()), "");
    if (!invoice.credits()) {
      fact(html, "pdf.due", figures.day(invoice.due()), "");
    }
    if (invoice.period() != null) {
      fact(html, "pdf.period", period(invoice.period()), "");
    }
    fact(html, "pdf.corrects", String.join(", ", invoice.references().invoices()), "");
  }

  /** "1 t/m 30 november 2026": the month once where it is one. */
  private String period(Period period) {
    boolean oneMonth = YearMonth.from(period.from()).equals(YearMonth.from(period.to()));
    String from =
        oneMonth ? Integer.toString(period.from().getDayOfMonth()) : figures.day(period.from());
    return words.of("pdf.fromTo", from, figures.day(period.to()));
  }

  private void fact(Html html, String label, String value, String style) {
    if (!value.isEmpty()) {
      html.element("tr", "", r -> r.leaf("th", "", words.of(label)).cell("td", style, value));
    }
  }

  private void sums(Html html, InvoiceTables tables) {
    html.element("td", "payment", this::payment).element("td", "", tables::totals);
  }

  private void payment(Html html) {
    if (invoice.credits()) {
      html.leaf("p", "", words.of("pdf.credited", figures.euro(owed())));
      return;
    }
    Payment payment = invoice.payment();
    html.leaf("p", "ask", words.of("pdf.pay", figures.day(invoice.due())));
    html.element("table", "", t -> account(t, payment));
    html.leaf("p", "quiet", payment.terms());
  }

  private void account(Html html, Payment payment) {
    account(html, "pdf.iban", Figures.iban(payment.iban()));
    account(html, "pdf.bic", payment.bic());
    account(html, "pdf.payee", invoice.seller().legalName());
    account(html, "pdf.paymentReference", payment.reference());
  }

  private void account(Html html, String label, String value) {
    if (!InvoiceDocument.blank(value)) {
      html.element("tr", "", r -> r.cell("th", "", words.of(label)).cell("td", "", value));
    }
  }

  private Money owed() {
    return invoice.gross().amount().signum() < 0 ? invoice.gross().negated() : invoice.gross();
  }
}
