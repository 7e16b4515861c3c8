package nl.topfruit.shop.connection.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.Connection.State;
import nl.topfruit.shop.connection.ConnectionCredential.Kind;
import nl.topfruit.shop.protocol.oci.mapping.ProfileFault;

/**
 * What a connection needs before it goes live: what comes over it must be able to come, to be
 * delivered and to be invoiced.
 */
@Dependent
class GoLiveCheck {
  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  List<Check> of(Connection connection) {
    List<Check> checks = new ArrayList<>();
    Set<Kind> secrets = secrets(connection);
    checks.add(new Check("credential", secrets.contains(Kind.OCI), "secrets", List.of()));
    checks.add(new Check("order", secrets.contains(ordering(connection)), "secrets", List.of()));
    checks.add(new Check("shop", shops(connection) > 0, "agreed", List.of()));
    checks.add(new Check("host", !connection.allowedHosts().isEmpty(), "agreed", List.of()));
    boolean spelled = connection.profile().faults().stream().noneMatch(ProfileFault::blocking);
    checks.add(new Check("profile", spelled, "fields", List.of()));
    List<InvoiceParty> parties = parties(connection);
    if (parties.isEmpty()) {
      checks.add(new Check("party", false, "parties", List.of()));
    }
    for (InvoiceParty party : parties) {
      for (InvoiceParty.Gap gap : party.gaps()) {
        checks.add(new Check("party." + gap, false, "parties", List.of(party.name())));
      }
      if (party.invoiceEmail() == null && !secrets.contains(Kind.BASIC)) {
        checks.add(new Check("party.way", false, "parties", List.of(party.name())));
      }
      if (checks.stream().noneMatch(c -> c.arguments().contains(party.name()))) {
        checks.add(new Check("party", true, "parties", List.of(party.name())));
      }
    }
    boolean agreed = connection.state() == State.AGREED || connection.state() == State.LIVE;
    checks.add(new Check("agreed", agreed, "life", List.of()));
    return checks;
  }

  /** By what a system makes itself known when it sends an order over the agreed channel. */
  private static Kind ordering(Connection connection) {
    return switch (connection.orderChannel()) {
      case CXML -> Kind.CXML;
      case UBL_ORDER -> Kind.BASIC;
      default -> Kind.OCI;
    };
  }

  private Set<Kind> secrets(Connection connection) {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    kinds.addAll(
        em.createQuery(
                "select distinct r.kind from ConnectionCredential r where r.connectionId = :id and not r.console and (r.validUntil is null or r.validUntil > :now)",
                Kind.class)
            .setParameter("id", connection.id())
            .setParameter("now", Instant.now(clock))
            .getResultList());
    return kinds;
  }

  private long shops(Connection connection) {
    return em.createQuery(
            "select count(w) from ConnectionWebShop w where w.connectionId = :id", Long.class)
        .setParameter("id", connection.id())
        .getSingleResult();
  }

  /** The legal entities that pay for a branch where something may be delivered. */
  List<InvoiceParty> parties(Connection connection) {
    return em.createQuery(
            """
            select p from InvoiceParty p where p.accountId = :account and exists (select 1 from Branch b
              where b.invoicePartyId = p.id and (b.activeUntil is null or b.activeUntil >= :today)) order by p.name
            """,
            InvoiceParty.class)
        .setParameter("account", connection.accountId())
        .setParameter("today", LocalDate.now(clock))
        .getResultList();
  }
}
