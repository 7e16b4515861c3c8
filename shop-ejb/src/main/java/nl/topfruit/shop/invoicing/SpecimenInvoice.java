package nl.topfruit.shop.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.invoicing.InvoiceDocument.Address;
import nl.topfruit.shop.invoicing.InvoiceDocument.Identifier;
import nl.topfruit.shop.invoicing.InvoiceDocument.Kind;
import nl.topfruit.shop.invoicing.InvoiceDocument.Line;
import nl.topfruit.shop.invoicing.InvoiceDocument.Party;
import nl.topfruit.shop.invoicing.InvoiceDocument.Payment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;
import nl.topfruit.shop.invoicing.InvoiceDocument.References;

/** The smallest right invoice, to warm up the rules with; all of it is invented. */
final class SpecimenInvoice {
  private SpecimenInvoice() {}

  static InvoiceDocument of(Kind kind, Profile profile) {
    LocalDate day = LocalDate.of(2026, 1, 2);
    var references =
        new References(
            "1", null, null, null, null, null, kind == Kind.CREDIT_NOTE ? List.of("1") : List.of());
    var line =
        new Line(
            "1",
            "1",
            "1",
            null,
            "Appel",
            null,
            BigDecimal.ONE,
            "C62",
            Money.euro("1.00"),
            BigDecimal.ONE,
            VatRate.REDUCED,
            null,
            null,
            List.of(),
            null);
    return new InvoiceDocument(
        kind,
        profile,
        "1",
        day,
        day,
        null,
        references,
        party("00000001", "NL000000001B01"),
        party("00000002", null),
        null,
        new Payment("NL91ABNA0417164300", null, null, null),
        List.of(line),
        List.of(),
        List.of(),
        null,
        false);
  }

  private static Party party(String kvk, String vatId) {
    return new Party(
        null,
        "Voorbeeld",
        Identifier.kvk(kvk),
        vatId,
        Identifier.kvk(kvk),
        new Address("Straat 1", null, "1000 AA", "Plaats", "NL"),
        null);
  }
}
