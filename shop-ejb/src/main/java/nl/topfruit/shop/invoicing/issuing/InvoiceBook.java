package nl.topfruit.shop.invoicing.issuing;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;

/** The invoices of all customers, blocked ones among them, for our staff. */
@Stateless
public class InvoiceBook {
  @PersistenceContext private EntityManager em;

  /**
   * Invoices of all accounts, newest first. Searches the number, their order number, the customer
   * and the legal entity; filters and sorts as {@link InvoiceHistory#find}.
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Page<InvoiceRow> find(TableQuery asked) {
    return InvoiceQuery.of(asked)
        .containing(
            InvoiceQuery.SEARCHED + " || ' ' || lower(a.name || ' ' || p.name)", asked.search())
        .page(em, asked, InvoiceQuery::row);
  }

  /** How many may not leave. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public long blocked() {
    return em.createQuery("select count(i) from Invoice i where i.state = BLOCKED", Long.class)
        .getSingleResult();
  }
}
