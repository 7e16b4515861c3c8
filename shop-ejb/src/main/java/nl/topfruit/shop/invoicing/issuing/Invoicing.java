package nl.topfruit.shop.invoicing.issuing;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.topfruit.shop.account.Branch;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.catalog.SellingEntity;
import nl.topfruit.shop.catalog.WebShop;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.fulfilment.Delivery;
import nl.topfruit.shop.invoicing.Finding;
import nl.topfruit.shop.invoicing.InvoiceDocument;
import nl.topfruit.shop.invoicing.InvoicePdf;
import nl.topfruit.shop.invoicing.UblCheck;
import nl.topfruit.shop.invoicing.UblInvoiceWriter;
import nl.topfruit.shop.messaging.Outbox;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderLine;

/**
 * Draws up the invoice of an order. It is checked with a provisional number first; only what passes
 * gets a number, which is given and written in one short lock, so that numbers have no gaps and
 * nothing is invoiced twice.
 */
@Stateless
public class Invoicing {
  @PersistenceContext private EntityManager em;
  @Inject private InvoiceNumbers numbers;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /** Lines that can stand on one invoice: one legal entity pays, one of ours sells. */
  private record Group(UUID invoicePartyId, UUID sellingEntityId) {}

  /**
   * Invoices what is not yet invoiced of an order: an invoice for each legal entity that pays. An
   * order that is invoiced already gives none; what the official rules refuse is kept as BLOCKED.
   *
   * @return ids of the invoices, blocked ones among them
   */
  @RolesAllowed({SYSTEM, OFFICE, SHOP_ADMIN})
  public List<UUID> invoiceOrder(UUID orderId) {
    Order order = em.find(Order.class, orderId, LockModeType.PESSIMISTIC_WRITE);
    if (order == null) {
      throw new NotFound("order");
    }
    List<OrderLine> open =
        order.lines().stream().filter(line -> line.uninvoiced().signum() > 0).toList();
    if (open.isEmpty() || order.state() == Order.State.CANCELLED) {
      return List.of();
    }
    em.createQuery("delete from Invoice i where i.orderId = :order and i.state = BLOCKED")
        .setParameter("order", orderId)
        .executeUpdate();
    InvoicingPolicy policy = policy(order.accountId(), order.purchaseOrderNumber() != null);
    BusinessAccount account = em.find(BusinessAccount.class, order.accountId());
    Map<UUID, Delivery> deliveries = deliveries(orderId);
    return groups(open).entrySet().stream()
        .map(group -> invoice(order, group.getKey(), group.getValue(), policy, account, deliveries))
        .toList();
  }

  private Map<Group, List<OrderLine>> groups(List<OrderLine> lines) {
    Map<UUID, UUID> sellers = new LinkedHashMap<>();
    em.createQuery("select w from WebShop w where w.id in :ids", WebShop.class)
        .setParameter("ids", lines.stream().map(OrderLine::webShopId).collect(Collectors.toSet()))
        .getResultStream()
        .forEach(webShop -> sellers.put(webShop.id(), webShop.sellingEntityId()));
    return lines.stream()
        .collect(
            Collectors.groupingBy(
                line -> new Group(line.invoicePartyId(), sellers.get(line.webShopId())),
                LinkedHashMap::new,
                Collectors.toList()));
  }

  private UUID invoice(
      Order order,
      Group group,
      List<OrderLine> lines,
      InvoicingPolicy policy,
      BusinessAccount account,
      Map<UUID, Delivery> deliveries) {
    SellingEntity seller = em.find(SellingEntity.class, group.sellingEntityId());
    InvoiceParty buyer = em.find(InvoiceParty.class, group.invoicePartyId());
    List<Delivery> brought =
        lines.stream().map(OrderLine::deliveryId).distinct().map(deliveries::get).toList();
    var assembly =
        new InvoiceAssembly(
            order, lines, policy, account, buyer, seller, brought, branch(brought).orElse(null));
    Instant now = Instant.now(clock);
    LocalDate today = LocalDate.now(clock);
    var subject =
        new Invoice.Subject(
            order.accountId(),
            buyer.id(),
            seller.id(),
            order.id(),
            order.purchaseOrderNumber(),
            InvoiceDocument.Kind.INVOICE,
            policy.profile(),
            policy.language());
    InvoiceDocument draft =
        assembly.document(InvoiceNumbers.provisional(seller, today.getYear()), today);
    List<Finding> blocking =
        UblCheck.check(UblInvoiceWriter.write(draft)).stream().filter(Finding::blocks).toList();
    if (!blocking.isEmpty()) {
      Invoice blocked =
          Invoice.blocked(subject, draft.vat(), json(blocking, policy.language()), now);
      em.persist(blocked);
      return blocked.id();
    }
    InvoiceDocument document = assembly.document(numbers.next(seller, today.getYear()), today);
    Invoice invoice =
        Invoice.issued(subject, document.vat(), document.number(), today, document.due(), now);
    em.persist(invoice);
    em.persist(
        new InvoiceFile(
            invoice.id(),
            UblInvoiceWriter.write(document),
            InvoicePdf.render(document, Locale.forLanguageTag(policy.language()))));
    enter(order, lines, invoice, document, assembly.ledger());
    if (buyer.invoiceEmail() != null) {
      outbox.put(InvoiceMailing.KIND, invoice.id().toString(), invoice.id().toString());
    }
    return invoice.id();
  }

  private void enter(
      Order order,
      List<OrderLine> lines,
      Invoice invoice,
      InvoiceDocument document,
      List<UUID> ledger) {
    for (int i = 0; i < ledger.size(); i++) {
      em.persist(new InvoiceLine(invoice.id(), i + 1, ledger.get(i), document.lines().get(i)));
    }
    lines.forEach(line -> order.invoiced(line, line.uninvoiced()));
  }

  private InvoicingPolicy policy(UUID accountId, boolean byPurchaseOrder) {
    return em.createQuery(
            "select p from InvoicingPolicy p where p.accountId = :account and p.source = :source",
            InvoicingPolicy.class)
        .setParameter("account", accountId)
        .setParameter(
            "source",
            byPurchaseOrder ? InvoicingPolicy.Source.PURCHASE_ORDER : InvoicingPolicy.Source.OTHER)
        .getSingleResult();
  }

  private Map<UUID, Delivery> deliveries(UUID orderId) {
    Map<UUID, Delivery> found = new LinkedHashMap<>();
    em.createQuery("select d from Delivery d where d.orderId = :order", Delivery.class)
        .setParameter("order", orderId)
        .getResultStream()
        .forEach(delivery -> found.put(delivery.id(), delivery));
    return found;
  }

  private Optional<Branch> branch(List<Delivery> deliveries) {
    Set<UUID> branches =
        deliveries.stream()
            .map(d -> d.destination().branchId())
            .filter(Objects::nonNull)
            .collect(Collectors.toSet());
    return branches.size() == 1
        ? Optional.ofNullable(em.find(Branch.class, branches.iterator().next()))
        : Optional.empty();
  }

  private static String json(List<Finding> findings, String language) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    findings.forEach(
        f ->
            array.add(
                Json.createObjectBuilder()
                    .add("rule", f.rule())
                    .add("sentence", f.sentence(Locale.forLanguageTag(language)))));
    return array.build().toString();
  }
}
