package nl.topfruit.shop.punchout;

import jakarta.enterprise.context.Dependent;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ShoppingSessions;

/** Finds out for whom a system calls. */
@Dependent
class Buyers {
  @PersistenceContext private EntityManager em;

  /** A web shop that the connection opens. */
  private record Shop(UUID id, String code) {}

  /**
   * The account behind a caller, with the web shops of his connection: the one that is wanted
   * first, else that of his credential, else the connection's first.
   *
   * @param wanted code of a web shop, null for none
   * @throws CallUpRefused when the connection does not open it
   */
  Buyer of(ConnectionAuthentication.Result caller, String wanted) {
    Connection connection = caller.connection();
    List<Object[]> rows =
        em.createQuery(
                """
                select w.id, w.code, a from BusinessAccount a, WebShop w, ConnectionWebShop c
                where a.id = :account and c.connectionId = :connection and c.webShopId = w.id order by c.position
                """,
                Object[].class)
            .setParameter("account", connection.accountId())
            .setParameter("connection", connection.id())
            .getResultList();
    List<Shop> shops = rows.stream().map(row -> new Shop((UUID) row[0], (String) row[1])).toList();
    Shop first = first(shops, wanted, caller.credential().webShopId());
    List<UUID> ids = new ArrayList<>(List.of(first.id()));
    shops.stream().map(Shop::id).filter(id -> !id.equals(first.id())).forEach(ids::add);
    BusinessAccount account = (BusinessAccount) rows.get(0)[2];
    return new Buyer(
        connection,
        List.copyOf(ids),
        account.language(),
        new Fees.Terms(account.deliveryCost(), account.freeDeliveryFrom()));
  }

  private static Shop first(List<Shop> shops, String wanted, UUID usual) {
    if (wanted == null || wanted.isBlank()) {
      return shops.stream()
          .filter(shop -> shop.id().equals(usual))
          .findFirst()
          .or(() -> shops.stream().findFirst())
          .orElseThrow(() -> unknown(wanted, shops));
    }
    return shops.stream()
        .filter(shop -> wanted.strip().equalsIgnoreCase(shop.code()))
        .findFirst()
        .orElseThrow(() -> unknown(wanted, shops));
  }

  private static CallUpRefused unknown(String wanted, List<Shop> shops) {
    return new CallUpRefused(
        CallUpRefused.Reason.UNKNOWN_WEB_SHOP,
        String.valueOf(wanted),
        shops.stream().map(Shop::code).collect(Collectors.joining(", ")));
  }

  /** Who shops, and what is filled in for him: his credential's own, else the connection's. */
  ShoppingSessions.Shopper shopper(Connection connection, ConnectionCredential credential) {
    return new ShoppingSessions.Shopper(
        null,
        credential.invoicePartyId(),
        credential.branchId() != null ? credential.branchId() : connection.branchId(),
        connection.costCentreCode(),
        connection.purposeId(),
        null,
        null);
  }
}
