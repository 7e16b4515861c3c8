package nl.topfruit.shop.purchasing.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.purchasing.agreement.Promise;

/**
 * Finds what an order speaks of: the requisitions of this account that it names or may mean,
 * locked, and whose organisation it names as the buyer. What belongs to another account is simply
 * not found. Each question is one statement, however long the order.
 */
@Dependent
public class Recognition {
  /** More open requisitions than this that fit are not told apart by their articles. */
  private static final int MOST_GUESSED = 20;

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /**
   * The requisitions that an order names by number or line key, in the order of their ids.
   *
   * @param locking nobody else may order from them until the end of the transaction
   */
  public List<Requisition> named(PurchaseOrderMessage message, UUID accountId, boolean locking) {
    Set<String> numbers = new HashSet<>();
    message.quotationIds().forEach(id -> numbers.add(id.strip()));
    Set<String> keys = new HashSet<>();
    message.lines().stream()
        .filter(line -> line.auxiliary().isEmpty())
        .flatMap(line -> line.lineKey().stream())
        .forEach(key -> keys.add(key.substring(0, key.lastIndexOf('-')).toUpperCase(Locale.ROOT)));
    if (numbers.isEmpty() && keys.isEmpty()) {
      return List.of();
    }
    return em.createQuery(
            "select r from Requisition r where r.accountId = :account and (r.number in :numbers or r.lineKey in :keys) order by r.id",
            Requisition.class)
        .setParameter("account", accountId)
        .setParameter("numbers", orNone(numbers))
        .setParameter("keys", orNone(keys))
        .setLockMode(locking ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
        .getResultList();
  }

  private static Collection<String> orNone(Set<String> values) {
    return values.isEmpty() ? Set.of("") : values;
  }

  /**
   * The last resort: open requisitions of this connection that have most of the articles. Those
   * that have all of them are all there are, where there are such.
   */
  List<Requisition> meant(PurchaseOrderMessage message, Connection connection, boolean locking) {
    String[] skus =
        message.lines().stream()
            .map(PurchaseOrderMessage.Line::sku)
            .filter(sku -> sku != null)
            .map(String::strip)
            .distinct()
            .toArray(String[]::new);
    if (skus.length == 0) {
      return List.of();
    }
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        em.createNativeQuery(
                """
                select r.id, count(distinct l.sku) as articles from requisition r join requisition_line l on l.requisition_id = r.id
                where r.account_id = :account and r.connection_id = :connection
                  and r.state in ('AWAITING_AUTHORISATION', 'PARTLY_ORDERED') and r.valid_until > :now
                  and l.sku = any(:skus) and l.quantity > l.ordered_quantity
                group by r.id order by articles desc, r.id limit :most
                """,
                Tuple.class)
            .setParameter("account", connection.accountId())
            .setParameter("connection", connection.id())
            .setParameter("now", Instant.now(clock))
            .setParameter("skus", skus)
            .setParameter("most", MOST_GUESSED)
            .getResultList();
    int best = rows.isEmpty() ? 0 : Rows.integer(rows.get(0), "articles");
    List<UUID> ids =
        rows.stream()
            .filter(row -> best < skus.length || Rows.integer(row, "articles") == best)
            .map(row -> row.get("id", UUID.class))
            .toList();
    return ids.isEmpty()
        ? List.of()
        : em.createQuery(
                "select r from Requisition r where r.id in :ids order by r.id", Requisition.class)
            .setParameter("ids", ids)
            .setLockMode(locking ? LockModeType.PESSIMISTIC_WRITE : LockModeType.NONE)
            .getResultList();
  }

  /** As promises, with their lines and the least quantities of their products. */
  List<Promise> promises(List<Requisition> requisitions) {
    if (requisitions.isEmpty()) {
      return List.of();
    }
    List<UUID> ids = requisitions.stream().map(Requisition::id).toList();
    em.createQuery(
            "select r from Requisition r join fetch r.lines where r.id in :ids", Requisition.class)
        .setParameter("ids", ids)
        .getResultList();
    Map<UUID, Integer> minimums = new HashMap<>();
    em.createQuery(
            """
            select p.id, p.minimumQuantity from Product p
            where p.id in (select l.productId from RequisitionLine l where l.requisition.id in :ids)
            """,
            Object[].class)
        .setParameter("ids", ids)
        .getResultList()
        .forEach(row -> minimums.put((UUID) row[0], (Integer) row[1]));
    Instant now = Instant.now(clock);
    return requisitions.stream().map(r -> Promise.of(r, minimums, now)).toList();
  }

  /** Which of these article numbers we have, whoever may buy them. */
  Set<String> knownArticles(Set<String> skus) {
    return skus.isEmpty()
        ? Set.of()
        : new HashSet<>(
            em.createQuery("select p.sku from Product p where p.sku in :skus", String.class)
                .setParameter("skus", skus)
                .getResultList());
  }

  /** Whose organisation an order names as the buyer. */
  enum Buyer {
    THE_CONNECTIONS,
    SOMEBODY_ELSES,
    UNKNOWN,
    NOT_NAMED
  }

  /**
   * Told by trade register number, OIN, VAT id, electronic address, GLN of a branch, or the
   * identity that a connection uses. An identifier of the connection's own account settles it.
   */
  Buyer buyer(PurchaseOrderMessage message, Connection connection, List<InvoiceParty> parties) {
    if (message.buyerIds().isEmpty()) {
      return Buyer.NOT_NAMED;
    }
    Set<String> values = values(message.buyerIds());
    Set<UUID> accounts = new HashSet<>();
    parties.stream()
        .filter(
            party ->
                values.contains(party.kvkNumber())
                    || values.contains(party.oin())
                    || values.contains(party.vatId())
                    || values.contains(party.endpointId()))
        .forEach(party -> accounts.add(party.accountId()));
    if (!accounts.contains(connection.accountId())) {
      accounts.addAll(byBranchOrIdentity(message, values));
    }
    if (accounts.contains(connection.accountId())) {
      return Buyer.THE_CONNECTIONS;
    }
    return accounts.isEmpty() ? Buyer.UNKNOWN : Buyer.SOMEBODY_ELSES;
  }

  private List<UUID> byBranchOrIdentity(PurchaseOrderMessage message, Set<String> values) {
    Set<String> identities = new HashSet<>();
    if (message.channel() == PurchaseOrderMessage.Channel.CXML) {
      message
          .buyerIds()
          .forEach(id -> identities.add(id.scheme().toLowerCase(Locale.ROOT) + "/" + id.value()));
    }
    return em.createQuery(
            """
            select a.id from BusinessAccount a where a.id in (select b.accountId from Branch b where b.gln in :values)
              or a.id in (select c.accountId from Connection c join ConnectionCredential r on r.connectionId = c.id
                where r.kind = :kind and concat(lower(r.domain), '/', r.identity) in :identities)
            """,
            UUID.class)
        .setParameter("values", values)
        .setParameter("kind", ConnectionCredential.Kind.CXML)
        .setParameter("identities", orNone(identities))
        .getResultList();
  }

  /** The account's own legal entities, and those of others that the order names. */
  List<InvoiceParty> parties(PurchaseOrderMessage message, UUID accountId) {
    return em.createQuery(
            """
            select p from InvoiceParty p where p.accountId = :account or p.kvkNumber in :ids or p.oin in :ids
              or p.vatId in :ids or p.endpointId in :ids order by p.name
            """,
            InvoiceParty.class)
        .setParameter("account", accountId)
        .setParameter("ids", orNone(values(message.buyerIds())))
        .getResultList();
  }

  private static Set<String> values(Collection<PartyId> ids) {
    Set<String> values = new HashSet<>();
    for (PartyId id : ids) {
      String value = id.value().replaceAll("[\\s.]", "");
      if (!value.isEmpty()) {
        values.add(value);
        values.add(value.toUpperCase(Locale.ROOT));
      }
    }
    return values;
  }
}
