package nl.topfruit.shop.invoicing.issuing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.topfruit.shop.account.Branch;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.catalog.SellingEntity;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.fulfilment.Delivery;
import nl.topfruit.shop.invoicing.InvoiceDocument;
import nl.topfruit.shop.invoicing.InvoiceDocument.Identifier;
import nl.topfruit.shop.invoicing.InvoiceDocument.Party;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderLine;

/**
 * Says in an invoice document what an order says: one line for each line of theirs, with its
 * number, quantity and price, and the order number to the letter.
 */
final class InvoiceAssembly {
  private static final String TEXTS = "invoicing.issuing.issuing";

  private final Order order;
  private final InvoicingPolicy policy;
  private final BusinessAccount account;
  private final InvoiceParty buyer;
  private final SellingEntity seller;
  private final List<Delivery> deliveries;
  private final Branch branch;

  /** Order lines in the order of the document's lines, for the ledger of what was invoiced. */
  private final List<UUID> ledger = new ArrayList<>();

  private final List<InvoiceDocument.Line> lines = new ArrayList<>();

  /**
   * @param branch where it was delivered, null for several places or another address
   * @param deliveries of the lines that are invoiced
   */
  InvoiceAssembly(
      Order order,
      List<OrderLine> invoiced,
      InvoicingPolicy policy,
      BusinessAccount account,
      InvoiceParty buyer,
      SellingEntity seller,
      List<Delivery> deliveries,
      Branch branch) {
    this.order = order;
    this.policy = policy;
    this.account = account;
    this.buyer = buyer;
    this.seller = seller;
    this.deliveries = deliveries;
    this.branch = branch;
    invoiced.forEach(this::line);
  }

  private void line(OrderLine line) {
    for (PriceParts.Part part : line.price().parts()) {
      ledger.add(line.id());
      lines.add(
          new InvoiceDocument.Line(
              String.valueOf(lines.size() + 1),
              line.purchaseOrderLine(),
              line.sku(),
              null,
              line.name(),
              null,
              line.uninvoiced(),
              line.unit(),
              part.net(),
              BigDecimal.ONE,
              part.rate(),
              line.ledgerCode(),
              line.costCentre(),
              List.of(),
              null));
    }
  }

  InvoiceDocument document(String number, LocalDate issued) {
    LocalDate due = issued.plusDays(buyer.paymentDays());
    Locale locale = Locale.forLanguageTag(policy.language());
    return new InvoiceDocument(
        InvoiceDocument.Kind.INVOICE,
        policy.profile(),
        number,
        issued,
        due,
        null,
        references(),
        sellingParty(),
        buyingParty(),
        delivery(),
        new InvoiceDocument.Payment(
            seller.iban(),
            seller.bic(),
            number,
            Texts.of(TEXTS, locale, "terms", String.valueOf(buyer.paymentDays()))),
        lines,
        List.of(),
        List.of(),
        null,
        account.demoCodes());
  }

  private InvoiceDocument.References references() {
    List<String> centres = lines.stream().map(InvoiceDocument.Line::costCentre).distinct().toList();
    return new InvoiceDocument.References(
        order.purchaseOrderNumber(),
        order.number(),
        buyer.buyerReference(),
        order.contactName(),
        centres.size() == 1 ? centres.get(0) : null,
        null,
        List.of());
  }

  private Party sellingParty() {
    return new Party(
        null,
        seller.name(),
        Identifier.kvk(seller.kvkNumber()),
        seller.vatId(),
        Identifier.kvk(seller.kvkNumber()),
        new InvoiceDocument.Address(
            seller.street() + " " + seller.houseNumber(),
            null,
            seller.postcode(),
            seller.city(),
            "NL"),
        new InvoiceDocument.Contact(seller.name(), seller.phone(), seller.email()));
  }

  private Party buyingParty() {
    Identifier legal = buyer.kvkNumber() != null ? Identifier.kvk(buyer.kvkNumber()) : oin();
    Identifier endpoint =
        buyer.endpointId() == null
            ? null
            : new Identifier(buyer.endpointScheme(), buyer.endpointId());
    return new Party(
        null,
        buyer.name(),
        legal,
        buyer.vatId(),
        endpoint,
        address(buyer.address()),
        order.contactName() == null
            ? null
            : new InvoiceDocument.Contact(order.contactName(), null, null));
  }

  private Identifier oin() {
    return buyer.oin() == null ? null : Identifier.oin(buyer.oin());
  }

  private InvoiceDocument.Delivery delivery() {
    if (deliveries.size() != 1) {
      return null;
    }
    Delivery delivery = deliveries.get(0);
    if (delivery.destination().privateAddress()) {
      return new InvoiceDocument.Delivery(delivery.deliverOn(), null, null, null);
    }
    return new InvoiceDocument.Delivery(
        delivery.deliverOn(),
        location(),
        branch == null ? delivery.destination().recipient() : branch.name(),
        address(delivery.destination().address()));
  }

  private Identifier location() {
    if (branch == null) {
      return null;
    }
    if (branch.gln() != null) {
      return Identifier.gln(branch.gln());
    }
    return branch.establishmentNumber() == null
        ? null
        : Identifier.establishment(branch.establishmentNumber());
  }

  private static InvoiceDocument.Address address(nl.topfruit.shop.account.Address address) {
    return new InvoiceDocument.Address(
        address.streetLine(), null, address.postcode(), address.city(), address.country());
  }

  /** The order line of each line of the document. */
  List<UUID> ledger() {
    return List.copyOf(ledger);
  }
}
