package nl.topfruit.shop.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;

/** Can the shop work? For those who watch over it. */
@Stateless
public class Readiness {
  @PersistenceContext private EntityManager em;

  /**
   * Asks the database one thing; what it throws means "no". Open to all: load balancers sign in
   * nowhere, and it tells nothing but yes or no.
   */
  @PermitAll
  public void check() {
    em.createNativeQuery("select 1").getSingleResult();
  }
}
