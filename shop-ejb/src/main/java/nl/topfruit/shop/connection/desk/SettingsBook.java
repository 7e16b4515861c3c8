package nl.topfruit.shop.connection.desk;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import nl.topfruit.shop.account.Branch;
import nl.topfruit.shop.account.Purpose;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionWebShop;

/** Reads and writes what was agreed about a connection, with everything named by its code. */
@Dependent
class SettingsBook {
  private static final int LONGEST_NAME = 60;
  private static final int MOST_SUGGESTED = 12;
  private static final int MOST_HOSTS = 20;

  /** A host, "*." before it for every host below, a port behind it for that port only. */
  private static final Pattern HOST =
      Pattern.compile("(\\*\\.)?[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?(:\\d{1,5})?");

  private static final Pattern DOMAIN = Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63})+");

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  ConnectionSettings of(Connection connection) {
    return new ConnectionSettings(
        connection.systemName(),
        shopCodes(connection.id()),
        code(Branch.class, connection.branchId()),
        connection.costCentreCode(),
        code(Purpose.class, connection.purposeId()),
        connection.allowedHosts(),
        connection.plainHttpAllowed(),
        connection.orderers(),
        connection.ordererDomains(),
        connection.minimumOrder(),
        connection.mixedVat(),
        connection.orderChannel(),
        connection.requisitionRequired(),
        connection.fewerAllowed(),
        connection.onDifference(),
        connection.lateOrder(),
        connection.approvalDays(),
        connection.validityDays(),
        connection.sessionHours());
  }

  private String code(Class<?> kind, UUID id) {
    return id == null
        ? null
        : em.createQuery(
                "select e.code from " + kind.getSimpleName() + " e where e.id = :id", String.class)
            .setParameter("id", id)
            .getSingleResult();
  }

  private List<String> shopCodes(UUID connectionId) {
    @SuppressWarnings("unchecked")
    List<String> codes =
        em.createNativeQuery(
                """
                select w.code from connection_web_shop c join web_shop w on w.id = c.web_shop_id
                where c.connection_id = :connection order by c.position
                """,
                String.class)
            .setParameter("connection", connectionId)
            .getResultList();
    return codes;
  }

  /** The branch that is filled in, for people; null for none. */
  String branchLabel(Connection connection) {
    Branch branch =
        connection.branchId() == null ? null : em.find(Branch.class, connection.branchId());
    return branch == null ? null : label(branch.code(), branch.name());
  }

  private static String label(String code, String name) {
    return code + " · " + name;
  }

  /** The web shops that are open to an account. */
  List<ConnectionView.Named> shopsOf(UUID accountId) {
    return named(
        em.createNativeQuery(
                """
                select w.code, w.name from account_web_shop a join web_shop w on w.id = a.web_shop_id
                where a.account_id = :account order by w.position
                """)
            .setParameter("account", accountId)
            .getResultList());
  }

  List<ConnectionView.Named> purposesOf(UUID accountId, Locale reader) {
    boolean english = "en".equals(reader.getLanguage());
    return em.createQuery(
            "select p from Purpose p where p.accountId = :account order by p.position",
            Purpose.class)
        .setParameter("account", accountId)
        .getResultStream()
        .map(
            purpose ->
                new ConnectionView.Named(
                    purpose.code(), english ? purpose.nameEn() : purpose.nameNl()))
        .toList();
  }

  /** Branches that may be filled in whose code, name or address contains every word. */
  List<ConnectionView.Named> branches(UUID accountId, String typed) {
    return named(
            em.createNativeQuery(
                    """
                    select b.code, b.name from branch b
                    where b.account_id = :account and (b.active_until is null or b.active_until >= :today)
                    and b.search like all (:words) order by b.name, b.code limit %d
                    """
                        .formatted(MOST_SUGGESTED))
                .setParameter("account", accountId)
                .setParameter("today", LocalDate.now(clock))
                .setParameter("words", words(typed))
                .getResultList())
        .stream()
        .map(each -> new ConnectionView.Named(each.code(), label(each.code(), each.name())))
        .toList();
  }

  private static String[] words(String typed) {
    List<String> patterns = ListQuery.patterns(typed.replace('·', ' '));
    return patterns.isEmpty() ? new String[] {"%"} : patterns.toArray(String[]::new);
  }

  private static List<ConnectionView.Named> named(List<?> rows) {
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new ConnectionView.Named((String) row[0], (String) row[1]))
        .toList();
  }

  /**
   * Writes down what was agreed.
   *
   * @throws BusinessRuleViolation with the field that cannot be right
   */
  void write(Connection connection, ConnectionSettings agreed) {
    String name = agreed.systemName() == null ? "" : agreed.systemName().strip();
    must(!name.isEmpty() && name.length() <= LONGEST_NAME, "system-name", "connection.systemName");
    must(
        agreed.approvalDays() >= 0 && agreed.approvalDays() <= 30,
        "approval-days",
        "connection.approvalDays");
    must(
        agreed.validityDays() >= 1 && agreed.validityDays() <= 365,
        "validity-days",
        "connection.validityDays");
    must(
        agreed.sessionHours() >= 1 && agreed.sessionHours() <= 24,
        "session-hours",
        "connection.sessionHours");
    List<String> hosts =
        agreed.hosts().stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .filter(host -> !host.isEmpty())
            .distinct()
            .toList();
    must(hosts.size() <= MOST_HOSTS, "hosts", "connection.tooManyHosts", MOST_HOSTS);
    hosts.forEach(host -> must(isHost(host), "hosts", "connection.host", host));
    List<String> domains =
        agreed.ordererDomains().stream()
            .map(domain -> domain.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", ""))
            .filter(domain -> !domain.isEmpty())
            .distinct()
            .toList();
    domains.forEach(
        domain ->
            must(
                DOMAIN.matcher(domain).matches(),
                "orderer-domains",
                "connection.domainName",
                domain));
    must(
        agreed.orderers() != Connection.Orderers.CREATE || !domains.isEmpty(),
        "orderer-domains",
        "connection.domainsMissing");
    must(
        agreed.minimumOrder() == null || agreed.minimumOrder().isPositive(),
        "minimum-order",
        "connection.minimumOrder");
    connection.isCalled(name);
    connection.ordersFor(agreed.orderers(), domains.toArray(String[]::new));
    connection.minimumOrderIs(agreed.minimumOrder());
    connection.mayReturnTo(agreed.plainHttp(), hosts.toArray(String[]::new));
    connection.prefills(
        branch(connection.accountId(), agreed.branch()),
        text(agreed.costCentre()),
        purpose(connection.accountId(), agreed.purpose()));
    connection.mixedVatIs(agreed.mixedVat());
    connection.ordersBy(agreed.orderChannel(), agreed.requisitionRequired());
    connection.onDifference(agreed.onDifference(), agreed.fewerAllowed(), agreed.lateOrder());
    connection.approvalTakes(agreed.approvalDays());
    connection.keeps(agreed.validityDays(), agreed.sessionHours());
    open(connection, agreed.webShops());
  }

  private static void must(boolean right, String field, String key, Object... arguments) {
    if (!right) {
      throw new BusinessRuleViolation(field, key, arguments);
    }
  }

  private static boolean isHost(String host) {
    return HOST.matcher(host).matches() && !host.contains("..");
  }

  private static String text(String given) {
    return given == null || given.isBlank() ? null : given.strip();
  }

  /** The branch of that code; null for none. */
  UUID branch(UUID accountId, String code) {
    return id(Branch.class, accountId, code, "branch", "connection.branchUnknown");
  }

  private UUID purpose(UUID accountId, String code) {
    return id(Purpose.class, accountId, code, "purpose", "connection.purposeUnknown");
  }

  private UUID id(Class<?> kind, UUID accountId, String code, String field, String unknown) {
    return text(code) == null
        ? null
        : em.createQuery(
                "select e.id from "
                    + kind.getSimpleName()
                    + " e where e.accountId = :account and e.code = :code",
                UUID.class)
            .setParameter("account", accountId)
            .setParameter("code", code.strip())
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new BusinessRuleViolation(field, unknown, code));
  }

  private void open(Connection connection, List<String> codes) {
    if (codes.equals(shopCodes(connection.id()))) {
      return;
    }
    em.createQuery("delete from ConnectionWebShop w where w.connectionId = :id")
        .setParameter("id", connection.id())
        .executeUpdate();
    int position = 0;
    for (String code : codes.stream().distinct().toList()) {
      UUID shop = shopId(connection.accountId(), code);
      em.persist(new ConnectionWebShop(connection.id(), shop, ++position));
    }
  }

  /** The web shop of that code, where the account may open it; null for none. */
  UUID shop(UUID accountId, String code) {
    return text(code) == null ? null : shopId(accountId, code.strip());
  }

  private UUID shopId(UUID accountId, String code) {
    List<?> found =
        em.createNativeQuery(
                """
                select w.id from account_web_shop a join web_shop w on w.id = a.web_shop_id
                where a.account_id = :account and w.code = :code
                """,
                UUID.class)
            .setParameter("account", accountId)
            .setParameter("code", code)
            .getResultList();
    must(!found.isEmpty(), "shops", "connection.shopUnknown", code);
    return (UUID) found.get(0);
  }
}
