package nl.topfruit.shop.purchasing.inbox;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderItem;
import nl.topfruit.shop.ordering.Orders;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.PurchaseOrderLine;
import nl.topfruit.shop.purchasing.agreement.Agreement;
import nl.topfruit.shop.purchasing.intake.AsSent;
import nl.topfruit.shop.security.CurrentUser;

/** What our staff decide about orders that were not placed by themselves, of all customers. */
@Stateless
@RolesAllowed({OFFICE, SHOP_ADMIN})
public class PurchaseOrderDecisions {
  private static final int LONGEST_NOTE = 400;

  @PersistenceContext private EntityManager em;
  @Inject private Acceptance acceptance;
  @Inject private Orders orders;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Places what can be placed of an order that waits.
   *
   * @param reference of the order in the message log
   * @param version of the order that was looked at
   * @param note why; it goes into the audit log
   * @return our order number
   * @throws BusinessRuleViolation "purchasing.colleagueFirst", "purchasing.decidedAlready",
   *     "purchasing.nothingToPlace", "purchasing.noDayLeft", "purchasing.reasonMissing",
   *     "purchasing.reasonTooLong"
   */
  public String accept(String reference, int version, Decision.Terms terms, String note) {
    PurchaseOrder purchaseOrder = waiting(reference, version);
    String reason = reason(note);
    Acceptance.Proposal proposal = acceptance.of(purchaseOrder, true);
    OrderItem[] items = proposal.items().get(terms);
    List<OrderItem> placing = Stream.of(items).filter(Objects::nonNull).toList();
    if (placing.isEmpty()) {
      throw new BusinessRuleViolation(
          null, "purchasing.nothingToPlace", purchaseOrder.orderNumber());
    }
    List<OrderItem> settled =
        orders
            .reserve(placing, proposal.examination().calendar())
            .orElseThrow(
                () ->
                    new BusinessRuleViolation(
                        null, "purchasing.noDayLeft", purchaseOrder.orderNumber()));
    proposal.replacing().run();
    List<Requisition> requisitions = proposal.examination().requisitions();
    Optional<Requisition> only =
        requisitions.size() == 1 ? Optional.of(requisitions.get(0)) : Optional.empty();
    Order order = orders.place(purchaseOrder.origin(only, proposal.account().language()), settled);
    List<PurchaseOrderLine> lines = lines(purchaseOrder, proposal.examination().agreement());
    for (int i = 0; i < items.length; i++) {
      if (items[i] != null) {
        lines.get(proposal.positions()[i] - 1).placed();
      }
    }
    String before = purchaseOrder.state().name();
    purchaseOrder.placed(order.id(), lines.stream().allMatch(PurchaseOrderLine::isPlaced));
    purchaseOrder.decided(user.name(), reason, Instant.now(clock));
    audit.record(
        purchaseOrder.accountId(),
        "purchase-order.accepted",
        "purchase-order",
        purchaseOrder.orderNumber(),
        before,
        purchaseOrder.state() + ", " + terms + ", " + order.number() + ": " + reason);
    return order.number();
  }

  /** Those that were written down; of a conflicting {@code /oci/order} none were yet. */
  private List<PurchaseOrderLine> lines(PurchaseOrder purchaseOrder, Agreement agreement) {
    if (!purchaseOrder.lines().isEmpty()) {
      return purchaseOrder.lines();
    }
    List<PurchaseOrderLine> lines = AsSent.lines(purchaseOrder, agreement);
    lines.forEach(em::persist);
    return lines;
  }

  /**
   * Refuses an order that waits, or the rest of it; of a change that was refused already it says
   * what was done about it.
   *
   * @param note why; it goes into the audit log
   * @throws BusinessRuleViolation as {@link #accept}
   */
  public void refuse(String reference, int version, String note) {
    PurchaseOrder purchaseOrder = waiting(reference, version);
    String reason = reason(note);
    String before = purchaseOrder.state().name();
    if (purchaseOrder.state() != PurchaseOrder.State.PARTLY_PLACED
        && purchaseOrder.state() != PurchaseOrder.State.REFUSED) {
      purchaseOrder.refused();
    }
    purchaseOrder.decided(user.name(), reason, Instant.now(clock));
    audit.record(
        purchaseOrder.accountId(),
        "purchase-order.refused",
        "purchase-order",
        purchaseOrder.orderNumber(),
        before,
        purchaseOrder.state() + ": " + reason);
  }

  private PurchaseOrder waiting(String reference, int version) {
    PurchaseOrder purchaseOrder =
        em.createQuery(
                "select p from PurchaseOrder p where p.messageReference = :reference",
                PurchaseOrder.class)
            .setParameter("reference", reference)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("purchase order"));
    if (purchaseOrder.version() != version) {
      throw new BusinessRuleViolation(null, "purchasing.colleagueFirst");
    }
    if (!purchaseOrder.waits()) {
      throw new BusinessRuleViolation(
          null,
          "purchasing.decidedAlready",
          purchaseOrder.orderNumber(),
          purchaseOrder.state().name());
    }
    return purchaseOrder;
  }

  private static String reason(String note) {
    String reason = note == null ? "" : note.strip();
    if (reason.isEmpty()) {
      throw new BusinessRuleViolation("reason", "purchasing.reasonMissing");
    }
    if (reason.length() > LONGEST_NOTE) {
      throw new BusinessRuleViolation("reason", "purchasing.reasonTooLong", LONGEST_NOTE);
    }
    return reason;
  }
}
