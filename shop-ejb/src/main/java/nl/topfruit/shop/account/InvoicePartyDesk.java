package nl.topfruit.shop.account;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.NotFound;

/** The legal entities of all customers, for our staff: what an invoice to them needs. */
@Stateless
public class InvoicePartyDesk {
  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;

  /**
   * What stands on an invoice to a legal entity and where it goes.
   *
   * @param version as it was seen
   * @param gaps what is missing
   */
  public record Numbers(
      UUID id,
      int version,
      String name,
      String kvkNumber,
      String oin,
      String vatId,
      String endpointScheme,
      String endpointId,
      String invoiceEmail,
      Set<InvoiceParty.Gap> gaps) {

    public static Numbers of(InvoiceParty party) {
      return new Numbers(
          party.id(),
          party.version(),
          party.name(),
          party.kvkNumber(),
          party.oin(),
          party.vatId(),
          party.endpointScheme(),
          party.endpointId(),
          party.invoiceEmail(),
          party.gaps());
    }

    private String said() {
      return kvkNumber + ", " + oin + ", " + vatId + ", " + endpointScheme + ":" + endpointId;
    }
  }

  /**
   * One legal entity.
   *
   * @throws NotFound when there is none
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Numbers party(UUID id) {
    return Numbers.of(found(id));
  }

  /**
   * Writes down its numbers.
   *
   * @param given gaps do not count; empty texts are none
   * @throws BusinessRuleViolation "account.colleagueFirst", or with the field that cannot be right
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public void complete(Numbers given) {
    InvoiceParty party = found(given.id());
    if (party.version() != given.version()) {
      throw new BusinessRuleViolation(null, "account.colleagueFirst");
    }
    Numbers before = Numbers.of(party);
    party.isRegisteredAs(
        digits(given.kvkNumber()),
        digits(given.oin()),
        code(given.vatId()),
        digits(given.endpointScheme()),
        code(given.endpointId()));
    party.isMailedAt(text(given.invoiceEmail()));
    audit.record(
        party.accountId(),
        "invoice-party.completed",
        "invoice-party",
        null,
        before.said(),
        Numbers.of(party).said());
  }

  private InvoiceParty found(UUID id) {
    InvoiceParty party = em.find(InvoiceParty.class, id);
    if (party == null) {
      throw new NotFound("invoice party");
    }
    return party;
  }

  private static String text(String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }

  private static String digits(String given) {
    return text(given == null ? null : given.replaceAll("[\\s.]", ""));
  }

  private static String code(String given) {
    String code = digits(given);
    return code == null ? null : code.toUpperCase(Locale.ROOT);
  }
}
