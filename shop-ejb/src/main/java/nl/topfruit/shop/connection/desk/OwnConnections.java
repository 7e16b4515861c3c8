package nl.topfruit.shop.connection.desk;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionCredential.Kind;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.security.CurrentUser;

/** The connections of the current account, for its administrator. */
@Stateless
@RolesAllowed(ACCOUNT_ADMIN)
public class OwnConnections {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * One of them, with what to enter in the customer's own system.
   *
   * @param names user names and identities by kind; secrets are shown nowhere
   * @param lastCallAt null when it was never called
   * @param lastOutcome enum name of the outcome of that call
   */
  public record Own(
      String key,
      String systemName,
      Connection.Protocol protocol,
      Connection.State state,
      String agreedBy,
      Instant agreedAt,
      List<String> hosts,
      List<String> webShops,
      Message.Channel orderChannel,
      OciProfile profile,
      List<Name> names,
      Instant lastCallAt,
      String lastOutcome) {}

  /** By what a system makes itself known on one of its roads; the domain only in cXML. */
  public record Name(Kind kind, String domain, String identity) {}

  /** All that are not closed, by name. */
  public List<Own> all() {
    return em.createQuery(
            "select c from Connection c where c.accountId = :account and c.state <> CLOSED order by c.systemName, c.key",
            Connection.class)
        .setParameter("account", user.accountId())
        .getResultStream()
        .map(this::own)
        .toList();
  }

  private Own own(Connection connection) {
    @SuppressWarnings("unchecked")
    List<Tuple> calls =
        em.createNativeQuery(
                "select at, outcome from message where connection_id = :id and channel = 'OCI_CALL_UP' order by at desc limit 1",
                Tuple.class)
            .setParameter("id", connection.id())
            .getResultList();
    Optional<Tuple> last = calls.stream().findFirst();
    return new Own(
        connection.key(),
        connection.systemName(),
        connection.protocol(),
        connection.state(),
        connection.agreedBy(),
        connection.agreedAt(),
        connection.allowedHosts(),
        shops(connection),
        connection.orderChannel(),
        connection.profile(),
        names(connection),
        last.map(row -> Rows.moment(row, "at")).orElse(null),
        last.map(row -> Rows.text(row, "outcome")).orElse(null));
  }

  private List<String> shops(Connection connection) {
    return em.createQuery(
            """
            select w.code from ConnectionWebShop c join WebShop w on w.id = c.webShopId
            where c.connectionId = :id order by c.position
            """,
            String.class)
        .setParameter("id", connection.id())
        .getResultList();
  }

  private List<Name> names(Connection connection) {
    return em.createQuery(
            """
            select distinct r.kind, r.domain, r.identity from ConnectionCredential r
            where r.connectionId = :id and not r.console and (r.validUntil is null or r.validUntil > :now) order by r.kind, r.identity
            """,
            Object[].class)
        .setParameter("id", connection.id())
        .setParameter("now", Instant.now(clock))
        .getResultStream()
        .map(row -> new Name((Kind) row[0], (String) row[1], (String) row[2]))
        .toList();
  }

  /**
   * The customer has tried the connection and agrees that it goes live; our staff take that last
   * step.
   *
   * @throws NotFound when it is no connection of his account
   * @throws nl.topfruit.shop.common.BusinessRuleViolation "connection.notFromHere" when it is not
   *     being tried
   */
  public void agree(String key) {
    Connection connection =
        em.createQuery(
                "select c from Connection c where c.key = :key and c.accountId = :account",
                Connection.class)
            .setParameter("key", key)
            .setParameter("account", user.accountId())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("connection " + key));
    String before = connection.state().name();
    connection.isAgreedBy(user.name(), Instant.now(clock));
    audit.record(
        connection.accountId(),
        "connection.agreed",
        "connection",
        key,
        before,
        connection.state() + ": " + user.name());
  }
}
