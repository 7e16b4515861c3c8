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
import java.util.stream.Stream;
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
public class OrderChanges {
  @PersistenceContext private EntityManager em;
  @Inject private Orders orders;

  /**
   * What we have of an order when a change of it comes.
   *
   * @param purchaseOrder the version that counts: the one that was placed, else the last that waits
   * @param orders what it became and is not cancelled; staff may have placed its rest apart, none
   *     as long as it waits
   * @param waiting other versions that wait for a person
   */
  public record Standing(
      PurchaseOrder purchaseOrder, List<Order> orders, List<PurchaseOrder> waiting) {}

  /**
   * The version of the order that counts now; none when we have no order of that number.
   *
   * @param own the message that changes it
   * @param locking it may be changed in this transaction
   */
  public Optional<Standing> standing(PurchaseOrder own, boolean locking) {
    LockModeType lock = locking ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE;
    List<PurchaseOrder> found =
        em.createQuery(
                """
                select p from PurchaseOrder p where p.connectionId = :connection and p.orderKey = :number and p.id <> :own
                  and p.state in (PLACED, PARTLY_PLACED, HELD)
                order by case when p.state = HELD then 1 else 0 end, p.receivedAt desc
                """,
                PurchaseOrder.class)
            .setParameter("connection", own.connectionId())
            .setParameter("number", own.orderNumber())
            .setParameter("own", own.id())
            .setLockMode(lock)
            .getResultList();
    return found.stream()
        .findFirst()
        .map(first -> new Standing(first, orders(first, lock), found.subList(1, found.size())));
  }

  private List<Order> orders(PurchaseOrder purchaseOrder, LockModeType lock) {
    return em.createQuery(
            "select o from Order o where o.purchaseOrderId = :id and o.state <> CANCELLED order by o.placedAt",
            Order.class)
        .setParameter("id", purchaseOrder.id())
        .setLockMode(lock)
        .getResultList();
  }

  /** Why an order can no longer be changed or withdrawn; none when it can. */
  public Optional<Difference> obstacle(Standing standing, DeliveryCalendar calendar, Instant now) {
    return standing.orders().stream()
        .flatMap(order -> obstacle(order, calendar, now).stream())
        .findFirst();
  }

  private Optional<Difference> obstacle(Order order, DeliveryCalendar calendar, Instant now) {
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

  /** Nothing of it is delivered; its places are free again, and nobody need look at it. */
  void withdraw(Standing standing) {
    standing.orders().forEach(order -> orders.cancel(order, Set.of()));
    standing.purchaseOrder().cancelled();
    supersede(standing);
  }

  /** An earlier change that waits is overtaken by this one. */
  void supersede(Standing standing) {
    standing.waiting().forEach(PurchaseOrder::superseded);
  }

  /**
   * Whether every line of a requisition is delivered on the day it was promised for: only then its
   * places can stay. Lines without one were promised nothing.
   */
  public boolean asPromised(Standing standing) {
    return standing.orders().stream().allMatch(this::asPromised);
  }

  private boolean asPromised(Order order) {
    return (Long)
            em.createQuery(
                    """
                    select count(l) from OrderLine l, Delivery d where l.order.id = :order and l.requisitionLineId is not null
                      and d.id = l.deliveryId and d.deliverOn <> d.promisedOn
                    """)
                .setParameter("order", order.id())
                .getSingleResult()
        == 0;
  }

  /**
   * What an order took of its requisitions, promised again while its change is looked at.
   *
   * @param lines of the order that came from a requisition
   * @param pieces by requisition line
   */
  public record Reopened(Set<OrderLine> lines, Map<RequisitionLine, BigDecimal> pieces) {
    Set<Requisition> requisitions() {
      Set<Requisition> requisitions = new LinkedHashSet<>();
      pieces.keySet().forEach(line -> requisitions.add(line.requisition()));
      return requisitions;
    }
  }

  /**
   * Promises again what an order took of its requisitions.
   *
   * @param locking its requisitions are locked; otherwise nothing of it may reach the database, and
   *     {@link #close} undoes it
   */
  public Reopened reopen(Standing standing, boolean locking) {
    Map<UUID, BigDecimal> taken = new HashMap<>();
    Set<OrderLine> lines = new LinkedHashSet<>();
    for (Order order : standing.orders()) {
      for (OrderLine line : order.lines()) {
        if (line.requisitionLineId() != null) {
          taken.merge(line.requisitionLineId(), line.quantity(), BigDecimal::add);
          lines.add(line);
        }
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
          .setLockMode(locking ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
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
  public void close(Reopened reopened) {
    reopened.pieces().forEach((line, pieces) -> line.requisition().ordered(line, pieces));
    reopened.requisitions().forEach(Requisition::settle);
  }

  /**
   * The change is carried out: the earlier order goes, what was promised again keeps its places.
   */
  public void replace(Standing standing, Reopened reopened) {
    standing.orders().forEach(order -> orders.cancel(order, reopened.lines()));
    standing.purchaseOrder().superseded();
    supersede(standing);
  }

  /** Older than one of the versions that we have. */
  static Optional<Difference> older(Incoming incoming, Standing standing) {
    return Stream.concat(Stream.of(standing.purchaseOrder()), standing.waiting().stream())
        .flatMap(version -> older(incoming, version).stream())
        .findFirst();
  }

  /** Versions that are no numbers are not compared. */
  private static Optional<Difference> older(Incoming incoming, PurchaseOrder standing) {
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
