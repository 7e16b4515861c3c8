package nl.topfruit.shop.fulfilment;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.security.CurrentUser;

/** What was and will be delivered to the caller's own account. */
@Stateless
public class AccountDeliveries {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /** The days of an order: its first and its last delivery, the same for most. */
  public record Days(LocalDate first, LocalDate last) {}

  /** What is still to be brought from today on, the next day first. */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public List<DeliveryRow> next(int most) {
    return DeliveryQuery.of("d.deliver_on, d.number")
        .where("d.account_id = :account", "account", user.accountId())
        .where("d.deliver_on >= :today", "today", LocalDate.now(clock))
        .where(DeliveryQuery.OPEN)
        .page(em, new TableQuery("", Map.of(), null, false, 0, most), DeliveryQuery::row)
        .rows();
  }

  /**
   * The deliveries of an order of the account; none of another's. Who lives at a private address is
   * told to the person who ordered only.
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public List<DeliveryView> ofOrder(String orderNumber) {
    UUID reader = user.personId().orElse(null);
    return em.createQuery(
            """
            select d, o.personId from Delivery d join Order o on o.id = d.orderId
            where o.number = :order and d.accountId = :account order by d.deliverOn, d.number
            """,
            Object[].class)
        .setParameter("order", orderNumber)
        .setParameter("account", user.accountId())
        .getResultStream()
        .map(row -> DeliveryView.of((Delivery) row[0], reader != null && reader.equals(row[1])))
        .toList();
  }

  /** When orders of the account are brought, by their number. */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Map<String, Days> daysOf(Collection<String> orderNumbers) {
    Map<String, Days> days = new HashMap<>();
    if (!orderNumbers.isEmpty()) {
      em.createQuery(
              """
              select o.number, min(d.deliverOn), max(d.deliverOn) from Delivery d join Order o on o.id = d.orderId
              where o.number in :orders and d.accountId = :account and d.state <> CANCELLED group by o.number
              """,
              Object[].class)
          .setParameter("orders", orderNumbers)
          .setParameter("account", user.accountId())
          .getResultStream()
          .forEach(
              row -> days.put((String) row[0], new Days((LocalDate) row[1], (LocalDate) row[2])));
    }
    return days;
  }
}
