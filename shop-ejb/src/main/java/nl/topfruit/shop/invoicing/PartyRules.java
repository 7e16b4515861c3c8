package nl.topfruit.shop.invoicing;

import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import nl.topfruit.shop.invoicing.InvoiceDocument.Identifier;

/**
 * What the official rules let through in who is who: numbers of the wrong shape are a warning there
 * or nothing, and go to the wrong place here.
 */
final class PartyRules {
  private static final Map<String, Pattern> SHAPES =
      Map.of(
          Identifier.KVK, Pattern.compile("\\d{8}"),
          Identifier.OIN, Pattern.compile("\\d{20}"),
          Identifier.VAT, Pattern.compile("NL\\d{9}B\\d{2}"),
          Identifier.ESTABLISHMENT, Pattern.compile("\\d{12}"));
  private static final Map<String, String> RULES =
      Map.of(
          Identifier.KVK, "TF-KVK",
          Identifier.OIN, "TF-OIN",
          Identifier.VAT, "TF-VAT-ID",
          Identifier.ESTABLISHMENT, "TF-ESTABLISHMENT");

  private PartyRules() {}

  static void check(UblNode invoice, Consumer<Finding> found) {
    invoice
        .tree()
        .filter(node -> !node.attribute("schemeID").isEmpty())
        .forEach(id -> identifier(id, found));
    for (UblNode account : invoice.all("PaymentMeans/PayeeFinancialAccount/ID")) {
      if (!CheckDigits.iban(account.element().getTextContent())) {
        found.accept(Finding.ours("TF-IBAN", account.xpath(), account.text()));
      }
    }
    buyer(invoice, found);
  }

  private static void identifier(UblNode id, Consumer<Finding> found) {
    String scheme = id.attribute("schemeID");
    if (scheme.equals(Identifier.GLN)) {
      if (!CheckDigits.gln(id.text())) {
        found.accept(Finding.ours("TF-GLN", id.xpath(), id.text()));
      }
    } else if (SHAPES.containsKey(scheme) && !SHAPES.get(scheme).matcher(id.text()).matches()) {
      found.accept(Finding.ours(RULES.get(scheme), id.xpath(), id.text()));
    }
  }

  /** BR-NL-10, which Peppol asks only in part (NL-R-005). */
  private static void buyer(UblNode invoice, Consumer<Finding> found) {
    for (UblNode party : invoice.all("AccountingCustomerParty/Party")) {
      boolean dutch = party.text("PostalAddress/Country/IdentificationCode").equals("NL");
      if (dutch && party.text("PartyLegalEntity/CompanyID").isEmpty()) {
        found.accept(
            Finding.ours(
                "TF-BUYER-ID",
                party.xpath() + "/PartyLegalEntity",
                party.text("PartyLegalEntity/RegistrationName")));
      }
    }
  }
}
