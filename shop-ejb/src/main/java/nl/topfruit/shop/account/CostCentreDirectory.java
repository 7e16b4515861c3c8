package nl.topfruit.shop.account;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.security.CurrentUser;

/** The cost centres of the caller's own account. */
@Stateless
public class CostCentreDirectory {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * A cost centre.
   *
   * @param manager who answers for it, null when that is not known
   * @param ended its last day is over
   */
  public record Entry(
      String code, String name, String manager, LocalDate activeUntil, boolean ended) {}

  /**
   * Cost centres by code. Searches code and name; filter "use" ("active" or "ended"); sorts "code",
   * "name" and "manager".
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Page<Entry> find(TableQuery asked) {
    LocalDate today = LocalDate.now(clock);
    ListQuery query =
        new ListQuery("c.code, c.name, c.manager, c.active_until", "cost_centre c", "c.code")
            .where("c.account_id = :account", "account", user.accountId())
            .containing("c.search", asked.search())
            .sortable("code", "c.code")
            .sortable("name", "c.name")
            .sortable("manager", "c.manager");
    switch (asked.filter("use")) {
      case "active" ->
          query.where("c.active_until is null or c.active_until >= :today", "today", today);
      case "ended" -> query.where("c.active_until < :today", "today", today);
      default -> {
        // both
      }
    }
    return query.page(
        em,
        asked,
        row ->
            entry(
                Rows.text(row, "code"),
                Rows.text(row, "name"),
                Rows.text(row, "manager"),
                Rows.day(row, "active_until"),
                today));
  }

  /**
   * One cost centre.
   *
   * @throws NotFound when the account has no such cost centre
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Entry costCentre(String code) {
    return em.createQuery(
            "select c from CostCentre c where c.accountId = :account and c.code = :code",
            CostCentre.class)
        .setParameter("account", user.accountId())
        .setParameter("code", code)
        .getResultStream()
        .findFirst()
        .map(c -> entry(c.code(), c.name(), c.manager(), c.activeUntil(), LocalDate.now(clock)))
        .orElseThrow(() -> new NotFound("cost centre " + code));
  }

  private static Entry entry(
      String code, String name, String manager, LocalDate until, LocalDate today) {
    return new Entry(code, name, manager, until, until != null && until.isBefore(today));
  }
}
