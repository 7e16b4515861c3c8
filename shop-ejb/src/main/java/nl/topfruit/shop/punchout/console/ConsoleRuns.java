package nl.topfruit.shop.punchout.console;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.connection.Connections;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.protocol.oci.mapping.ReturnCheck;
import nl.topfruit.shop.security.CurrentUser;
import nl.topfruit.shop.security.Person;
import nl.topfruit.shop.security.SecretStore;

/**
 * Prepares call-ups in the name of a customer's system and shows what came of them, for our staff
 * and for every customer. The browser of whoever plays makes the call; our server makes none.
 */
@Stateless
public class ConsoleRuns {
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int MOST = 20;

  @PersistenceContext private EntityManager em;
  @Inject private Connections connections;
  @Inject private SecretStore secrets;
  @Inject private CurrentUser user;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /** A connection to choose. */
  public record Choice(String key, String systemName, String accountName) {}

  /** A run in a list. */
  public record Latest(
      String number,
      ConsoleRun.State state,
      String accountName,
      String systemName,
      Instant startedAt) {}

  /** Connections whose key, system or account has all these words. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public List<Choice> connections(String words) {
    List<String> asked = List.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+"));
    StringBuilder where = new StringBuilder();
    for (int i = 0; i < asked.size(); i++) {
      where
          .append(" and locate(:word")
          .append(i)
          .append(", lower(concat(c.key, ' ', c.systemName, ' ', a.name))) > 0");
    }
    var query =
        em.createQuery(
            "select new nl.topfruit.shop.punchout.console.ConsoleRuns$Choice(c.key, c.systemName, a.name)"
                + " from Connection c join BusinessAccount a on a.id = c.accountId where c.protocol = OCI"
                + where
                + " order by a.name, c.key",
            Choice.class);
    for (int i = 0; i < asked.size(); i++) {
      query.setParameter("word" + i, asked.get(i));
    }
    return query.setMaxResults(MOST).getResultList();
  }

  /** The latest runs of all connections. */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public List<Latest> latest() {
    return em.createQuery(
            """
            select new nl.topfruit.shop.punchout.console.ConsoleRuns$Latest(r.number, r.state, a.name, c.systemName, r.startedAt)
            from ConsoleRun r join Connection c on c.id = r.connectionId join BusinessAccount a on a.id = r.accountId
            order by r.startedAt desc
            """,
            Latest.class)
        .setMaxResults(MOST)
        .getResultList();
  }

  /**
   * Prepares a call-up: a user name and password of its own, valid for an hour, and a return
   * address that leads to us.
   *
   * @param receiver address of the receiver, which the token of the run completes
   * @param replayed raw parameters of a recorded call-up to be played again, null for the usual
   *     ones
   * @return number of the run
   * @throws NotFound when there is no such connection
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public String prepare(String connectionKey, String receiver, String replayed) {
    Connection connection = connections.byKey(connectionKey);
    Instant now = Instant.now(clock);
    forgetOld(now);
    String identity = "console-" + ConsoleToken.next().substring(0, 12);
    String secret = ConsoleToken.next();
    String token = ConsoleToken.next();
    var credential =
        ConnectionCredential.ofConsole(
            connection.id(), identity, secrets.encrypt(secret), now.plus(LIFE));
    em.persist(credential);
    Number serial =
        (Number) em.createNativeQuery("select nextval('console_run_number')").getSingleResult();
    var run =
        new ConsoleRun(
            "T-%05d".formatted(serial.longValue()),
            connection.id(),
            connection.accountId(),
            new ConsoleRun.Keys(
                credential.id(),
                identity,
                secrets.encrypt(secret),
                secrets.encrypt(token),
                ConsoleToken.hash(token),
                receiver),
            Parameters.json(
                replayed == null
                    ? Parameters.usual(connection, article(connection))
                    : Parameters.replayed(connection, replayed, article(connection))),
            user.name(),
            now,
            now.plus(LIFE));
    em.persist(run);
    audit.record(
        connection.accountId(), "console.prepared", "console-run", run.number(), null, null);
    return run.number();
  }

  /** Something to ask for by DETAIL and VALIDATE: what was returned last, else what is sold. */
  private String article(Connection connection) {
    List<?> skus =
        em.createNativeQuery(
                """
                (select l.sku from requisition_line l join requisition r on r.id = l.requisition_id
                 where r.connection_id = :connection and l.kind = 'GOODS' order by r.created_at desc, l.item_number limit 1)
                union all
                (select p.sku from product p join web_shop_product s on s.product_id = p.id
                 join connection_web_shop c on c.web_shop_id = s.web_shop_id
                 where c.connection_id = :connection and p.active order by p.sku limit 1)
                """)
            .setParameter("connection", connection.id())
            .getResultList();
    return skus.isEmpty() ? "" : skus.get(0).toString();
  }

  /** What an hour has gone over. */
  private void forgetOld(Instant now) {
    em.createQuery("delete from ConnectionCredential c where c.console and c.validUntil < :now")
        .setParameter("now", now)
        .executeUpdate();
    em.createQuery(
            """
            update ConsoleRun r set r.state = ENDED, r.secret = null, r.token = null, r.version = r.version + 1
            where r.state = OPEN and r.expiresAt < :now
            """)
        .setParameter("now", now)
        .executeUpdate();
  }

  /**
   * One run; that its return was looked at is recorded, since it may hold names.
   *
   * @throws NotFound when there is no such run
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public RunView run(String number) {
    ConsoleRun run = find(number);
    Connection connection = em.find(Connection.class, run.connectionId());
    boolean live = run.isLive(Instant.now(clock));
    if (run.returned() != null) {
      audit.record(run.accountId(), "console.read", "console-run", number, null, null);
    }
    return new RunView(
        run.number(),
        live || run.state() != ConsoleRun.State.OPEN ? run.state() : ConsoleRun.State.ENDED,
        live,
        connection.key(),
        connection.systemName(),
        accountName(run.accountId()),
        charset(connection).name(),
        person(run.startedBy()),
        run.startedAt(),
        run.expiresAt(),
        live
            ? Parameters.filledIn(
                run,
                connection,
                secrets.decrypt(run.secret()),
                run.receiver() + secrets.decrypt(run.token()))
            : List.of(),
        calls(run),
        run.returnedAt(),
        run.returned() == null
            ? List.of()
            : RawParameter.parse(
                new String(run.returned(), StandardCharsets.ISO_8859_1), charset(connection)));
  }

  /**
   * What came back, field by field in its order, each with what the customer's system makes of it.
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public List<CheckedField> checked(RunView run, Locale reader) {
    return ReturnCheck.of(run.returned(), connections.byKey(run.connectionKey()).profile())
        .fields()
        .stream()
        .map(
            field ->
                new CheckedField(
                    field.name(), field.value(), field.verdict(), field.sentence(reader)))
        .toList();
  }

  private static Charset charset(Connection connection) {
    return OciCharset.named(connection.charset()).orElse(StandardCharsets.UTF_8);
  }

  private String accountName(UUID accountId) {
    return em.createQuery("select a.name from BusinessAccount a where a.id = :id", String.class)
        .setParameter("id", accountId)
        .getSingleResult();
  }

  private String person(String caller) {
    String[] parts = caller.split("\\|");
    Person person = parts.length == 3 ? em.find(Person.class, UUID.fromString(parts[1])) : null;
    return person == null ? caller : person.name();
  }

  private List<String> calls(ConsoleRun run) {
    return em.createQuery(
            """
            select m.reference from Message m
            where m.connectionId = :connection and m.channel = OCI_CALL_UP and m.subject = :identity order by m.at
            """,
            String.class)
        .setParameter("connection", run.connectionId())
        .setParameter("identity", run.identity())
        .setMaxResults(MOST)
        .getResultList();
  }

  /**
   * Ends a run before its hour is over: its credential and return address work no more.
   *
   * @throws NotFound when there is no such run
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public void end(String number) {
    ConsoleRun run = find(number);
    run.end();
    em.createQuery("delete from ConnectionCredential c where c.id = :id")
        .setParameter("id", run.credentialId())
        .executeUpdate();
  }

  private ConsoleRun find(String number) {
    return em.createQuery("select r from ConsoleRun r where r.number = :number", ConsoleRun.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("console run " + number));
  }
}
