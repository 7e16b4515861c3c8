package nl.topfruit.shop.ordering;

import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;
import static nl.topfruit.shop.security.Role.SHOPPER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.security.CurrentUser;

/** Places orders: the one way in which an order comes to be. */
@Stateless
public class Orders {
  /** Beyond so many full days in a row somebody must look at it. */
  private static final int MOST_DAYS_TRIED = 10;

  @PersistenceContext private EntityManager em;
  @Inject private DeliveryDays days;
  @Inject private Event<OrderPlaced> placed;
  @Inject private Event<OrderCancelled> cancelled;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Takes a place for every item on its day, or on the next possible day where that day is full or
   * too close, and gives back the places that are no longer needed. Nothing is changed when there
   * is no possible day for one of them.
   *
   * @return the items with the day each is delivered on; empty when there is none. Open to all: the
   *     caller's own service has checked what he may do.
   */
  @PermitAll
  public Optional<List<OrderItem>> reserve(List<OrderItem> items, DeliveryCalendar calendar) {
    Instant now = Instant.now(clock);
    Set<LocalDate> full = new HashSet<>(calendar.fullDays());
    List<OrderItem> planned = items;
    for (int tried = 0; tried < MOST_DAYS_TRIED; tried++) {
      Optional<List<OrderItem>> next = plan(items, calendar.withFullDays(full), now);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      planned = next.get();
      var needed = Places.neededBy(planned);
      Set<LocalDate> without = days.take(needed);
      if (without.isEmpty()) {
        days.release(Places.givenBackBy(planned));
        return Optional.of(planned);
      }
      var taken = new TreeMap<>(needed);
      taken.keySet().removeAll(without);
      days.release(taken);
      full.addAll(without);
    }
    return Optional.empty();
  }

  /**
   * Writes the order, marks what it takes of its requisitions, and tells who delivers and who
   * invoices, all in the caller's transaction. Days and places are settled already ({@link
   * #reserve}); requisitions are locked by the caller. Open to all: the caller's own service has
   * checked what he may do.
   */
  @PermitAll
  public Order place(Order.Origin origin, List<OrderItem> items) {
    Instant now = Instant.now(clock);
    OrderPlacing.Placed result = OrderPlacing.of(nextNumber(now), origin, items, now);
    Set<Requisition> touched = new LinkedHashSet<>();
    for (OrderItem item : items) {
      RequisitionLine line = item.promise();
      if (line != null && line.requisition().open()) {
        line.requisition().ordered(line, item.quantity().min(line.remaining()));
        touched.add(line.requisition());
      }
    }
    touched.forEach(Requisition::settle);
    em.persist(result.order());
    placed.fire(result.event());
    return result.order();
  }

  /**
   * Cancels an order that was not packed yet; who delivers it hears of it in the same transaction.
   * Its places on the days are given back. Open to all: the caller's own service has checked what
   * he may do.
   *
   * @param kept items of it whose places stay taken, because they are promised again
   * @throws BusinessRuleViolation "ordering.tooLateToCancel"
   */
  @PermitAll
  public void cancel(Order order, Set<OrderLine> kept) {
    order.cancel();
    @SuppressWarnings("unchecked")
    List<Tuple> deliveries =
        em.createNativeQuery(
                "select id, cast(deliver_on as varchar) as day from delivery where order_id = :order",
                Tuple.class)
            .setParameter("order", order.id())
            .getResultList();
    Map<UUID, LocalDate> dayOf = new HashMap<>();
    deliveries.forEach(
        row -> dayOf.put(row.get("id", UUID.class), LocalDate.parse(row.get("day", String.class))));
    days.release(
        Places.takenBy(
            order.lines().stream().filter(line -> !kept.contains(line)).toList(), dayOf));
    cancelled.fire(new OrderCancelled(order.id(), order.number(), order.accountId()));
  }

  /**
   * Orders all that a requisition of the caller's account still promises, without a purchase order:
   * who shops in our portal places, who approves there authorises.
   *
   * @return the order
   * @throws NotFound when it is no requisition of his account
   * @throws BusinessRuleViolation "ordering.requisitionClosed", "ordering.noDayLeft"
   */
  @RolesAllowed({SHOPPER, ORDERER, APPROVER, SYSTEM})
  public Order placeRequisition(UUID requisitionId, String language) {
    Requisition requisition =
        em.find(Requisition.class, requisitionId, LockModeType.PESSIMISTIC_WRITE);
    if (requisition == null || !requisition.accountId().equals(user.accountId())) {
      throw new NotFound("requisition");
    }
    if (!requisition.open()) {
      throw new BusinessRuleViolation(
          null, "ordering.requisitionClosed", requisition.number(), requisition.state());
    }
    List<OrderItem> items =
        requisition.lines().stream()
            .filter(line -> line.remaining().signum() > 0)
            .map(line -> OrderItem.of(line, line.remaining()))
            .toList();
    List<OrderItem> settled =
        reserve(items, days.calendar(!"en".equals(language)))
            .orElseThrow(
                () -> new BusinessRuleViolation(null, "ordering.noDayLeft", requisition.number()));
    return place(
        new Order.Origin(
            requisition.accountId(),
            requisition.connectionId(),
            requisition.id(),
            null,
            null,
            requisition.personId(),
            requisition.contactName(),
            requisition.contactReach(),
            language),
        settled);
  }

  /** The day of each: goods by their own cut-off, deposits and delivery cost with their goods. */
  static Optional<List<OrderItem>> plan(
      List<OrderItem> items, DeliveryCalendar calendar, Instant now) {
    List<OrderItem> planned = new ArrayList<>(items.size());
    Map<DeliveryKey, LocalDate> earliest = new HashMap<>();
    for (OrderItem item : items) {
      if (item.kind() == LineKind.DELIVERY) {
        planned.add(item);
        continue;
      }
      DeliveryCalendar view =
          item.placeHeld() && item.wantedOn().equals(item.promisedOn())
              ? calendar.withPlaceHeldOn(item.promisedOn())
              : calendar;
      Optional<LocalDate> day =
          view.nextPossible(item.wantedOn(), CutOffClass.valueOf(item.cutOffClass()), now);
      if (day.isEmpty()) {
        return Optional.empty();
      }
      planned.add(item.on(day.get()));
      earliest.merge(
          DeliveryKey.of(item.wantedOn(), item.destination()),
          day.get(),
          (a, b) -> a.isBefore(b) ? a : b);
    }
    planned.replaceAll(
        item ->
            item.kind() == LineKind.DELIVERY
                ? item.on(
                    earliest.getOrDefault(
                        DeliveryKey.of(item.wantedOn(), item.destination()), item.wantedOn()))
                : item);
    return Optional.of(List.copyOf(planned));
  }

  private String nextNumber(Instant now) {
    Number next = (Number) em.createNativeQuery("select nextval('order_number')").getSingleResult();
    return "B-%d-%05d".formatted(DeliveryCalendar.today(now).getYear(), next.longValue());
  }
}
