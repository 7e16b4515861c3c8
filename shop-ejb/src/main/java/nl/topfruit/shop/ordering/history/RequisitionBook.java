package nl.topfruit.shop.ordering.history;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;

/** What all customers have requested, for our staff. */
@Stateless
@RolesAllowed({OFFICE, SHOP_ADMIN})
public class RequisitionBook {
  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;

  /**
   * Requisitions of all accounts, newest first. Searches the number, who requested it and the
   * customer's name; filters and sorts as {@link RequisitionHistory#find}.
   */
  public Page<RequisitionRow> find(TableQuery asked) {
    return RequisitionQuery.ofAll(asked).page(em, asked, RequisitionQuery::row);
  }

  /**
   * One requisition, and who is to be reached for it; that it was looked at is recorded. Private
   * addresses and the texts of cards are not told.
   *
   * @throws NotFound when there is no such requisition
   */
  public RequisitionView requisition(String number) {
    RequisitionView requisition = RequisitionReader.read(em, number, null, null);
    audit.record(requisition.accountId(), "requisition.read", "requisition", number, null, null);
    return requisition;
  }
}
