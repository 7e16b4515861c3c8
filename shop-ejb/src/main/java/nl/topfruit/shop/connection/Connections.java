package nl.topfruit.shop.connection;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.NotFound;

/** Finds a connection of whichever account, and the web shops that it opens. */
@Dependent
public class Connections {
  @PersistenceContext private EntityManager em;

  /** A web shop that a connection opens. */
  public record Shop(UUID id, String code) {}

  /**
   * The connection of this key, for our staff: it is looked for in all accounts.
   *
   * @throws NotFound when there is none
   */
  public Connection byKey(String key) {
    return byKey(key, LockModeType.NONE);
  }

  /**
   * The same, locked until the end of the caller's transaction.
   *
   * @throws NotFound when there is none
   */
  public Connection byKey(String key, LockModeType lock) {
    return em.createQuery("select c from Connection c where c.key = :key", Connection.class)
        .setParameter("key", key)
        .setLockMode(lock)
        .getResultStream()
        .findFirst()
        .orElseThrow(() -> new NotFound("connection " + key));
  }

  /** The web shops that it opens, the one that opens by itself at the head. */
  public List<Shop> webShops(UUID connectionId) {
    return em.createQuery(
            """
            select new nl.topfruit.shop.connection.Connections$Shop(w.id, w.code)
            from ConnectionWebShop c join WebShop w on w.id = c.webShopId
            where c.connectionId = :connection order by c.position
            """,
            Shop.class)
        .setParameter("connection", connectionId)
        .getResultList();
  }

  /** Their ids alone. */
  public List<UUID> webShopIds(UUID connectionId) {
    return webShops(connectionId).stream().map(Shop::id).toList();
  }
}
