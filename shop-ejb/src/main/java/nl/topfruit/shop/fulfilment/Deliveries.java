package nl.topfruit.shop.fulfilment;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;
import static nl.topfruit.shop.security.Role.SYSTEM;
import static nl.topfruit.shop.security.Role.WAREHOUSE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.Order;

/** What becomes of deliveries. For staff, across accounts. */
@Stateless
public class Deliveries {
  @PersistenceContext private EntityManager em;
  @Inject private Event<DeliveryArrived> arrivals;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * A delivery was handed over: the orderer hears of it, so that he can book the receipt, and the
   * invoice follows where the account wants it at delivery.
   *
   * @param number of the delivery
   * @param note who took it, where it stands
   * @throws nl.topfruit.shop.common.BusinessRuleViolation when it was closed before
   */
  @RolesAllowed({OFFICE, WAREHOUSE, SHOP_ADMIN, SYSTEM})
  public void deliver(String number, String note) {
    Delivery found =
        em.createQuery("select d from Delivery d where d.number = :number", Delivery.class)
            .setParameter("number", number)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("delivery " + number));
    deliver(found, note);
  }

  /** Everything of an order that is still on its way was handed over. */
  @RolesAllowed({OFFICE, WAREHOUSE, SHOP_ADMIN, SYSTEM})
  public void deliverOrder(String orderNumber, String note) {
    List<Delivery> planned =
        em.createQuery(
                """
                select d from Delivery d, Order o where o.id = d.orderId and o.number = :number and d.state in (PLANNED, ON_THE_WAY)
                order by d.number
                """,
                Delivery.class)
            .setParameter("number", orderNumber)
            .getResultList();
    planned.forEach(delivery -> deliver(delivery, note));
  }

  private void deliver(Delivery delivery, String note) {
    // the order's row is the lock: the last two deliveries of an order cannot both think that
    // another is still to come
    Order order = em.find(Order.class, delivery.orderId(), LockModeType.PESSIMISTIC_WRITE);
    delivery.deliver(note, Instant.now(clock));
    em.flush();
    List<Delivery.State> states =
        em.createQuery(
                "select d.state from Delivery d where d.orderId = :order", Delivery.State.class)
            .setParameter("order", order.id())
            .getResultList();
    long arrived = states.stream().filter(s -> s == Delivery.State.DELIVERED).count();
    long all = states.stream().filter(s -> s != Delivery.State.CANCELLED).count();
    order.delivered(arrived, all);
    audit.record(
        order.accountId(), "delivery.delivered", "delivery", delivery.number(), null, note);
    arrivals.fire(
        new DeliveryArrived(delivery.id(), order.id(), order.accountId(), arrived == all));
  }
}
