package nl.topfruit.shop.purchasing.inbox;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** How many purchase orders of all customers wait for a decision of our staff. */
@Stateless
public class OrdersWaiting {
  @PersistenceContext private EntityManager em;

  /**
   * Those that are held, those in conflict, what was left out of those placed in part, and changes
   * that came too late.
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public long count() {
    return em.createQuery(
            """
            select count(p) from PurchaseOrder p where p.state in (HELD, CONFLICT)
              or (p.decidedAt is null and (p.state = PARTLY_PLACED
                or (p.state = REFUSED and (p.orderVersion like 'U:%' or p.orderVersion like 'C:%'))))
            """,
            Long.class)
        .getSingleResult();
  }
}
