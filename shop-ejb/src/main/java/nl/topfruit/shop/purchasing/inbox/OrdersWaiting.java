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

  /** Those that are held, those in conflict, and what was left out of those placed in part. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public long count() {
    return em.createQuery(
            """
            select count(p) from PurchaseOrder p where p.state in (HELD, CONFLICT)
              or (p.state = PARTLY_PLACED and p.decidedAt is null)
            """,
            Long.class)
        .getSingleResult();
  }
}
