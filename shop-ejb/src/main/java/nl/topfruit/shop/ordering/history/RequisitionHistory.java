package nl.topfruit.shop.ordering.history;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.security.CurrentUser;

/** What the caller's own account has requested. */
@Stateless
public class RequisitionHistory {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;

  /**
   * Requisitions, newest first. Searches the number and who requested it; filter "state", and
   * "where" with "here" (authorised in our portal) or "there" (in the customer's own system); sorts
   * "number", "created", "validUntil" and "net".
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Page<RequisitionRow> find(TableQuery asked) {
    return RequisitionQuery.of(asked)
        .where("r.account_id = :account", "account", user.accountId())
        .page(em, asked, RequisitionQuery::row);
  }

  /**
   * One requisition with its frozen lines and what became of it.
   *
   * @throws NotFound when the account has no such requisition
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public RequisitionView requisition(String number) {
    return RequisitionReader.read(em, number, user.accountId(), user.personId().orElse(null));
  }
}
