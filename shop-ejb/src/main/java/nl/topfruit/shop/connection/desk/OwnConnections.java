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
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

  /** A call-up, and how it ended. */
  private record Call(Instant at, String outcome) {}

  /** All that are not closed, by name. */
  public List<Own> all() {
    Map<UUID, Call> calls = lastCalls();
    Map<UUID, List<String>> shops = shops();
    Map<UUID, List<Name>> names = names();
    return em.createQuery(
            "select c from Connection c where c.accountId = :account and c.state <> CLOSED order by c.systemName, c.key",
            Connection.class)
        .setParameter("account", user.accountId())
        .getResultStream()
        .map(
            connection ->
                own(
                    connection,
                    shops.getOrDefault(connection.id(), List.of()),
                    names.getOrDefault(connection.id(), List.of()),
                    calls.getOrDefault(connection.id(), new Call(null, null))))
        .toList();
  }

  private static Own own(
      Connection connection, List<String> shops, List<Name> names, Call lastCall) {
    return new Own(
        connection.key(),
        connection.systemName(),
        connection.protocol(),
        connection.state(),
        connection.agreedBy(),
        connection.agreedAt(),
        connection.allowedHosts(),
        shops,
        connection.orderChannel(),
        connection.profile(),
        names,
        lastCall.at(),
        lastCall.outcome());
  }

  private Map<UUID, Call> lastCalls() {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        em.createNativeQuery(
                """
                select c.id, m.at, m.outcome from connection c cross join lateral (
                  select at, outcome from message where connection_id = c.id and channel = 'OCI_CALL_UP'
                  order by at desc limit 1) m
                where c.account_id = :account
                """,
                Tuple.class)
            .setParameter("account", user.accountId())
            .getResultList();
    return rows.stream()
        .collect(
            Collectors.toMap(
                row -> row.get("id", UUID.class),
                row -> new Call(Rows.moment(row, "at"), Rows.text(row, "outcome"))));
  }

  private Map<UUID, List<String>> shops() {
    return byConnection(
        em.createQuery(
                """
                select c.id, w.code from Connection c join ConnectionWebShop o on o.connectionId = c.id
                join WebShop w on w.id = o.webShopId where c.accountId = :account order by o.position
                """,
                Object[].class)
            .setParameter("account", user.accountId())
            .getResultStream(),
        row -> (String) row[1]);
  }

  private Map<UUID, List<Name>> names() {
    return byConnection(
        em.createQuery(
                """
                select distinct c.id, r.kind, r.domain, r.identity from Connection c
                join ConnectionCredential r on r.connectionId = c.id
                where c.accountId = :account and not r.console and (r.validUntil is null or r.validUntil > :now)
                order by r.kind, r.identity
                """,
                Object[].class)
            .setParameter("account", user.accountId())
            .setParameter("now", Instant.now(clock))
            .getResultStream(),
        row -> new Name((Kind) row[1], (String) row[2], (String) row[3]));
  }

  /** Rows that begin with the id of their connection, each connection's in their order. */
  private static <T> Map<UUID, List<T>> byConnection(
      Stream<Object[]> rows, Function<Object[], T> what) {
    return rows.collect(
        Collectors.groupingBy(row -> (UUID) row[0], Collectors.mapping(what, Collectors.toList())));
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
