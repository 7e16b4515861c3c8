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

/** What the caller's own account has ordered. */
@Stateless
public class OrderHistory {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;

  /**
   * Orders, newest first. Searches our number and theirs; filters "state", "invoiced" and
   * "costCentre"; sorts "number", "purchaseOrder", "placed" and "net".
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Page<OrderRow> find(TableQuery asked) {
    return OrderQuery.of(asked)
        .where("o.account_id = :account", "account", user.accountId())
        .containing(OrderQuery.SEARCHED, asked.search())
        .page(em, asked, OrderQuery::row);
  }

  /**
   * One order with its lines.
   *
   * @throws NotFound when the account has no such order
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public OrderView order(String number) {
    return OrderReader.read(em, number, user.accountId(), user.personId().orElse(null));
  }
}
