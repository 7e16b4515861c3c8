package nl.topfruit.shop.invoicing;

import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * What the official rules let through in the document as a whole: references, dates, elements that
 * say nothing or that receivers do not read.
 */
final class DocumentRules {
  private DocumentRules() {}

  static void check(UblNode invoice, List<UblNode> lines, Consumer<Finding> found) {
    references(invoice, found);
    dates(invoice, found);
    elements(invoice, found);
    numbersOfLines(lines, found);
    lines.forEach(line -> lineDocument(line, found));
    linePeriods(invoice, lines, found);
  }

  private static void references(UblNode invoice, Consumer<Finding> found) {
    String order = invoice.text("OrderReference/ID");
    boolean named = !order.isEmpty() && !order.equals(UblInvoiceWriter.NO_ORDER);
    if (!named && invoice.text("BuyerReference").isEmpty()) {
      found.accept(Finding.ours("TF-REFERENCE", invoice.xpath()));
    }
    boolean credits =
        invoice.name().equals("CreditNote")
            || invoice
                .number("LegalMonetaryTotal/PayableAmount")
                .filter(amount -> amount.signum() < 0)
                .isPresent();
    if (credits && invoice.text("BillingReference/InvoiceDocumentReference/ID").isEmpty()) {
      found.accept(Finding.ours("TF-BILLING-REFERENCE", invoice.xpath()));
    }
    atMostOne(invoice, "OriginatorDocumentReference", "TF-ORIGINATOR", found);
    atMostOne(invoice, "Note", "TF-NOTES", found);
  }

  private static void atMostOne(
      UblNode invoice, String name, String rule, Consumer<Finding> found) {
    List<UblNode> all = invoice.all(name);
    if (all.size() > 1) {
      found.accept(Finding.ours(rule, all.get(1).xpath()));
    }
  }

  private static void dates(UblNode invoice, Consumer<Finding> found) {
    boolean due =
        !invoice.text("DueDate").isEmpty()
            || !invoice.text("PaymentMeans/PaymentDueDate").isEmpty();
    if (!due) {
      found.accept(Finding.ours("TF-DUE-DATE", invoice.xpath()));
    }
    report(
        invoice,
        node -> node.name().endsWith("Date") && !node.text().matches("\\d{4}-\\d{2}-\\d{2}"),
        "TF-DATE",
        found);
  }

  private static void elements(UblNode invoice, Consumer<Finding> found) {
    report(invoice, node -> node.leaf() && node.text().isEmpty(), "TF-EMPTY", found);
    report(
        invoice,
        node -> node.name().equals("AccountingCostCode"),
        "TF-ACCOUNTING-COST-CODE",
        found);
  }

  private static void report(
      UblNode invoice, Predicate<UblNode> wrong, String rule, Consumer<Finding> found) {
    invoice
        .tree()
        .filter(wrong)
        .forEach(node -> found.accept(Finding.ours(rule, node.xpath(), node.name(), node.text())));
  }

  private static void numbersOfLines(List<UblNode> lines, Consumer<Finding> found) {
    var seen = new HashSet<String>();
    for (UblNode line : lines) {
      String id = line.text("ID");
      if (!seen.add(id)) {
        found.accept(Finding.ours("TF-LINE-ID", line.xpath() + "/ID", id));
      }
    }
  }

  private static void lineDocument(UblNode line, Consumer<Finding> found) {
    for (UblNode reference : line.all("DocumentReference")) {
      if (!reference.text("DocumentTypeCode").equals("130")) {
        found.accept(Finding.ours("TF-LINE-DOCUMENT", reference.xpath(), line.text("ID")));
      }
    }
  }

  private static void linePeriods(UblNode invoice, List<UblNode> lines, Consumer<Finding> found) {
    String from = invoice.text("InvoicePeriod/StartDate");
    String to = invoice.text("InvoicePeriod/EndDate");
    for (UblNode line : lines) {
      boolean early = before(line.text("InvoicePeriod/StartDate"), from);
      if (early || before(to, line.text("InvoicePeriod/EndDate"))) {
        found.accept(
            Finding.ours("TF-LINE-PERIOD", line.xpath() + "/InvoicePeriod", line.text("ID")));
      }
    }
  }

  /** Days written as the rules want them compare as texts do. */
  private static boolean before(String one, String other) {
    return !one.isEmpty() && !other.isEmpty() && one.compareTo(other) < 0;
  }
}
