package nl.topfruit.shop.connection.desk;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Clocks;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.connection.ConnectionCredential.Kind;
import nl.topfruit.shop.connection.Connections;
import nl.topfruit.shop.security.SecretStore;

/** The names and secrets by which customers' systems make themselves known, for our staff. */
@Stateless
@RolesAllowed({OFFICE, SHOP_ADMIN})
public class CredentialDesk {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Letters that nobody confuses on paper or on the telephone. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int GROUPS = 4;
  private static final int LETTERS_A_GROUP = 5;
  private static final int LONGEST_IDENTITY = 120;
  private static final int LONGEST_OVERLAP_DAYS = 90;

  @PersistenceContext private EntityManager em;
  @Inject private Connections connections;
  @Inject private SecretStore secrets;
  @Inject private SettingsBook settings;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * A credential to be.
   *
   * @param domain of a cXML credential, else null
   * @param label the customer's own name for it; this and what follows may be null
   * @param partyId legal entity whose branches can be chosen
   * @param branch code of the branch that is filled in
   * @param shop code of the web shop that opens first
   */
  public record Wanted(
      Kind kind,
      String domain,
      String identity,
      String label,
      UUID partyId,
      String branch,
      String shop) {}

  /** The credentials of a connection, those that are taken first. */
  public List<CredentialRow> of(String key) {
    Connection connection = connections.byKey(key);
    List<ConnectionCredential> all = all(connection);
    Map<UUID, String> names = names(all);
    Instant now = Instant.now(clock);
    return all.stream()
        .map(
            each ->
                new CredentialRow(
                    each.id(),
                    each.kind(),
                    each.domain(),
                    each.identity(),
                    each.label(),
                    Stream.of(each.invoicePartyId(), each.branchId(), each.webShopId())
                        .filter(Objects::nonNull)
                        .map(names::get)
                        .collect(Collectors.joining(" · ")),
                    each.createdAt(),
                    each.validUntil(),
                    each.validUntil() != null && !each.validUntil().isAfter(now)))
        .toList();
  }

  private List<ConnectionCredential> all(Connection connection) {
    return em.createQuery(
            """
            select r from ConnectionCredential r where r.connectionId = :id and not r.console
            order by case when r.validUntil is null then 0 else 1 end, r.kind, r.identity, r.validUntil desc, r.id
            """,
            ConnectionCredential.class)
        .setParameter("id", connection.id())
        .getResultList();
  }

  /** Names of what credentials lead to, by their ids. */
  private Map<UUID, String> names(List<ConnectionCredential> credentials) {
    UUID[] ids =
        credentials.stream()
            .flatMap(c -> Stream.of(c.invoicePartyId(), c.branchId(), c.webShopId()))
            .filter(Objects::nonNull)
            .distinct()
            .toArray(UUID[]::new);
    Map<UUID, String> names = new HashMap<>();
    if (ids.length > 0) {
      List<?> rows =
          em.createNativeQuery(
                  """
                  select id, name from invoice_party where id = any(:ids)
                  union all select id, code || ' ' || name from branch where id = any(:ids)
                  union all select id, name from web_shop where id = any(:ids)
                  """)
              .setParameter("ids", ids)
              .getResultList();
      rows.forEach(row -> names.put((UUID) ((Object[]) row)[0], (String) ((Object[]) row)[1]));
    }
    return names;
  }

  /**
   * Makes a credential with a secret of ours.
   *
   * @return the secret, which is never given again
   * @throws BusinessRuleViolation "connection.identityTaken", or with the field that cannot be
   *     right
   */
  public IssuedSecret add(String key, Wanted wanted) {
    Connection connection = connections.byKey(key, LockModeType.PESSIMISTIC_WRITE);
    String identity = wanted.identity() == null ? "" : wanted.identity().strip();
    String domain =
        wanted.kind() == Kind.CXML && wanted.domain() != null ? wanted.domain().strip() : "";
    must(isIdentity(wanted.kind(), identity), "identity", "connection.identity");
    must(
        wanted.kind() != Kind.CXML || domain.matches("[A-Za-z0-9._-]{1,40}"),
        "domain",
        "connection.domain");
    must(!taken(wanted.kind(), domain, identity), "identity", "connection.identityTaken", identity);
    String secret = newSecret();
    var credential =
        new ConnectionCredential(
            connection.id(), wanted.kind(), domain, identity, secrets.encrypt(secret));
    credential.leadsTo(
        text(wanted.label()),
        party(connection, wanted.partyId()),
        settings.branch(connection.accountId(), wanted.branch()),
        settings.shop(connection.accountId(), wanted.shop()));
    em.persist(credential);
    record(connection, "connection.secret-made", null, credential);
    return new IssuedSecret(identity, secret);
  }

  private UUID party(Connection connection, UUID partyId) {
    InvoiceParty party = partyId == null ? null : em.find(InvoiceParty.class, partyId);
    if (partyId != null && (party == null || !party.accountId().equals(connection.accountId()))) {
      throw new NotFound("invoice party");
    }
    return partyId;
  }

  private static String text(String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }

  private static boolean isIdentity(Kind kind, String identity) {
    return !identity.isEmpty()
        && identity.length() <= LONGEST_IDENTITY
        && identity.chars().noneMatch(Character::isISOControl)
        && (kind != Kind.BASIC || identity.indexOf(':') < 0);
  }

  /** A name leads to one connection only; of this one it may be replaced, not made twice. */
  private boolean taken(Kind kind, String domain, String identity) {
    return !em.createQuery(
            """
            select r.id from ConnectionCredential r where r.kind = :kind and r.identity = :identity
              and lower(r.domain) = lower(:domain) and (r.validUntil is null or r.validUntil > :now)
            """,
            UUID.class)
        .setParameter("kind", kind)
        .setParameter("identity", identity)
        .setParameter("domain", domain)
        .setParameter("now", Instant.now(clock))
        .setMaxResults(1)
        .getResultList()
        .isEmpty();
  }

  /**
   * Gives a credential a new secret; the old one is taken for a while beside it.
   *
   * @param lastDay on which the old one is taken; null: it ends now
   * @return the new secret, which is never given again
   * @throws BusinessRuleViolation "connection.secretEnds" when it was replaced already,
   *     "connection.lastDay"
   */
  public IssuedSecret rotate(String key, UUID credentialId, LocalDate lastDay) {
    Connection connection = connections.byKey(key, LockModeType.PESSIMISTIC_WRITE);
    ConnectionCredential old = found(connection, credentialId);
    LocalDate today = LocalDate.now(clock);
    must(
        lastDay == null
            || !lastDay.isBefore(today) && !lastDay.isAfter(today.plusDays(LONGEST_OVERLAP_DAYS)),
        "last-day",
        "connection.lastDay",
        LONGEST_OVERLAP_DAYS);
    Instant until =
        lastDay == null
            ? Instant.now(clock)
            : lastDay.plusDays(1).atStartOfDay(Clocks.AMSTERDAM).toInstant();
    String secret = newSecret();
    ConnectionCredential next = old.replacedBy(secrets.encrypt(secret), until);
    em.persist(next);
    record(connection, "connection.secret-replaced", "until " + until, next);
    return new IssuedSecret(next.identity(), secret);
  }

  /** A credential is no longer taken. */
  public void end(String key, UUID credentialId) {
    Connection connection = connections.byKey(key, LockModeType.PESSIMISTIC_WRITE);
    ConnectionCredential credential = found(connection, credentialId);
    credential.endsAt(Instant.now(clock));
    record(connection, "connection.secret-ended", null, credential);
  }

  private void record(
      Connection connection, String action, String before, ConnectionCredential credential) {
    audit.record(
        connection.accountId(),
        action,
        "connection",
        connection.key(),
        before,
        credential.kind()
            + " "
            + (credential.domain().isEmpty() ? "" : credential.domain() + "/")
            + credential.identity());
  }

  private static String newSecret() {
    StringBuilder secret = new StringBuilder();
    for (int i = 0; i < GROUPS * LETTERS_A_GROUP; i++) {
      if (i > 0 && i % LETTERS_A_GROUP == 0) {
        secret.append('-');
      }
      secret.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return secret.toString();
  }

  private static void must(boolean right, String field, String key, Object... arguments) {
    if (!right) {
      throw new BusinessRuleViolation(field, key, arguments);
    }
  }

  private ConnectionCredential found(Connection connection, UUID id) {
    ConnectionCredential credential = em.find(ConnectionCredential.class, id);
    if (credential == null || !credential.connectionId().equals(connection.id())) {
      throw new NotFound("credential");
    }
    return credential;
  }
}
