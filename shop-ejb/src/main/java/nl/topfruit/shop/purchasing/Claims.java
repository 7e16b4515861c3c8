package nl.topfruit.shop.purchasing;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/**
 * Sees to it that an order number is handled once, however often and at whatever moment it comes.
 */
@Dependent
class Claims {
  private static final int MOST_ATTEMPTS = 5;

  @PersistenceContext private EntityManager em;

  /**
   * A message about to be taken in.
   *
   * @param hash what makes it the same order, see {@link ContentHash}
   * @param reference in the message log
   */
  record Incoming(
      Connection connection,
      PurchaseOrderMessage message,
      String hash,
      String reference,
      Instant now) {

    String number() {
      return message.orderNumber().key();
    }

    /** A change or withdrawal without a version of its own does not take that of the order. */
    String version() {
      String version = message.version() == null ? "1" : message.version().strip();
      String text =
          message.kind() == PurchaseOrderMessage.Kind.NEW
              ? version
              : message.kind().name().charAt(0) + ":" + version;
      return text.length() > 20 ? Integer.toHexString(text.hashCode()) : text;
    }

    Message.Channel channel() {
      return switch (message.channel()) {
        case OCI_ORDER -> Message.Channel.OCI_ORDER;
        case CXML -> Message.Channel.CXML;
        case UBL -> Message.Channel.UBL_ORDER;
      };
    }
  }

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
    for (int i = 0; i < MOST_ATTEMPTS; i++) {
      UUID id = Ids.next();
      if (insert(id, incoming)) {
        return new Claim(em.find(PurchaseOrder.class, id), null);
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

  private boolean insert(UUID id, Incoming incoming) {
    return em.createNativeQuery(
                """
                insert into purchase_order (id, version, connection_id, account_id, order_number, order_key, order_version,
                  channel, state, content_hash, message_reference, received_at)
                values (:id, 0, :connection, :account, :number, :number, :orderVersion, :channel, 'RECEIVED', :hash, :reference, :now)
                on conflict (connection_id, order_key, order_version) where state not in ('CONFLICT', 'DUPLICATE', 'SUPERSEDED')
                do nothing
                """)
            .setParameter("id", id)
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
