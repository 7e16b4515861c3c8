package nl.topfruit.shop.account;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.security.Role;

/**
 * People of an account as its purchasing system names them, by their e-mail address. To be named is
 * no sign-in: it fills in who orders, and opens nothing of the portal.
 */
@Stateless
public class Orderers {
  private static final int LONGEST_EMAIL = 254;
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_PHONE = 40;

  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;

  /**
   * A person of the account.
   *
   * @param active he may order
   * @param phone null where we have none
   * @param branchId what is filled in for him, as the next two; each may be null
   */
  public record Known(
      UUID personId,
      String name,
      String email,
      boolean active,
      String phone,
      UUID branchId,
      String costCentreCode,
      UUID purposeId) {}

  /**
   * The person with this address in this account; the same address in another account is nobody.
   * Open to all: the call-up of a system that was recognised asks it, and says for which account.
   */
  @PermitAll
  public Optional<Known> byEmail(UUID accountId, String email) {
    return em.createQuery(
            """
            select new nl.topfruit.shop.account.Orderers$Known(p.id, p.name, p.email, p.active, o.phone, o.branchId,
              o.costCentreCode, o.purposeId)
            from Person p left join Orderer o on o.personId = p.id
            where lower(p.email) = :email and p.accountId = :account
            """,
            Known.class)
        .setParameter("email", normal(email))
        .setParameter("account", accountId)
        .getResultStream()
        .findFirst();
  }

  /**
   * Makes an orderer without a password, unless the address is somebody's already: of two first
   * call-ups at once one makes him and the other finds him. Open to all, as above.
   *
   * @param name as the system gives it, null for none
   * @param phone as the system gives it, null for none
   * @param by who named him, for the record
   * @return none when the address is somebody's of another account
   */
  @PermitAll
  public Optional<Known> make(
      BusinessAccount account, String email, String name, String phone, String by) {
    if (normal(email).length() > LONGEST_EMAIL) {
      return Optional.empty();
    }
    UUID id = Ids.next();
    int made =
        em.createNativeQuery(
                """
                insert into person (id, version, email, name, account_id, language, active)
                values (:id, 0, :email, :name, :account, :language, true) on conflict (lower(email)) do nothing
                """)
            .setParameter("id", id)
            .setParameter("email", normal(email))
            .setParameter("name", cut(name == null ? email.strip() : name.strip(), LONGEST_NAME))
            .setParameter("account", account.id())
            .setParameter("language", account.language())
            .executeUpdate();
    if (made == 1) {
      em.createNativeQuery("insert into person_role (person_id, role) values (:id, :role)")
          .setParameter("id", id)
          .setParameter("role", Role.ORDERER)
          .executeUpdate();
      em.persist(
          new Orderer(
              id,
              account.id(),
              phone == null ? null : cut(phone.strip(), LONGEST_PHONE),
              null,
              null,
              null));
      audit.record(account.id(), "orderer.made", "person", normal(email), null, by);
    }
    return byEmail(account.id(), email);
  }

  /** The address fits and is nobody's, of whichever account: {@link #make} would make him. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public boolean mayBeMade(String email) {
    return normal(email).length() <= LONGEST_EMAIL
        && em.createQuery("select count(p) from Person p where lower(p.email) = :email", Long.class)
                .setParameter("email", normal(email))
                .getSingleResult()
            == 0;
  }

  private static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }

  private static String cut(String text, int length) {
    return text.codePointCount(0, text.length()) <= length
        ? text
        : text.substring(0, text.offsetByCodePoints(0, length));
  }
}
