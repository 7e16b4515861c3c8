package nl.topfruit.shop.purchasing.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.purchasing.Incoming;
import nl.topfruit.shop.purchasing.PurchaseOrder;

/**
 * Sees to it that an order number is handled once, however often and at whatever moment it comes.
 */
@Dependent
class Claims {
  private static final int MOST_ATTEMPTS = 5;

  @PersistenceContext private EntityManager em;

  /**
   * @param own the row that this message has claimed, null when it came second
   * @param earlier the order that holds the number, null for the first
   */
  record Claim(PurchaseOrder own, PurchaseOrder earlier) {}

  /**
   * The insert is the claim: a concurrent twin waits in it until the first has committed. An order
   * that was refused gives its number free for the mended one.
   */
  Claim claim(Incoming incoming) {
    alone(incoming);
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
      UUID id = Ids.next();
      if (insert(id, incoming)) {
        return new Claim(em.find(PurchaseOrder.class, id), null);
      }
      Optional<PurchaseOrder> changed = otherVersion(incoming);
      if (changed.isPresent()) {
        return new Claim(null, changed.get());
      }
      Optional<PurchaseOrder> earlier = holder(incoming);
      boolean mended =
          earlier.isPresent()
              && earlier.get().state() == PurchaseOrder.State.REFUSED
              && !earlier.get().contentHash().equals(incoming.hash());
      if (earlier.isPresent() && !mended) {
        return new Claim(null, earlier.get());
      }
      earlier.ifPresent(PurchaseOrder::superseded);
      em.flush();
    }
    throw new IllegalStateException("No claim on order number " + incoming.number());
  }

  /**
   * Versions of one number go one after the other, so that a change never meets half an order; the
   * lock ends with the transaction.
   */
  private void alone(Incoming incoming) {
    em.createNativeQuery(
            "select 1 from (select pg_advisory_xact_lock(hashtextextended(:number, 0))) as alone",
            Integer.class)
        .setParameter("number", incoming.connection().id() + "/" + incoming.number())
        .getSingleResult();
  }

  /**
   * The version for which a new order is none (see {@link #insert}); the very same message comes
   * first.
   */
  private Optional<PurchaseOrder> otherVersion(Incoming incoming) {
    return incoming.message().kind() != PurchaseOrderMessage.Kind.NEW
        ? Optional.empty()
        : em.createQuery(
                """
                select p from PurchaseOrder p where p.connectionId = :connection and p.orderKey = :number
                  and (p.state = SUPERSEDED and p.contentHash = :hash
                    or p.orderVersion <> :orderVersion and p.state in (PLACED, PARTLY_PLACED, HELD))
                order by case when p.contentHash = :hash then 0 else 1 end, p.receivedAt desc
                """,
                PurchaseOrder.class)
            .setParameter("connection", incoming.connection().id())
            .setParameter("number", incoming.number())
            .setParameter("hash", incoming.hash())
            .setParameter("orderVersion", incoming.version())
            .setMaxResults(1)
            .getResultStream()
            .findFirst();
  }

  /**
   * A number stays taken by the version that counts: what comes as a new order and not as a change
   * is none, whatever version it bears, nor is one that was changed since.
   */
  private boolean insert(UUID id, Incoming incoming) {
    return em.createNativeQuery(
                """
                insert into purchase_order (id, version, connection_id, account_id, order_number, order_key, order_version,
                  channel, state, content_hash, message_reference, received_at)
                select :id, 0, :connection, :account, :number, :number, :orderVersion, :channel, 'RECEIVED', :hash, :reference,
                  cast(:now as timestamptz)
                where :changes or not exists (select 1 from purchase_order p where p.connection_id = :connection and p.order_key = :number
                  and (p.state = 'SUPERSEDED' and p.content_hash = :hash
                    or p.order_version <> :orderVersion and p.state in ('PLACED', 'PARTLY_PLACED', 'HELD')))
                on conflict (connection_id, order_key, order_version) where state not in ('CONFLICT', 'DUPLICATE', 'SUPERSEDED')
                do nothing
                """)
            .setParameter("id", id)
            .setParameter("changes", incoming.message().kind() != PurchaseOrderMessage.Kind.NEW)
            .setParameter("connection", incoming.connection().id())
            .setParameter("account", incoming.connection().accountId())
            .setParameter("number", incoming.number())
            .setParameter("orderVersion", incoming.version())
            .setParameter("channel", incoming.channel().name())
            .setParameter("hash", incoming.hash())
            .setParameter("reference", incoming.reference())
            .setParameter("now", incoming.now())
            .executeUpdate()
        == 1;
  }

  private Optional<PurchaseOrder> holder(Incoming incoming) {
    return em.createQuery(
            """
            select p from PurchaseOrder p where p.connectionId = :connection and p.orderKey = :number
              and p.orderVersion = :orderVersion and p.state not in :free
            """,
            PurchaseOrder.class)
        .setParameter("connection", incoming.connection().id())
        .setParameter("number", incoming.number())
        .setParameter("orderVersion", incoming.version())
        .setParameter("free", PurchaseOrder.NUMBER_IS_FREE)
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .findFirst();
  }

  /** The same conflicting message, when it came before. */
  Optional<PurchaseOrder> knownConflict(Incoming incoming) {
    return em.createQuery(
            """
            select p from PurchaseOrder p where p.connectionId = :connection and p.orderKey = :number
              and p.contentHash = :hash and p.state = :conflict order by p.receivedAt
            """,
            PurchaseOrder.class)
        .setParameter("connection", incoming.connection().id())
        .setParameter("number", incoming.number())
        .setParameter("hash", incoming.hash())
        .setParameter("conflict", PurchaseOrder.State.CONFLICT)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }
}
