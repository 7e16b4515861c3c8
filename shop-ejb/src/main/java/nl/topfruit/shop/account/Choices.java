package nl.topfruit.shop.account;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;
import static nl.topfruit.shop.security.Role.SHOPPER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.security.CurrentUser;

/**
 * What an input suggests while a person types, out of thousands: branches and cost centres of his
 * own account. What is no longer in use is not suggested.
 */
@Stateless
public class Choices {
  /** More than a person reads; he types another letter. */
  static final int MOST = 12;

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * Branches whose code, name or address contains every word, those that begin with it first.
   *
   * @param invoicePartyId only those of this legal entity, null for all of the account
   */
  @RolesAllowed({SHOPPER, ORDERER, APPROVER, ACCOUNT_ADMIN})
  public List<BranchChoice> branches(String typed, UUID invoicePartyId) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select b.id, b.code, b.name, b.street || ' ' || b.house_number || ', ' || b.city from branch b
                where b.account_id = :account and (b.active_until is null or b.active_until >= :today)
                and (cast(:party as uuid) is null or b.invoice_party_id = cast(:party as uuid))
                and b.search like all (:words)
                order by (lower(b.name) like :start or lower(b.code) like :start) desc, b.name, b.id limit %d
                """
                    .formatted(MOST))
            .setParameter("account", user.accountId())
            .setParameter("today", LocalDate.now(clock))
            .setParameter("party", invoicePartyId == null ? null : invoicePartyId.toString())
            .setParameter("words", words(typed))
            .setParameter("start", like(typed.strip()) + "%")
            .getResultList();
    return rows.stream().map(Choices::branch).toList();
  }

  /**
   * The branch that is meant by what stands in the input: its code, its label, its name, or words
   * that only one branch has.
   *
   * @param invoicePartyId only those of this legal entity, null for all of the account
   * @return none when there is no such branch in use, or more than one
   */
  @RolesAllowed({SHOPPER, ORDERER, APPROVER, ACCOUNT_ADMIN, SYSTEM})
  public Optional<Branch> branch(String typed, UUID invoicePartyId) {
    List<Branch> found =
        em.createQuery(
                """
                select b from Branch b where b.accountId = :account and (b.activeUntil is null or b.activeUntil >= :today)
                and (:anyParty = true or b.invoicePartyId = :party) and (lower(b.code) = :typed or lower(b.name) = :typed
                  or lower(b.name || ', ' || b.address.street || ' ' || b.address.houseNumber || ', ' || b.address.city) = :typed)
                """,
                Branch.class)
            .setParameter("account", user.accountId())
            .setParameter("today", LocalDate.now(clock))
            .setParameter("anyParty", invoicePartyId == null)
            .setParameter("party", invoicePartyId)
            .setParameter("typed", typed.strip().toLowerCase(Locale.ROOT))
            .setMaxResults(2)
            .getResultList();
    if (found.size() == 1) {
      return Optional.of(found.get(0));
    }
    List<BranchChoice> near = branches(typed, invoicePartyId);
    return found.isEmpty() && near.size() == 1 ? branchById(near.get(0).id()) : Optional.empty();
  }

  /** The branch, if it is one of the caller's account; in use or not. */
  @RolesAllowed({SHOPPER, ORDERER, APPROVER, ACCOUNT_ADMIN, SYSTEM})
  public Optional<Branch> branchById(UUID id) {
    return Optional.ofNullable(em.find(Branch.class, id))
        .filter(branch -> branch.accountId().equals(user.accountId()));
  }

  /** Cost centres whose code or name contains every word, those that begin with it first. */
  @RolesAllowed({SHOPPER, ORDERER, APPROVER, ACCOUNT_ADMIN})
  public List<CostCentreChoice> costCentres(String typed) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(
                """
                select c.code, c.name from cost_centre c
                where c.account_id = :account and (c.active_until is null or c.active_until >= :today)
                and c.search like all (:words)
                order by (lower(c.code) like :start) desc, c.code limit %d
                """
                    .formatted(MOST))
            .setParameter("account", user.accountId())
            .setParameter("today", LocalDate.now(clock))
            .setParameter("words", words(typed))
            .setParameter("start", like(typed.strip()) + "%")
            .getResultList();
    return rows.stream()
        .map(row -> new CostCentreChoice((String) row[0], (String) row[1]))
        .toList();
  }

  private static BranchChoice branch(Object[] row) {
    return new BranchChoice((UUID) row[0], (String) row[1], (String) row[2], (String) row[3]);
  }

  /** One pattern a word; a single pattern that fits everything for none. */
  static String[] words(String typed) {
    String[] words = typed.strip().split("[\\s,;·]+");
    for (int i = 0; i < words.length; i++) {
      words[i] = "%" + like(words[i]) + "%";
    }
    return words;
  }

  private static String like(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("\\", "\\\\")
        .replace("%", "\\%")
        .replace("_", "\\_");
  }
}
