package nl.topfruit.shop.purchasing;

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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderItem;
import nl.topfruit.shop.ordering.Orders;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.security.CurrentUser;

/**
 * What staff decide on an order that was held: it is placed at the promised prices, or refused with
 * a reason.
 */
@Stateless
public class InboxDecisions {
  private static final String TEXTS = "purchasing.purchasing";

  @PersistenceContext private EntityManager em;
  @Inject private Orders orders;
  @Inject private DeliveryDays days;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Places what they ordered, at the prices we promised.
   *
   * @param version as it was seen
   * @param note why, for colleagues and the audit log
   * @return our order number
   * @throws BusinessRuleViolation when a colleague was first, it cannot be placed as it is, or no
   *     day is left
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public String accept(String reference, int version, String note) {
    PurchaseOrder purchaseOrder = locked(reference, version);
    mustSayWhy(note);
    Map<UUID, RequisitionLine> promised = promised(purchaseOrder);
    if (Inbox.placeable(purchaseOrder, promised) == null) {
      throw new BusinessRuleViolation(
          null, "purchasing.cannotBePlaced", purchaseOrder.orderNumber());
    }
    BusinessAccount account = em.find(BusinessAccount.class, purchaseOrder.accountId());
    List<OrderItem> items = new ArrayList<>();
    for (PurchaseOrderLine line : purchaseOrder.lines()) {
      items.add(
          OrderItem.of(promised.get(line.requisitionLineId()), line.quantity())
              .authorisedAs(
                  line.lineNumber(),
                  line.costCentre() != null ? line.costCentre() : purchaseOrder.costCentre(),
                  line.ledgerCode()));
      line.placed();
    }
    List<OrderItem> settled =
        orders
            .reserve(items, days.calendar("nl".equals(account.language())))
            .orElseThrow(
                () ->
                    new BusinessRuleViolation(
                        null, "ordering.noDayLeft", purchaseOrder.orderNumber()));
    Order order = orders.place(origin(purchaseOrder, account, promised), settled);
    purchaseOrder.placed(order.id(), true);
    decided(
        purchaseOrder,
        account,
        note,
        Answer.Outcome.PLACED,
        order.number(),
        "purchasing.staff.placed");
    return order.number();
  }

  /**
   * Refuses it; the customer's system hears the reason when it asks again.
   *
   * @param note the reason, written for the customer
   * @throws BusinessRuleViolation when a colleague was first
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public void refuse(String reference, int version, String note) {
    PurchaseOrder purchaseOrder = locked(reference, version);
    mustSayWhy(note);
    purchaseOrder.refused();
    BusinessAccount account = em.find(BusinessAccount.class, purchaseOrder.accountId());
    decided(purchaseOrder, account, note, Answer.Outcome.REFUSED, null, "purchasing.staff.refused");
  }

  private static void mustSayWhy(String note) {
    if (note == null || note.isBlank()) {
      throw new BusinessRuleViolation("note", "purchasing.sayWhy");
    }
  }

  private PurchaseOrder locked(String reference, int version) {
    PurchaseOrder purchaseOrder =
        em.createQuery(
                "select p from PurchaseOrder p where p.messageReference = :reference",
                PurchaseOrder.class)
            .setParameter("reference", reference)
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("purchase order " + reference));
    if (purchaseOrder.version() != version || !purchaseOrder.undecided()) {
      throw new BusinessRuleViolation(
          null,
          "purchasing.decidedMeanwhile",
          purchaseOrder.decidedBy() == null ? "" : purchaseOrder.decidedBy(),
          purchaseOrder.state().name());
    }
    return purchaseOrder;
  }

  /**
   * The promised lines, their requisitions locked in the order of their ids so that nobody waits
   * for each other.
   */
  private Map<UUID, RequisitionLine> promised(PurchaseOrder purchaseOrder) {
    Map<UUID, RequisitionLine> promised = new HashMap<>();
    List<UUID> ids =
        purchaseOrder.lines().stream()
            .map(PurchaseOrderLine::requisitionLineId)
            .filter(Objects::nonNull)
            .toList();
    if (!ids.isEmpty()) {
      em.createQuery("select l from RequisitionLine l where l.id in :ids", RequisitionLine.class)
          .setParameter("ids", ids)
          .getResultStream()
          .forEach(line -> promised.put(line.id(), line));
    }
    var requisitions = new TreeSet<UUID>();
    promised.values().forEach(line -> requisitions.add(line.requisition().id()));
    requisitions.forEach(id -> em.find(Requisition.class, id, LockModeType.PESSIMISTIC_WRITE));
    return promised;
  }

  private static Order.Origin origin(
      PurchaseOrder purchaseOrder, BusinessAccount account, Map<UUID, RequisitionLine> promised) {
    Requisition requisition = promised.values().iterator().next().requisition();
    return new Order.Origin(
        account.id(),
        purchaseOrder.connectionId(),
        requisition.id(),
        purchaseOrder.id(),
        purchaseOrder.orderNumber(),
        requisition.personId(),
        requisition.contactName(),
        requisition.contactReach(),
        account.language());
  }

  private void decided(
      PurchaseOrder purchaseOrder,
      BusinessAccount account,
      String note,
      Answer.Outcome outcome,
      String number,
      String key) {
    Instant now = Instant.now(clock);
    Locale reader = Locale.forLanguageTag(account.language());
    String sentence = Texts.of(TEXTS, reader, key, number == null ? note.strip() : number);
    var answer =
        new Answer(
            outcome,
            new OrderNumber(purchaseOrder.orderNumber()),
            number,
            purchaseOrder.messageReference(),
            sentence,
            List.of());
    purchaseOrder.answered(purchaseOrder.reasons(), Answers.json(answer));
    purchaseOrder.decided(user.name(), note.strip(), now);
    audit.record(
        account.id(),
        outcome == Answer.Outcome.PLACED ? "purchase-order.accepted" : "purchase-order.refused",
        "purchase order",
        purchaseOrder.orderNumber(),
        PurchaseOrder.State.HELD.name(),
        purchaseOrder.state().name() + ": " + note.strip());
  }
}
