package nl.topfruit.shop.invoicing.issuing;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Comparator;
import java.util.List;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.invoicing.InvoiceDocument;
import nl.topfruit.shop.security.CurrentUser;

/** The invoices of the caller's own account; what is blocked has not been issued and is not his. */
@Stateless
public class InvoiceHistory {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;

  /**
   * How the account is invoiced, as agreed.
   *
   * @param byPurchaseOrder for orders that came by purchase order, or for the others
   */
  public record Agreement(
      boolean byPurchaseOrder,
      InvoicingPolicy.Grouping grouping,
      InvoicingPolicy.Moment moment,
      InvoiceDocument.Profile profile) {}

  /** The agreements of the account, that for purchase orders first. */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public List<Agreement> agreements() {
    return em.createQuery(
            "select p from InvoicingPolicy p where p.accountId = :account", InvoicingPolicy.class)
        .setParameter("account", user.accountId())
        .getResultStream()
        .map(
            p ->
                new Agreement(
                    p.source() == InvoicingPolicy.Source.PURCHASE_ORDER,
                    p.grouping(),
                    p.moment(),
                    p.profile()))
        .sorted(Comparator.comparing(Agreement::byPurchaseOrder).reversed())
        .toList();
  }

  /**
   * Invoices, newest first. Searches the number and their order number; filters "state", "order"
   * (our order number) and "since" (day of issue); sorts "number", "issued", "due" and "gross".
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Page<InvoiceRow> find(TableQuery asked) {
    return InvoiceQuery.of(asked)
        .where("i.account_id = :account", "account", user.accountId())
        .where("i.number is not null")
        .containing(InvoiceQuery.SEARCHED, asked.search())
        .page(em, asked, InvoiceQuery::row);
  }
}
