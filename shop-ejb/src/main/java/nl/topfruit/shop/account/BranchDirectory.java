package nl.topfruit.shop.account;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.security.CurrentUser;

/** The branches of the caller's own account and the legal entities that pay for them. */
@Stateless
public class BranchDirectory {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * A branch in the list.
   *
   * @param partyName the legal entity that pays for it
   * @param ended its last day is over: nothing is delivered there any more
   */
  public record Row(
      String code,
      String name,
      String street,
      String city,
      String partyName,
      LocalDate activeUntil,
      boolean ended) {}

  /**
   * A legal entity with how many branches it pays for.
   *
   * @param branches those in use and those no longer in use
   */
  public record Party(
      String name,
      String kvkNumber,
      String oin,
      String vatId,
      Address address,
      String invoiceEmail,
      String buyerReference,
      int paymentDays,
      String endpointScheme,
      String endpointId,
      long branches) {}

  /** A branch with the legal entity that pays for it. */
  public record Entry(
      String code,
      String name,
      Address address,
      String gln,
      String establishmentNumber,
      String contactName,
      String contactReach,
      String instruction,
      String openingHours,
      LocalDate activeUntil,
      boolean ended,
      Party party) {}

  /**
   * Branches by legal entity and name. Searches code, name and address; filters "party" (the name
   * of a legal entity) and "use" ("active" or "ended"); sorts "code", "name" and "city".
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Page<Row> find(TableQuery asked) {
    LocalDate today = LocalDate.now(clock);
    ListQuery query =
        new ListQuery(
                """
                b.code, b.name, b.street || ' ' || b.house_number as street, b.city, p.name as party_name, b.active_until
                """,
                "branch b join invoice_party p on p.id = b.invoice_party_id",
                "p.name, b.name, b.code")
            .where("b.account_id = :account", "account", user.accountId())
            .containing("b.search", asked.search())
            .sortable("code", "b.code")
            .sortable("name", "b.name")
            .sortable("city", "b.city");
    if (!asked.filter("party").isEmpty()) {
      query.where("p.name = :party", "party", asked.filter("party"));
    }
    switch (asked.filter("use")) {
      case "active" ->
          query.where("b.active_until is null or b.active_until >= :today", "today", today);
      case "ended" -> query.where("b.active_until < :today", "today", today);
      default -> {
        // both
      }
    }
    return query.page(em, asked, row -> row(row, today));
  }

  private static Row row(Tuple row, LocalDate today) {
    LocalDate until = Rows.day(row, "active_until");
    return new Row(
        Rows.text(row, "code"),
        Rows.text(row, "name"),
        Rows.text(row, "street"),
        Rows.text(row, "city"),
        Rows.text(row, "party_name"),
        until,
        until != null && until.isBefore(today));
  }

  /** The legal entities of the account by name. */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public List<Party> parties() {
    return em.createQuery(
            """
            select p, (select count(b) from Branch b where b.invoicePartyId = p.id) from InvoiceParty p
            where p.accountId = :account order by p.name
            """,
            Object[].class)
        .setParameter("account", user.accountId())
        .getResultStream()
        .map(row -> party((InvoiceParty) row[0], (Long) row[1]))
        .toList();
  }

  /**
   * One branch.
   *
   * @param code the account's own code of it
   * @throws NotFound when the account has no such branch
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Entry branch(String code) {
    Object[] found =
        em.createQuery(
                """
                select b, p, (select count(o) from Branch o where o.invoicePartyId = p.id) from Branch b
                join InvoiceParty p on p.id = b.invoicePartyId where b.accountId = :account and b.code = :code
                """,
                Object[].class)
            .setParameter("account", user.accountId())
            .setParameter("code", code)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("branch " + code));
    Branch branch = (Branch) found[0];
    LocalDate until = branch.activeUntil();
    return new Entry(
        branch.code(),
        branch.name(),
        branch.address(),
        branch.gln(),
        branch.establishmentNumber(),
        branch.contactName(),
        branch.contactReach(),
        branch.instruction(),
        branch.openingHours(),
        until,
        until != null && until.isBefore(LocalDate.now(clock)),
        party((InvoiceParty) found[1], (Long) found[2]));
  }

  private static Party party(InvoiceParty party, long branches) {
    return new Party(
        party.name(),
        party.kvkNumber(),
        party.oin(),
        party.vatId(),
        party.address(),
        party.invoiceEmail(),
        party.buyerReference(),
        party.paymentDays(),
        party.endpointScheme(),
        party.endpointId(),
        branches);
  }
}
