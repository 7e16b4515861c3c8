package nl.topfruit.shop.fulfilment;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;
import static nl.topfruit.shop.security.Role.WAREHOUSE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;

/** What has to be brought where on which day, of all customers, for our staff. */
@Stateless
public class DeliverySchedule {
  private static final int WEEK = 7;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /**
   * How much there is to do.
   *
   * @param today still to be brought today
   * @param late should have been brought before today
   * @param tomorrow to be brought on the next day
   * @param failed failed within the last seven days
   */
  public record Work(long today, long late, long tomorrow, long failed) {}

  /**
   * Deliveries by day. Searches their number, that of the order, the customer and the address of
   * branches; filters "state", "day" (a date) and "when", which the numbers of {@link #work} count
   * ("late", "today", "tomorrow", "failed", and "coming": what is still to be brought from today
   * on); sorts "number", "day" and "customer".
   */
  @RolesAllowed({OFFICE, WAREHOUSE, SHOP_ADMIN})
  public Page<DeliveryRow> find(TableQuery asked) {
    LocalDate today = LocalDate.now(clock);
    ListQuery query =
        DeliveryQuery.of("d.deliver_on desc, a.name, d.number")
            .containing(DeliveryQuery.SEARCHED, asked.search())
            .inState("d.state", Delivery.State.class, asked.filter("state"))
            .sortable("number", "d.number")
            .sortable("day", "d.deliver_on")
            .sortable("customer", "a.name");
    String open = " and " + DeliveryQuery.OPEN;
    switch (asked.filter("when")) {
      case "late" -> query.where("d.deliver_on < :limit" + open, "limit", today);
      case "today" -> query.where("d.deliver_on = :limit" + open, "limit", today);
      case "tomorrow" -> query.where("d.deliver_on = :limit" + open, "limit", today.plusDays(1));
      case "coming" -> query.where("d.deliver_on >= :limit" + open, "limit", today);
      case "failed" ->
          query.where(
              "d.state = 'FAILED' and d.deliver_on >= :limit", "limit", today.minusDays(WEEK));
      default -> {
        // every day
      }
    }
    String day = asked.filter("day");
    if (!day.isEmpty()) {
      try {
        query.where("d.deliver_on = :date", "date", LocalDate.parse(day));
      } catch (DateTimeParseException e) {
        return Page.empty();
      }
    }
    return query.page(em, asked, DeliveryQuery::row);
  }

  /** Numbers for the work board, in one statement. */
  @RolesAllowed({OFFICE, WAREHOUSE, SHOP_ADMIN})
  public Work work() {
    LocalDate today = LocalDate.now(clock);
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    """
                    select count(*) filter (where d.deliver_on = :today and %1$s), count(*) filter (where d.deliver_on < :today and %1$s),
                      count(*) filter (where d.deliver_on = :tomorrow and %1$s), count(*) filter (where d.state = 'FAILED')
                    from delivery d where (%1$s and d.deliver_on <= :tomorrow) or (d.state = 'FAILED' and d.deliver_on >= :weekAgo)
                    """
                        .formatted(DeliveryQuery.OPEN))
                .setParameter("today", today)
                .setParameter("tomorrow", today.plusDays(1))
                .setParameter("weekAgo", today.minusDays(WEEK))
                .getSingleResult();
    return new Work(number(row[0]), number(row[1]), number(row[2]), number(row[3]));
  }

  private static long number(Object count) {
    return ((Number) count).longValue();
  }

  /**
   * The deliveries of an order, with everything that who brings it must know. The look at the order
   * is recorded by the room that shows it.
   */
  @RolesAllowed({OFFICE, WAREHOUSE, SHOP_ADMIN})
  public List<DeliveryView> ofOrder(String orderNumber) {
    return em.createQuery(
            "select d from Delivery d join Order o on o.id = d.orderId where o.number = :order order by d.deliverOn, d.number",
            Delivery.class)
        .setParameter("order", orderNumber)
        .getResultStream()
        .map(delivery -> DeliveryView.of(delivery, true))
        .toList();
  }
}
