package nl.topfruit.shop.invoicing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.invoicing.InvoiceDocument.Address;
import nl.topfruit.shop.invoicing.InvoiceDocument.Attachment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Charge;
import nl.topfruit.shop.invoicing.InvoiceDocument.Contact;
import nl.topfruit.shop.invoicing.InvoiceDocument.Delivery;
import nl.topfruit.shop.invoicing.InvoiceDocument.Identifier;
import nl.topfruit.shop.invoicing.InvoiceDocument.Kind;
import nl.topfruit.shop.invoicing.InvoiceDocument.Line;
import nl.topfruit.shop.invoicing.InvoiceDocument.Party;
import nl.topfruit.shop.invoicing.InvoiceDocument.Payment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Period;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;
import nl.topfruit.shop.invoicing.InvoiceDocument.References;

/** A right invoice of De Linde, of which a test changes what it is about. All of it is invented. */
final class Draft {
  Kind kind = Kind.INVOICE;
  Profile profile = Profile.PEPPOL;
  String number = "F2026-000128";
  LocalDate issued = LocalDate.of(2026, 11, 26);
  LocalDate due = LocalDate.of(2026, 12, 26);
  Period period;
  String purchaseOrder = "4500078123";
  String salesOrder = "B-26-004711";
  String buyerReference = "Inkoop De Linde";
  String orderer = "Marieke van den Berg";
  String costCentre = "4120 Verpleging Lindehof";
  List<String> corrects = List.of();
  Party seller = seller();
  Party buyer = buyer();
  Delivery delivery = rozenhof();
  Payment payment =
      new Payment("NL91 ABNA 0417 1643 00", "ABNANL2A", "F2026-000128", "Betaling binnen 30 dagen");
  final List<Line> lines = new ArrayList<>();
  List<Charge> charges = List.of();
  List<Attachment> attachments = List.of();
  String note;
  boolean demoCodes = true;

  static Party seller() {
    return new Party(
        "Topfruit",
        "Topfruit Voorbeeld B.V.",
        Identifier.kvk("12345678"),
        "NL123456789B01",
        Identifier.kvk("12345678"),
        new Address("Boomgaardweg 12", null, "4199 AB", "Fruitdorp", "NL"),
        new Contact("Klantenservice", "+31 88 000 00 00", "facturen@topfruit.example"));
  }

  static Party buyer() {
    return new Party(
        "Zorggroep De Linde",
        "Stichting De Linde Wonen en Zorg",
        Identifier.kvk("87654321"),
        null,
        Identifier.kvk("87654321"),
        new Address("Parkweg 4", "t.a.v. crediteuren", "9999 XX", "Lindewaard", "NL"),
        new Contact("Crediteurenadministratie", null, "crediteuren@delinde.example"));
  }

  static Delivery rozenhof() {
    return new Delivery(
        LocalDate.of(2026, 11, 26),
        Identifier.gln("8712345678906"),
        "Rozenhof",
        new Address("Rozenlaan 21", null, "9999 XY", "Merenwaard", "NL"));
  }

  static Draft invoice() {
    return new Draft().basket().wine();
  }

  static Draft creditNote() {
    Draft draft = invoice();
    draft.kind = Kind.CREDIT_NOTE;
    draft.number = "C2026-000007";
    draft.corrects = List.of("F2026-000128");
    return draft;
  }

  Draft basket() {
    return line(
        "FM-1004",
        "Fruitmand Klassiek M",
        "ananas, 4 appels, 2 peren, 3 sinaasappels, 3 bananen, 500 g druiven",
        "2",
        "34.95",
        VatRate.REDUCED);
  }

  /** A product of two rates is two lines, tied by their name. */
  Draft wine() {
    line(
        "FM-1011",
        "Fruitmand met rode wijn, fruit",
        "fruit van het seizoen",
        "1",
        "31.55",
        VatRate.REDUCED);
    return line(
        "FM-1011-W",
        "Fruitmand met rode wijn, wijn",
        "fles 75 cl 13,5%",
        "1",
        "10.95",
        VatRate.STANDARD);
  }

  Draft line(String name, String quantity, String price) {
    return line("FM-9", name, null, quantity, price, VatRate.REDUCED);
  }

  Draft line(
      String sku, String name, String description, String quantity, String price, VatRate rate) {
    return add(sku, name, description, quantity, "ST", price, "1", rate, null);
  }

  Draft line(String name, String quantity, String unit, String price, String base) {
    return add("FM-9", name, null, quantity, unit, price, base, VatRate.REDUCED, null);
  }

  Draft add(
      String sku,
      String name,
      String description,
      String quantity,
      String unit,
      String price,
      String base,
      VatRate rate,
      String note) {
    String id = Integer.toString(lines.size() + 1);
    String orderLine = purchaseOrder == null ? null : "000" + id + "0";
    lines.add(
        new Line(
            id,
            orderLine,
            sku,
            null,
            name,
            description,
            new BigDecimal(quantity),
            unit,
            Money.euro(price),
            new BigDecimal(base),
            rate,
            "999102",
            null,
            List.of(),
            note));
    return this;
  }

  /** Without a purchase order; to be called before lines are added. */
  Draft withoutPurchaseOrder() {
    purchaseOrder = null;
    return this;
  }

  InvoiceDocument build() {
    return new InvoiceDocument(
        kind,
        profile,
        number,
        issued,
        due,
        period,
        new References(
            purchaseOrder, salesOrder, buyerReference, orderer, costCentre, null, corrects),
        seller,
        buyer,
        delivery,
        payment,
        lines,
        charges,
        attachments,
        note,
        demoCodes);
  }

  byte[] ubl() {
    return UblInvoiceWriter.write(build());
  }
}
