package nl.topfruit.shop.connection.desk;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.account.InvoicePartyDesk;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.Connections;
import nl.topfruit.shop.connection.OrderRules;
import nl.topfruit.shop.connection.Presets;
import nl.topfruit.shop.connection.ProfileJson;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.ProfileFault;

/** Connections of all customers, for our staff: finding, changing, trying and setting them live. */
@Stateless
@RolesAllowed({OFFICE, SHOP_ADMIN})
public class ConnectionDesk {
  private static final int LONGEST_NOTE = 400;
  private static final int LONGEST_NAME = 60;
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{1,28}[a-z0-9]");
  private static final String COLUMNS =
      """
      c.key, c.system_name, a.name as account_name, c.preset, c.protocol, c.state, c.state_since,
      (select max(m.at) from message m where m.connection_id = c.id and m.channel = 'OCI_CALL_UP') as last_call_at,
      (select m.outcome from message m where m.connection_id = c.id and m.channel = 'OCI_CALL_UP'
        order by m.at desc limit 1) as last_outcome
      """;
  private static final String TABLES =
      "connection c join business_account a on a.id = c.account_id";

  @PersistenceContext private EntityManager em;
  @Inject private Connections connections;
  @Inject private SettingsBook settings;
  @Inject private ConnectionHistory history;
  @Inject private GoLiveCheck goLive;
  @Inject private AuditLog audit;
  @Inject private Clock clock;

  /**
   * Connections by account. Searches account, system and key; filters "state", "protocol" and
   * "account" (its key); sorts "account", "system", "since" and "lastCall".
   */
  public Page<ConnectionRow> find(TableQuery asked) {
    ListQuery query =
        new ListQuery(COLUMNS, TABLES, "a.name, c.key")
            .containing("lower(a.name || ' ' || c.system_name || ' ' || c.key)", asked.search())
            .inState("c.state", Connection.State.class, asked.filter("state"))
            .sortable("account", "a.name")
            .sortable("system", "c.system_name")
            .sortable("since", "c.state_since")
            .sortable("lastCall", "last_call_at");
    for (Connection.Protocol protocol : Connection.Protocol.values()) {
      if (protocol.name().equals(asked.filter("protocol"))) {
        query.where("c.protocol = :protocol", "protocol", protocol.name());
      }
    }
    if (!asked.filter("account").isEmpty()) {
      query.where("a.key = :account", "account", asked.filter("account"));
    }
    return query.page(
        em,
        asked,
        row ->
            new ConnectionRow(
                Rows.text(row, "key"),
                Rows.text(row, "system_name"),
                Rows.text(row, "account_name"),
                Rows.text(row, "preset"),
                Rows.constant(row, "protocol", Connection.Protocol.class),
                Rows.constant(row, "state", Connection.State.class),
                Rows.moment(row, "state_since"),
                Rows.moment(row, "last_call_at"),
                Rows.text(row, "last_outcome")));
  }

  /** The accounts, to filter by and to make a connection for. */
  public List<ConnectionView.Named> accounts() {
    return em.createQuery(
            "select new nl.topfruit.shop.connection.desk.ConnectionView$Named(a.key, a.name) from BusinessAccount a order by a.name",
            ConnectionView.Named.class)
        .getResultList();
  }

  /** All connections, as "customer · system", to begin another one like. */
  public List<ConnectionView.Named> connections() {
    return em.createQuery(
            """
            select new nl.topfruit.shop.connection.desk.ConnectionView$Named(c.key, concat(a.name, ' · ', c.systemName))
            from Connection c join BusinessAccount a on a.id = c.accountId order by a.name, c.key
            """,
            ConnectionView.Named.class)
        .getResultList();
  }

  /**
   * One connection.
   *
   * @param reader in whose language purposes are named
   * @throws NotFound when there is none of that key
   */
  public ConnectionView connection(String key, Locale reader) {
    Connection connection = connections.byKey(key);
    BusinessAccount account = em.find(BusinessAccount.class, connection.accountId());
    return new ConnectionView(
        connection.id(),
        connection.key(),
        account.key(),
        account.name(),
        connection.protocol(),
        connection.preset(),
        connection.state(),
        connection.stateSince(),
        connection.agreedBy(),
        connection.agreedAt(),
        history.latest(connection.id()),
        settings.of(connection),
        settings.branchLabel(connection),
        settings.shopsOf(connection.accountId()),
        settings.purposesOf(connection.accountId(), reader),
        goLive.of(connection));
  }

  /** The legal entities that invoices of its orders go to. */
  public List<InvoicePartyDesk.Numbers> parties(String key) {
    return goLive.parties(connections.byKey(key)).stream()
        .map(InvoicePartyDesk.Numbers::of)
        .toList();
  }

  /**
   * What was changed, by whom and when, newest first.
   *
   * @param reader in whose language the fields are named
   */
  public List<HistoryEntry> history(String key, Locale reader) {
    return history.of(connections.byKey(key).id(), reader);
  }

  /** Branches of the connection's account for who types, a dozen at most: "012 · Lindehof". */
  public List<ConnectionView.Named> branches(String key, String typed) {
    return settings.branches(connections.byKey(key).accountId(), typed);
  }

  /**
   * Writes down what was agreed.
   *
   * @param seen number of the version that was looked at
   * @param note why; null for nothing
   * @throws BusinessRuleViolation "connection.changedMeanwhile", or with the field that cannot be
   *     right
   */
  public void agree(String key, int seen, ConnectionSettings agreed, String note, Locale reader) {
    change(
        key,
        seen,
        note,
        reader,
        "connection.settings-changed",
        was -> Snapshot.of(agreed, was.profile(), was.orders()));
  }

  /** How far an order over it may differ from what was promised. */
  public OrderRules orderRules(String key) {
    return connections.byKey(key).orderRules();
  }

  /**
   * Writes down how far an order may differ from what was promised.
   *
   * @param seen number of the version that was looked at
   * @param note why; null for nothing
   * @throws BusinessRuleViolation "connection.changedMeanwhile"
   */
  public void forgive(String key, int seen, OrderRules orders, String note, Locale reader) {
    change(
        key,
        seen,
        note,
        reader,
        "connection.order-rules-changed",
        was -> Snapshot.of(was.settings(), was.profile(), orders));
  }

  /** How its system spells things: the technical side, to be looked at and changed. */
  public OciProfile profile(String key) {
    return connections.byKey(key).profile();
  }

  /**
   * Writes down how its system spells things.
   *
   * @param seen number of the version that was looked at
   * @param note why; null for nothing
   * @throws BusinessRuleViolation "connection.changedMeanwhile", or "connection.profileFault" with
   *     the first thing that would let their system drop lines
   */
  public void respell(String key, int seen, OciProfile profile, String note, Locale reader) {
    profile.faults().stream()
        .filter(ProfileFault::blocking)
        .findFirst()
        .ifPresent(
            fault -> {
              throw new BusinessRuleViolation(
                  null, "connection.profileFault", fault.sentence(reader));
            });
    change(
        key,
        seen,
        note,
        reader,
        "connection.profile-changed",
        was -> Snapshot.of(was.settings(), ProfileJson.write(profile), was.orders()));
  }

  /**
   * A new connection for an account, as its preset begins, or as another connection is; requested,
   * without keys and without hosts of its own.
   *
   * @param key free name by which it is called, of small letters, digits and hyphens
   * @param like key of the connection whose settings it begins with; null for the preset's
   * @throws BusinessRuleViolation with the field that cannot be right
   * @throws NotFound when the account, the preset or the other connection is not there
   */
  public void create(String key, String accountKey, String systemName, String preset, String like) {
    if (key == null || !KEY.matcher(key).matches()) {
      throw new BusinessRuleViolation("key", "connection.key");
    }
    if (systemName == null || systemName.isBlank() || systemName.length() > LONGEST_NAME) {
      throw new BusinessRuleViolation("system-name", "connection.systemName", LONGEST_NAME);
    }
    if (!em.createQuery("select c.id from Connection c where c.key = :key", UUID.class)
        .setParameter("key", key)
        .getResultList()
        .isEmpty()) {
      throw new BusinessRuleViolation("key", "connection.keyTaken", key);
    }
    BusinessAccount account =
        em.createQuery("select a from BusinessAccount a where a.key = :key", BusinessAccount.class)
            .setParameter("key", accountKey)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("account " + accountKey));
    Connection model = like == null ? null : connections.byKey(like);
    Connection connection =
        Connection.requested(
            account.id(),
            key,
            systemName.strip(),
            model == null ? Presets.of(preset) : Presets.of(model.preset()),
            Instant.now(clock));
    em.persist(connection);
    em.flush();
    List<String> shops =
        settings.shopsOf(account.id()).stream().map(ConnectionView.Named::code).toList();
    if (model == null) {
      settings.write(connection, settings.of(connection).opening(shops));
    } else {
      connection.speaks(model.profile());
      connection.orderRulesAre(model.orderRules());
      settings.write(
          connection,
          settings
              .of(model)
              .as(systemName.strip(), model.accountId().equals(account.id()))
              .opening(shops));
    }
    audit.record(
        account.id(),
        "connection.requested",
        "connection",
        key,
        null,
        systemName.strip() + (like == null ? ", " + preset : ", as " + like));
  }

  /**
   * Makes a connection what it was: a version of its own.
   *
   * @param number of the version that is restored
   * @throws BusinessRuleViolation as {@link #agree}
   */
  public void restore(String key, int seen, int number, String note, Locale reader) {
    Snapshot wanted = history.version(connections.byKey(key).id(), number);
    change(key, seen, note, reader, "connection.restored", was -> wanted);
  }

  private void change(
      String key,
      int seen,
      String note,
      Locale reader,
      String action,
      UnaryOperator<Snapshot> becomes) {
    if (note != null && note.length() > LONGEST_NOTE) {
      throw new BusinessRuleViolation("note", "connection.noteTooLong", LONGEST_NOTE);
    }
    Connection connection = connections.byKey(key, LockModeType.PESSIMISTIC_WRITE);
    history.sameAs(connection, seen, reader);
    Snapshot before =
        Snapshot.of(
            settings.of(connection),
            ProfileJson.write(connection.profile()),
            connection.orderRules());
    Snapshot after = becomes.apply(before);
    List<Change> changes = Snapshot.changes(before, after, reader);
    if (changes.isEmpty()) {
      return;
    }
    settings.write(connection, after.settings());
    connection.speaks(ProfileJson.read(after.profile()));
    connection.orderRulesAre(after.orders());
    history.keep(connection, before, after, note);
    audit.record(
        connection.accountId(),
        action,
        "connection",
        key,
        said(changes, Change::before),
        said(changes, Change::after));
  }

  private static String said(List<Change> changes, Function<Change, String> side) {
    return changes.stream()
        .map(change -> change.field() + ": " + side.apply(change))
        .collect(Collectors.joining("\n"));
  }

  /** It can be tried from now on: for the first time, or again after a change. */
  public void openForTest(String key) {
    Connection connection = connections.byKey(key, LockModeType.PESSIMISTIC_WRITE);
    String before = connection.state().name();
    connection.opensForTest(Instant.now(clock));
    moved(connection, before, null);
  }

  /**
   * The customer agreed by another way than his portal.
   *
   * @param who of the customer said so
   */
  public void noteAgreement(String key, String who) {
    if (who == null || who.isBlank()) {
      throw new BusinessRuleViolation("agreed-by", "connection.agreedByMissing");
    }
    Connection connection = connections.byKey(key, LockModeType.PESSIMISTIC_WRITE);
    String before = connection.state().name();
    connection.isAgreedBy(who.strip(), Instant.now(clock));
    moved(connection, before, who.strip());
  }

  /**
   * From now on its orders are placed.
   *
   * @throws BusinessRuleViolation "connection.notComplete" as long as a check is open
   */
  public void goLive(String key) {
    Connection connection = connections.byKey(key, LockModeType.PESSIMISTIC_WRITE);
    String before = connection.state().name();
    connection.goesLive(goLive.of(connection).stream().allMatch(Check::done), Instant.now(clock));
    moved(connection, before, null);
  }

  /**
   * It opens nothing from now on.
   *
   * @param reason for the audit log
   */
  public void close(String key, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new BusinessRuleViolation("reason", "connection.reasonMissing");
    }
    Connection connection = connections.byKey(key, LockModeType.PESSIMISTIC_WRITE);
    String before = connection.state().name();
    connection.closes(Instant.now(clock));
    moved(connection, before, reason.strip());
  }

  private void moved(Connection connection, String before, String why) {
    audit.record(
        connection.accountId(),
        "connection." + ACTS.get(connection.state()),
        "connection",
        connection.key(),
        before,
        connection.state() + (why == null ? "" : ": " + why));
  }

  private static final Map<Connection.State, String> ACTS =
      Map.of(
          Connection.State.TEST, "opened-for-test",
          Connection.State.AGREED, "agreed",
          Connection.State.LIVE, "went-live",
          Connection.State.CLOSED, "closed");
}
