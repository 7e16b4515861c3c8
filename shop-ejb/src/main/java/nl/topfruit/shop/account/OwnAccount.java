package nl.topfruit.shop.account;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.security.CurrentUser;

/** Who the caller is, and of which customer. */
@Stateless
public class OwnAccount {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;

  /**
   * @param approvalAbove requests above this net amount wait for an approver in our portal; null:
   *     none do
   */
  public record Me(String accountName, String personName, String email, Money approvalAbove) {}

  /** The caller and his account. */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Me me() {
    return em.createQuery(
            """
            select new nl.topfruit.shop.account.OwnAccount$Me(a.name, p.name, p.email, a.approvalAbove)
            from Person p join BusinessAccount a on a.id = p.accountId where p.id = :person and a.id = :account
            """,
            Me.class)
        .setParameter("person", user.personId().orElseThrow(() -> new NotFound("person")))
        .setParameter("account", user.accountId())
        .getSingleResult();
  }
}
