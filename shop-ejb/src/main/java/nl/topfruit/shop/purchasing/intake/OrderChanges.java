package nl.topfruit.shop.purchasing.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderLine;
import nl.topfruit.shop.ordering.Orders;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;
import nl.topfruit.shop.purchasing.Incoming;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.agreement.Difference;
import nl.topfruit.shop.purchasing.agreement.Reason;

/**
 * A later version of an order that we have, or its withdrawal (cXML OrderRequest of type update and
 * delete, UBL OrderChange and OrderCancellation). Until packing begins it is carried out, after
 * that it is refused; it never adds to the order that it changes.
 */
@Dependent
class OrderChanges {
  @PersistenceContext private EntityManager em;
  @Inject private Orders orders;

  /**
   * The version of the order that counts now, locked; none when we have no order of that number.
   *
   * @param own the row of the message that changes it
   */
  Optional<PurchaseOrder> standing(Incoming incoming, PurchaseOrder own) {
    return em.createQuery(
            """
            select p from PurchaseOrder p where p.connectionId = :connection and p.orderKey = :number and p.id <> :own
              and p.state in (PLACED, PARTLY_PLACED, HELD) order by p.receivedAt desc
            """,
            PurchaseOrder.class)
        .setParameter("connection", incoming.connection().id())
        .setParameter("number", incoming.number())
        .setParameter("own", own.id())
        .setMaxResults(1)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The order that it became, locked; none as long as it is held. */
  Optional<Order> order(PurchaseOrder standing) {
    return standing.orderId() == null
        ? Optional.empty()
        : Optional.of(em.find(Order.class, standing.orderId(), LockModeType.PESSIMISTIC_WRITE));
  }

  /** Why an order can no longer be changed or withdrawn; none when it can. */
  Optional<Difference> obstacle(Order order, DeliveryCalendar calendar, Instant now) {
    if (order.invoiced() != Order.Invoiced.NONE) {
      return Optional.of(Difference.ofOrder(Reason.INVOICED_ALREADY));
    }
    if (order.state() != Order.State.PLACED && order.state() != Order.State.ON_HOLD) {
      return Optional.of(Difference.ofOrder(Reason.DELIVERED_ALREADY));
    }
    return days(order).entrySet().stream()
        .filter(day -> !now.isBefore(calendar.decideBefore(day.getKey(), day.getValue())))
        .findFirst()
        .map(day -> Difference.ofOrder(Reason.TOO_LATE_TO_CHANGE, day.getKey()));
  }

  /** Each day of an order with the cut-off of what must be packed first for it. */
  private Map<LocalDate, CutOffClass> days(Order order) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select cast(d.deliver_on as varchar), coalesce(max(p.cut_off_class), 'A') from order_line l
                join delivery d on d.id = l.delivery_id left join product p on p.id = l.product_id
                where l.order_id = :order group by d.deliver_on order by d.deliver_on
                """)
            .setParameter("order", order.id())
            .getResultList();
    Map<LocalDate, CutOffClass> days = new LinkedHashMap<>();
    rows.forEach(
        row -> days.put(LocalDate.parse((String) row[0]), CutOffClass.valueOf((String) row[1])));
    return days;
  }

  /** Nothing of it is delivered; its places are free again. */
  void withdraw(Order order) {
    orders.cancel(order, Set.of());
  }

  /** Whether all that was promised is delivered on its day: only then its places can stay. */
  boolean asPromised(Order order) {
    return (Long)
            em.createQuery(
                    """
                    select count(l) from OrderLine l join RequisitionLine r on r.id = l.requisitionLineId
                    join Delivery d on d.id = l.deliveryId where l.order = :order and d.deliverOn <> r.deliverOn
                    """)
                .setParameter("order", order)
                .getSingleResult()
        == 0;
  }

  /**
   * What an order took of its requisitions, promised again while its change is looked at.
   *
   * @param lines of the order that came from a requisition
   * @param pieces by requisition line
   */
  record Reopened(Set<OrderLine> lines, Map<RequisitionLine, BigDecimal> pieces) {
    Set<Requisition> requisitions() {
      Set<Requisition> requisitions = new LinkedHashSet<>();
      pieces.keySet().forEach(line -> requisitions.add(line.requisition()));
      return requisitions;
    }
  }

  /** Promises again what an order took of its requisitions, which are locked. */
  Reopened reopen(Order order) {
    Map<UUID, BigDecimal> taken = new HashMap<>();
    Set<OrderLine> lines = new LinkedHashSet<>();
    for (OrderLine line : order.lines()) {
      if (line.requisitionLineId() != null) {
        taken.merge(line.requisitionLineId(), line.quantity(), BigDecimal::add);
        lines.add(line);
      }
    }
    Map<RequisitionLine, BigDecimal> pieces = new HashMap<>();
    if (!taken.isEmpty()) {
      em.createQuery(
              """
              select r from Requisition r where r.id in (select l.requisition.id from RequisitionLine l where l.id in :lines)
              order by r.id
              """,
              Requisition.class)
          .setParameter("lines", taken.keySet())
          .setLockMode(LockModeType.PESSIMISTIC_WRITE)
          .getResultList();
      em.createQuery(
              "select l from RequisitionLine l join fetch l.requisition where l.id in :lines",
              RequisitionLine.class)
          .setParameter("lines", taken.keySet())
          .getResultList()
          .forEach(
              line -> {
                BigDecimal back = taken.get(line.id()).min(line.orderedQuantity());
                line.requisition().promisedAgain(line, back);
                pieces.put(line, back);
              });
    }
    var reopened = new Reopened(lines, pieces);
    reopened.requisitions().forEach(Requisition::settle);
    return reopened;
  }

  /** The change was not carried out: the order has what it had. */
  void close(Reopened reopened) {
    reopened.pieces().forEach((line, pieces) -> line.requisition().ordered(line, pieces));
    reopened.requisitions().forEach(Requisition::settle);
  }

  /**
   * The change is carried out: the earlier order goes, what was promised again keeps its places.
   */
  void replace(PurchaseOrder standing, Order order, Reopened reopened) {
    orders.cancel(order, reopened.lines());
    standing.superseded();
  }

  /** An older version than the one that counts. Versions that are no numbers are not compared. */
  static Optional<Difference> older(Incoming incoming, PurchaseOrder standing) {
    String theirs = incoming.message().version();
    String ours = standing.orderVersion().replaceFirst("^[UC]:", "");
    if (theirs == null || !theirs.matches("\\d{1,9}") || !ours.matches("\\d{1,9}")) {
      return Optional.empty();
    }
    int later = Integer.compare(Integer.parseInt(theirs), Integer.parseInt(ours));
    boolean changedBefore = standing.orderVersion().startsWith("U:");
    return later < 0 || later == 0 && changedBefore
        ? Optional.of(Difference.ofOrder(Reason.OLDER_VERSION, theirs, ours))
        : Optional.empty();
  }
}
