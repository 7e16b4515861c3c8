package nl.topfruit.shop.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.ordering.OrderCancelled;
import nl.topfruit.shop.ordering.OrderPlaced;

/** Plans the deliveries of an order, and cancels them, in the transaction of the order. */
@ApplicationScoped
class DeliveryPlanner {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  void cancel(@Observes OrderCancelled order) {
    Instant now = Instant.now(clock);
    em.createQuery("select d from Delivery d where d.orderId = :order", Delivery.class)
        .setParameter("order", order.orderId())
        .getResultStream()
        .forEach(delivery -> delivery.cancel(now));
  }

  void plan(@Observes OrderPlaced order) {
    List<OrderPlaced.PlannedDelivery> planned = order.deliveries();
    @SuppressWarnings("unchecked")
    List<Number> numbers =
        em.createNativeQuery(
                "select nextval('delivery_number') from generate_series(1, :deliveries)")
            .setParameter("deliveries", planned.size())
            .getResultList();
    int year = DeliveryCalendar.today(Instant.now(clock)).getYear();
    for (int i = 0; i < planned.size(); i++) {
      OrderPlaced.PlannedDelivery delivery = planned.get(i);
      em.persist(
          new Delivery(
              delivery.id(),
              "L-%d-%05d".formatted(year, numbers.get(i).longValue()),
              order.orderId(),
              order.accountId(),
              delivery.deliverOn(),
              delivery.promisedOn(),
              delivery.destination()));
    }
  }
}
