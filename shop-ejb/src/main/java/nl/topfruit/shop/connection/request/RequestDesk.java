package nl.topfruit.shop.connection.request;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.security.CurrentUser;

/** Requests for a connection, from whoever asked, for our staff. */
@Stateless
@RolesAllowed({OFFICE, SHOP_ADMIN})
public class RequestDesk {
  private static final int LONGEST_REASON = 400;
  private static final String COLUMNS =
      """
      r.reference, r.state, r.created_at, r.organisation, r.kvk_number, r.name, r.email, r.phone, r.system_name, r.protocol,
      r.remarks, r.reason, c.key as connection_key
      """;
  private static final String TABLES =
      "connection_request r left join connection c on c.id = r.connection_id";

  @PersistenceContext private EntityManager em;
  @Inject private ConnectionDesk connections;
  @Inject private AuditLog audit;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * A request as it was filled in.
   *
   * @param protocol null where they do not know
   * @param reason why nothing came of it; null otherwise
   * @param connectionKey what came of it; null otherwise
   */
  public record Row(
      String reference,
      ConnectionRequest.State state,
      Instant createdAt,
      String organisation,
      String kvkNumber,
      String name,
      String email,
      String phone,
      String systemName,
      String protocol,
      String remarks,
      String reason,
      String connectionKey) {}

  /** Newest first. Searches organisation, name and system; filter "state". */
  public Page<Row> find(TableQuery asked) {
    return query()
        .containing(
            "lower(r.organisation || ' ' || r.name || ' ' || r.system_name || ' ' || r.reference)",
            asked.search())
        .inState("r.state", ConnectionRequest.State.class, asked.filter("state"))
        .page(em, asked, RequestDesk::row);
  }

  /**
   * @throws NotFound when there is none of that reference
   */
  public Row request(String reference) {
    return query()
        .where("r.reference = :reference", "reference", reference)
        .page(em, TableQuery.firstPage(), RequestDesk::row)
        .rows()
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("connection request"));
  }

  private static ListQuery query() {
    return new ListQuery(COLUMNS, TABLES, "r.created_at desc, r.reference");
  }

  private static Row row(Tuple row) {
    return new Row(
        Rows.text(row, "reference"),
        Rows.constant(row, "state", ConnectionRequest.State.class),
        Rows.moment(row, "created_at"),
        Rows.text(row, "organisation"),
        Rows.text(row, "kvk_number"),
        Rows.text(row, "name"),
        Rows.text(row, "email"),
        Rows.text(row, "phone"),
        Rows.text(row, "system_name"),
        Rows.text(row, "protocol"),
        Rows.text(row, "remarks"),
        Rows.text(row, "reason"),
        Rows.text(row, "connection_key"));
  }

  /**
   * Makes the connection that was asked for.
   *
   * @throws BusinessRuleViolation as {@link ConnectionDesk#create}; "connection.requestHandled"
   */
  public void link(String reference, String accountKey, String key, String preset) {
    ConnectionRequest request = locked(reference);
    connections.create(key, accountKey, request.systemName(), preset, null);
    Object[] made =
        em.createQuery(
                "select c.accountId, c.id from Connection c where c.key = :key", Object[].class)
            .setParameter("key", key)
            .getSingleResult();
    request.becomes((UUID) made[0], (UUID) made[1], user.name(), Instant.now(clock));
    audit.record(
        (UUID) made[0], "connection-request.linked", "connection-request", reference, null, key);
  }

  /**
   * Nothing comes of it.
   *
   * @throws BusinessRuleViolation "connection.reasonMissing", "connection.ask.tooLong",
   *     "connection.requestHandled"
   */
  public void decline(String reference, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new BusinessRuleViolation("reason", "connection.reasonMissing");
    }
    if (reason.length() > LONGEST_REASON) {
      throw new BusinessRuleViolation("reason", "connection.ask.tooLong", LONGEST_REASON);
    }
    locked(reference).isDeclined(reason.strip(), user.name(), Instant.now(clock));
    audit.record(
        null, "connection-request.declined", "connection-request", reference, null, reason.strip());
  }

  private ConnectionRequest locked(String reference) {
    return em.createQuery(
            "select r from ConnectionRequest r where r.reference = :reference",
            ConnectionRequest.class)
        .setParameter("reference", reference)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("connection request"));
  }
}
