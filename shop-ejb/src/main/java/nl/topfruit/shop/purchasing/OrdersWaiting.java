package nl.topfruit.shop.purchasing;

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

  /** Those that are held and those in conflict. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public long count() {
    return em.createQuery(
            "select count(p) from PurchaseOrder p where p.state in (HELD, CONFLICT)", Long.class)
        .getSingleResult();
  }
}
