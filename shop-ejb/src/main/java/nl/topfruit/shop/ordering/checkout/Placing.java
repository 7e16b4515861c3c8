package nl.topfruit.shop.ordering.checkout;

import static nl.topfruit.shop.security.Role.SHOPPER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.Orders;
import nl.topfruit.shop.ordering.Requisition;

/** The way out of the shop for those who order without a purchasing system of their own. */
@Stateless
public class Placing {
  @PersistenceContext private EntityManager em;
  @Inject private Checkout checkout;
  @Inject private Orders orders;

  /**
   * Where a basket went.
   *
   * @param orderNumber null while it waits for an approver
   */
  public record Placed(String requisitionNumber, String orderNumber) {}

  /**
   * Places the basket as an order, or leaves it to an approver when it is above the account's
   * amount; once, however often it is asked.
   *
   * @throws NotFound when the session came from a purchasing system, which decides itself
   */
  @RolesAllowed({SHOPPER, SYSTEM})
  public Placed place() {
    Checkout.HandedOver handedOver = checkout.handOver();
    Requisition requisition = handedOver.requisition();
    if (requisition.connectionId() != null) {
      throw new NotFound("place for a punchout session");
    }
    if (handedOver.repeated()) {
      return new Placed(requisition.number(), orderOf(requisition));
    }
    BusinessAccount account = em.find(BusinessAccount.class, requisition.accountId());
    boolean waits =
        account.approvalAbove() != null && requisition.net().compareTo(account.approvalAbove()) > 0;
    if (waits) {
      return new Placed(requisition.number(), null);
    }
    Order order = orders.placeRequisition(requisition.id(), account.language());
    return new Placed(requisition.number(), order.number());
  }

  private String orderOf(Requisition requisition) {
    List<String> numbers =
        em.createQuery("select o.number from Order o where o.requisitionId = :id", String.class)
            .setParameter("id", requisition.id())
            .getResultList();
    return numbers.isEmpty() ? null : numbers.get(0);
  }
}
