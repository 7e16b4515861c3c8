package nl.topfruit.shop.invoicing;

import java.math.BigDecimal;
import java.util.Base64;
import java.util.regex.Pattern;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.invoicing.InvoiceDocument.Address;
import nl.topfruit.shop.invoicing.InvoiceDocument.Attachment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Charge;
import nl.topfruit.shop.invoicing.InvoiceDocument.Delivery;
import nl.topfruit.shop.invoicing.InvoiceDocument.Identifier;
import nl.topfruit.shop.invoicing.InvoiceDocument.Kind;
import nl.topfruit.shop.invoicing.InvoiceDocument.Line;
import nl.topfruit.shop.invoicing.InvoiceDocument.Party;
import nl.topfruit.shop.invoicing.InvoiceDocument.Payment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;
import nl.topfruit.shop.invoicing.InvoiceDocument.References;

/**
 * Writes an invoice or credit note as UBL 2.1 that holds under Peppol BIS Billing 3 and NLCIUS
 * alike; the profile changes nothing but CustomizationID. The order of the elements is that of the
 * UBL schema, in which the two documents differ by a few names.
 */
public final class UblInvoiceWriter {
  private static final String EN16931 = "urn:cen.eu:en16931:2017#compliant#";
  static final String PEPPOL = EN16931 + "urn:fdc:peppol.eu:2017:poacc:billing:3.0";
  static final String NLCIUS = EN16931 + "urn:fdc:nen.nl:nlcius:v1.0";
  private static final String PROCESS = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

  /** What BIS Billing says for "our order, but no purchase order of yours". */
  static final String NO_ORDER = "NA";

  private static final String CREDIT_TRANSFER = "30";
  private static final Pattern SUBJECT_CODE =
      Pattern.compile("^([^#]*#)([^#]{3}#)", Pattern.DOTALL);

  private final InvoiceDocument invoice;
  private final boolean credit;

  private UblInvoiceWriter(InvoiceDocument invoice) {
    this.invoice = invoice;
    this.credit = invoice.kind() == Kind.CREDIT_NOTE;
  }

  /** The message, in UTF-8. Whether it may leave is for {@link UblCheck} to say. */
  public static byte[] write(InvoiceDocument invoice) {
    var writer = new UblInvoiceWriter(invoice);
    return UblXml.document(writer.credit ? "CreditNote" : "Invoice", writer::document);
  }

  private void document(UblXml xml) {
    head(xml);
    references(xml);
    invoice.attachments().forEach(a -> attachment(xml, a));
    xml.group("AccountingSupplierParty", p -> party(p, invoice.seller()));
    xml.group("AccountingCustomerParty", p -> party(p, invoice.buyer()));
    if (invoice.delivery() != null) {
      xml.group("Delivery", d -> delivery(d, invoice.delivery()));
    }
    xml.group("PaymentMeans", p -> paymentMeans(p, invoice.payment()));
    xml.group("PaymentTerms", t -> t.leaf("Note", invoice.payment().terms()));
    invoice.charges().forEach(c -> xml.group("AllowanceCharge", x -> charge(x, c)));
    xml.group("TaxTotal", this::taxTotal);
    xml.group("LegalMonetaryTotal", this::totals);
    invoice
        .lines()
        .forEach(l -> xml.group(credit ? "CreditNoteLine" : "InvoiceLine", x -> line(x, l)));
  }

  private void head(UblXml xml) {
    xml.leaf("CustomizationID", invoice.profile() == Profile.NLCIUS ? NLCIUS : PEPPOL)
        .leaf("ProfileID", PROCESS)
        .leaf("ID", invoice.number())
        .leaf("IssueDate", invoice.issued());
    if (credit) {
      xml.leaf("CreditNoteTypeCode", "381");
    } else {
      xml.leaf("DueDate", invoice.due()).leaf("InvoiceTypeCode", "380");
    }
    xml.leaf("Note", withoutSubjectCode(invoice.note()))
        .leaf("DocumentCurrencyCode", Money.EUR)
        .leaf("AccountingCost", invoice.references().costCentre())
        .leaf("BuyerReference", buyerReference(invoice.references()));
  }

  /** Three characters between hashes at the front of a note are read as a code (BR-CL-08). */
  private static String withoutSubjectCode(String note) {
    return SUBJECT_CODE.matcher(UblXml.legal(note)).replaceFirst("$1 $2");
  }

  /**
   * Without a purchase order somebody has to be named to whom the invoice can be brought (BR-NL-2).
   */
  private static String buyerReference(References references) {
    return InvoiceDocument.blank(references.buyerReference())
            && InvoiceDocument.blank(references.purchaseOrder())
        ? references.orderer()
        : references.buyerReference();
  }

  private void references(UblXml xml) {
    References references = invoice.references();
    if (invoice.period() != null) {
      xml.group(
          "InvoicePeriod",
          p -> p.leaf("StartDate", invoice.period().from()).leaf("EndDate", invoice.period().to()));
    }
    xml.group("OrderReference", o -> orderReference(o, references));
    references
        .invoices()
        .forEach(
            number ->
                xml.group(
                    "BillingReference",
                    b -> b.group("InvoiceDocumentReference", d -> d.leaf("ID", number))));
    xml.group("ContractDocumentReference", c -> c.leaf("ID", references.contract()));
  }

  private static void orderReference(UblXml xml, References references) {
    if (InvoiceDocument.blank(references.purchaseOrder())) {
      xml.leaf("ID", InvoiceDocument.blank(references.salesOrder()) ? null : NO_ORDER);
    } else {
      xml.leaf("ID", references.purchaseOrder());
    }
    xml.leaf("SalesOrderID", references.salesOrder());
  }

  private static void attachment(UblXml xml, Attachment file) {
    xml.group(
        "AdditionalDocumentReference",
        d ->
            d.leaf("ID", file.filename())
                .group(
                    "Attachment",
                    a ->
                        a.leaf(
                            "EmbeddedDocumentBinaryObject",
                            Base64.getEncoder().encodeToString(file.content()),
                            "mimeCode",
                            file.mimeType(),
                            "filename",
                            file.filename())));
  }

  private static void party(UblXml xml, Party party) {
    xml.group(
        "Party",
        p -> {
          identifier(p, "EndpointID", party.endpoint());
          p.group("PartyName", n -> n.leaf("Name", party.name()));
          p.group("PostalAddress", a -> address(a, party.address()));
          p.group("PartyTaxScheme", t -> vatId(t, party.vatId()));
          p.group(
              "PartyLegalEntity",
              l -> {
                l.leaf("RegistrationName", party.legalName());
                identifier(l, "CompanyID", party.legalId());
              });
          if (party.contact() != null) {
            p.group(
                "Contact",
                c ->
                    c.leaf("Name", party.contact().name())
                        .leaf("Telephone", party.contact().phone())
                        .leaf("ElectronicMail", party.contact().email()));
          }
        });
  }

  private static void vatId(UblXml xml, String vatId) {
    if (!InvoiceDocument.blank(vatId)) {
      xml.leaf("CompanyID", vatId).group("TaxScheme", s -> s.leaf("ID", "VAT"));
    }
  }

  private static void identifier(UblXml xml, String name, Identifier identifier) {
    if (identifier != null) {
      xml.leaf(name, identifier.value(), "schemeID", identifier.scheme());
    }
  }

  private static void address(UblXml xml, Address address) {
    xml.leaf("StreetName", address.street())
        .leaf("AdditionalStreetName", address.extra())
        .leaf("CityName", address.city())
        .leaf("PostalZone", address.postalCode())
        .group("Country", c -> c.leaf("IdentificationCode", address.country()));
  }

  private static void delivery(UblXml xml, Delivery delivery) {
    xml.leaf("ActualDeliveryDate", delivery.day());
    xml.group(
        "DeliveryLocation",
        l -> {
          identifier(l, "ID", delivery.location());
          if (delivery.address() != null) {
            l.group("Address", a -> address(a, delivery.address()));
          }
        });
    xml.group("DeliveryParty", p -> p.group("PartyName", n -> n.leaf("Name", delivery.name())));
  }

  /**
   * Code 30, credit transfer: unlike 58 it may name the bank without a warning (BR-NL-31). The due
   * date of a credit note stands here because its head has no place for it.
   */
  private void paymentMeans(UblXml xml, Payment payment) {
    xml.leaf("PaymentMeansCode", CREDIT_TRANSFER);
    if (credit) {
      xml.leaf("PaymentDueDate", invoice.due());
    }
    xml.leaf("PaymentID", payment.reference());
    xml.group(
        "PayeeFinancialAccount",
        a ->
            a.leaf("ID", payment.iban().replaceAll("\\s", ""))
                .group("FinancialInstitutionBranch", b -> b.leaf("ID", payment.bic())));
  }

  private static void charge(UblXml xml, Charge charge) {
    boolean cost = charge.net().isPositive();
    xml.leaf("ChargeIndicator", Boolean.toString(cost))
        .leaf("AllowanceChargeReason", charge.reason())
        .amount("Amount", cost ? charge.net() : charge.net().negated())
        .group("TaxCategory", t -> category(t, charge.rate()));
  }

  private static void category(UblXml xml, VatRate rate) {
    xml.leaf("ID", "S")
        .leaf("Percent", rate.percent().toPlainString())
        .group("TaxScheme", s -> s.leaf("ID", "VAT"));
  }

  private void taxTotal(UblXml xml) {
    xml.amount("TaxAmount", invoice.vat().vat());
    for (var row : invoice.vat().rates()) {
      xml.group(
          "TaxSubtotal",
          s ->
              s.amount("TaxableAmount", row.net())
                  .amount("TaxAmount", row.vat())
                  .group("TaxCategory", t -> category(t, row.rate())));
    }
  }

  private void totals(UblXml xml) {
    xml.amount("LineExtensionAmount", invoice.linesNet())
        .amount("TaxExclusiveAmount", invoice.net())
        .amount("TaxInclusiveAmount", invoice.gross());
    Money discounts = charges(false).negated();
    Money costs = charges(true);
    if (!discounts.isZero()) {
      xml.amount("AllowanceTotalAmount", discounts);
    }
    if (!costs.isZero()) {
      xml.amount("ChargeTotalAmount", costs);
    }
    xml.amount("PayableAmount", invoice.gross());
  }

  private Money charges(boolean costs) {
    return Money.sum(
        invoice.charges().stream()
            .map(Charge::net)
            .filter(net -> net.isPositive() == costs)
            .toList());
  }

  private void line(UblXml xml, Line line) {
    xml.leaf("ID", line.id())
        .leaf("Note", line.note())
        .quantity(credit ? "CreditedQuantity" : "InvoicedQuantity", line.quantity(), line.unit())
        .amount("LineExtensionAmount", line.net())
        .leaf("AccountingCost", line.ledgerCode())
        .group("OrderLineReference", o -> o.leaf("LineID", line.orderLine()))
        .group("Item", i -> item(i, line))
        .group("Price", p -> price(p, line));
  }

  private static void item(UblXml xml, Line line) {
    xml.leaf("Description", line.description())
        .leaf("Name", line.name())
        .group("BuyersItemIdentification", b -> b.leaf("ID", line.buyerItem()))
        .group("SellersItemIdentification", s -> s.leaf("ID", line.sku()))
        .group("ClassifiedTaxCategory", t -> category(t, line.rate()));
    property(xml, "Kostenplaats", line.costCentre());
    line.properties().forEach(p -> property(xml, p.name(), p.value()));
  }

  /** Name and value go together or not at all (BR-54). */
  private static void property(UblXml xml, String name, String value) {
    if (!UblXml.legal(name).isEmpty() && !UblXml.legal(value).isEmpty()) {
      xml.group("AdditionalItemProperty", p -> p.leaf("Name", name).leaf("Value", value));
    }
  }

  private static void price(UblXml xml, Line line) {
    xml.price("PriceAmount", line.price());
    if (line.priceBase().compareTo(BigDecimal.ONE) != 0) {
      xml.quantity("BaseQuantity", line.priceBase(), line.unit());
    }
  }
}
