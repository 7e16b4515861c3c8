package nl.topfruit.shop.invoicing;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.common.VatSummary;
import nl.topfruit.shop.invoicing.InvoiceDocument.Charge;
import nl.topfruit.shop.invoicing.InvoiceDocument.Line;

/** The figures of an invoice on paper: its lines, VAT per rate, and the totals. */
final class InvoiceTables {
  private final InvoiceDocument invoice;
  private final Sentences words;
  private final Figures figures;

  InvoiceTables(InvoiceDocument invoice, Sentences words, Figures figures) {
    this.invoice = invoice;
    this.words = words;
    this.figures = figures;
  }

  void lines(Html html) {
    html.element(
        "table",
        "lines",
        t -> {
          t.element("thead", "", h -> h.element("tr", "", this::lineHead));
          t.element("tbody", "", b -> invoice.lines().forEach(line -> line(b, line)));
        });
    if (coded()) {
      html.leaf("p", "footnote", "* " + words.of("pdf.demoCodes"));
    }
  }

  private boolean coded() {
    return invoice.demoCodes()
        && invoice.lines().stream().anyMatch(line -> !InvoiceDocument.blank(line.ledgerCode()));
  }

  private void lineHead(Html html) {
    html.cell("th", "at", words.of("pdf.line"));
    html.cell("th", "item", words.of("pdf.item"));
    html.cell("th", "code", words.of("pdf.booking"));
    html.cell("th", "figure", words.of("pdf.quantity"));
    html.cell("th", "figure", words.of("pdf.price"));
    html.cell("th", "figure rate", words.of("pdf.vat"));
    html.cell("th", "figure", words.of("pdf.amount"));
  }

  private void line(Html html, Line line) {
    html.element(
        "tr",
        "",
        r -> {
          boolean theirs = !InvoiceDocument.blank(line.orderLine());
          r.cell("td", "at", theirs ? line.orderLine() : line.id());
          r.element("td", "item", d -> item(d, line));
          r.element("td", "code", d -> code(d, line));
          r.element("td", "figure", d -> quantity(d, line));
          r.element("td", "figure", d -> price(d, line));
          r.cell("td", "figure rate", figures.percent(line.rate()));
          r.cell("td", "figure strong", figures.amount(line.net()));
        });
  }

  private void item(Html html, Line line) {
    html.leaf("div", "strong", line.name()).leaf("div", "", line.description());
    String yours =
        InvoiceDocument.blank(line.buyerItem()) ? null : words.of("pdf.yourItem", line.buyerItem());
    String facts =
        Stream.concat(
                Stream.of(line.sku(), yours),
                line.properties().stream().map(p -> p.name() + ": " + p.value()))
            .filter(Objects::nonNull)
            .collect(Collectors.joining(" · "));
    html.leaf("div", "quiet", facts).leaf("div", "quiet", line.note());
  }

  private void code(Html html, Line line) {
    if (!InvoiceDocument.blank(line.ledgerCode())) {
      html.leaf("div", "", line.ledgerCode() + (invoice.demoCodes() ? "*" : ""));
    }
    boolean own = !InvoiceDocument.blank(line.costCentre());
    html.leaf("div", "quiet", own ? line.costCentre() : invoice.references().costCentre());
  }

  private void quantity(Html html, Line line) {
    String unit = UnitCode.of(line.unit());
    html.leaf("div", "", figures.quantity(line.quantity()));
    html.leaf("div", "quiet", words.find("unit." + unit, line.quantity().abs()).orElse(unit));
  }

  private void price(Html html, Line line) {
    html.leaf("div", "", figures.price(line.price()));
    if (line.priceBase().compareTo(BigDecimal.ONE) != 0) {
      html.leaf("div", "quiet", words.of("pdf.per", figures.quantity(line.priceBase())));
    }
  }

  /** What is owed: net, VAT per rate over what it is reckoned, and the total. */
  void totals(Html html) {
    html.element("table", "totals", this::totalRows);
  }

  private void totalRows(Html html) {
    if (!invoice.charges().isEmpty()) {
      total(html, "", words.of("pdf.linesNet"), "", figures.amount(invoice.linesNet()));
      invoice.charges().forEach(charge -> charge(html, charge));
    }
    total(html, "strong", words.of("pdf.net"), "", figures.amount(invoice.net()));
    for (VatSummary.Row row : invoice.vat().rates()) {
      String label = words.of("pdf.vatOver", figures.percent(row.rate()));
      total(html, "", label, figures.amount(row.net()), figures.amount(row.vat()));
    }
    String label = words.of("pdf.total." + InvoicePage.sort(invoice));
    total(html, "grand", label, "", figures.euro(invoice.gross()));
  }

  private void charge(Html html, Charge charge) {
    String label = charge.reason() + " (" + figures.percent(charge.rate()) + ")";
    total(html, "", label, "", figures.amount(charge.net()));
  }

  private static void total(Html html, String style, String label, String over, String amount) {
    html.element(
        "tr",
        style,
        r -> r.cell("th", "", label).cell("td", "figure", over).cell("td", "figure", amount));
  }
}
