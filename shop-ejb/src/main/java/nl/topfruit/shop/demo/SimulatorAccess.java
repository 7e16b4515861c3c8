package nl.topfruit.shop.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.messaging.Message;

/** What the simulated system knows of its own connection with us. The secret is the demo's. */
@Dependent
class SimulatorAccess {
  static final String SECRET = "demo";

  @PersistenceContext private EntityManager em;

  /**
   * @param cxmlDomain domain of its cXML credential, null without one
   * @param party the legal entity that orders
   */
  record Setup(
      String accountKey,
      String accountName,
      String systemName,
      String charset,
      Message.Channel orderChannel,
      String cxmlDomain,
      InvoiceParty party) {}

  /**
   * @throws NotFound outside demo mode, or when there is no such account with a connection
   */
  Setup setup(String accountKey) {
    if (!"true".equals(System.getenv("SHOP_DEMO"))) {
      throw new NotFound("simulator");
    }
    Connection connection =
        em.createQuery("select c from Connection c where c.key = :key", Connection.class)
            .setParameter("key", accountKey)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("connection " + accountKey));
    Object[] account =
        em.createQuery(
                "select a.name, p from BusinessAccount a, InvoiceParty p where a.id = :id and p.accountId = a.id order by p.id",
                Object[].class)
            .setParameter("id", connection.accountId())
            .setMaxResults(1)
            .getSingleResult();
    Optional<String> domain =
        em.createQuery(
                "select r.domain from ConnectionCredential r where r.connectionId = :id and r.kind = CXML",
                String.class)
            .setParameter("id", connection.id())
            .getResultStream()
            .findFirst();
    return new Setup(
        accountKey,
        (String) account[0],
        connection.systemName(),
        connection.charset(),
        connection.orderChannel(),
        domain.orElse(null),
        (InvoiceParty) account[1]);
  }
}
