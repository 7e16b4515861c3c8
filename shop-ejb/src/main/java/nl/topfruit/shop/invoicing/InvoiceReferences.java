package nl.topfruit.shop.invoicing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import nl.topfruit.shop.invoicing.InvoiceDocument.Address;
import nl.topfruit.shop.invoicing.InvoiceDocument.Delivery;
import nl.topfruit.shop.invoicing.InvoiceDocument.Line;
import nl.topfruit.shop.invoicing.InvoiceDocument.References;

/**
 * What a clerk looks for, in one block above the lines: purchase order first and largest, then cost
 * centre, ledger code, branch, day, and who ordered. What there is not leaves no gap.
 */
final class InvoiceReferences {
  private static final int PER_ROW = 4;

  private final InvoiceDocument invoice;
  private final Sentences words;
  private final Figures figures;

  InvoiceReferences(InvoiceDocument invoice, Sentences words, Figures figures) {
    this.invoice = invoice;
    this.words = words;
    this.figures = figures;
  }

  /** A label, what it says, and small print beneath. */
  private record Entry(String style, String label, String value, List<String> below) {}

  void into(Html html) {
    List<Entry> entries = entries();
    html.leaf("h2", "", words.of("pdf.references"));
    html.element(
        "table",
        "",
        table -> {
          for (int from = 0; from < entries.size(); from += PER_ROW) {
            int first = from;
            table.element("tr", "", row -> row(row, entries, first));
          }
        });
  }

  private void row(Html html, List<Entry> entries, int first) {
    for (int i = first; i < first + PER_ROW; i++) {
      if (i < entries.size()) {
        entry(html, entries.get(i));
      } else {
        html.cell("td", "", "");
      }
    }
  }

  private void entry(Html html, Entry entry) {
    html.element(
        "td",
        entry.style(),
        d -> {
          d.leaf("div", "label", words.of(entry.label()));
          d.leaf("div", "value", entry.value().strip());
          entry.below().forEach(text -> d.leaf("div", "quiet", text));
        });
  }

  private List<Entry> entries() {
    References known = invoice.references();
    Delivery delivery = invoice.delivery();
    String ledger = ledgerCode();
    var all = new ArrayList<Entry>();
    all.add(new Entry("order", "pdf.purchaseOrder", known.purchaseOrder(), List.of()));
    all.add(entry("pdf.costCentre", known.costCentre()));
    all.add(new Entry("", "pdf.ledgerCode", ledger, demoWarning()));
    all.add(entry("pdf.buyerReference", known.buyerReference()));
    if (delivery != null) {
      all.add(new Entry("", "pdf.branch", delivery.name(), place(delivery)));
      all.add(entry("pdf.delivered", figures.day(delivery.day())));
    }
    all.add(entry("pdf.orderer", known.orderer()));
    all.add(entry("pdf.salesOrder", known.salesOrder()));
    all.add(entry("pdf.contract", known.contract()));
    all.removeIf(entry -> InvoiceDocument.blank(entry.value()));
    return all;
  }

  private static Entry entry(String label, String value) {
    return new Entry("", label, value, List.of());
  }

  private String ledgerCode() {
    List<String> codes =
        invoice.lines().stream().map(Line::ledgerCode).filter(Objects::nonNull).distinct().toList();
    return codes.size() > 1 ? words.of("pdf.perLine") : String.join("", codes);
  }

  private List<String> demoWarning() {
    return invoice.demoCodes() ? List.of(words.of("pdf.demoCodes")) : List.of();
  }

  private List<String> place(Delivery delivery) {
    Address address = delivery.address();
    Stream<String> lines =
        address == null
            ? Stream.empty()
            : Stream.of(address.extra(), address.street(), InvoicePage.place(address));
    Stream<String> location =
        delivery.location() == null
            ? Stream.empty()
            : Stream.of(words.identifier(delivery.location()));
    return Stream.concat(lines, location).filter(text -> !InvoiceDocument.blank(text)).toList();
  }
}
