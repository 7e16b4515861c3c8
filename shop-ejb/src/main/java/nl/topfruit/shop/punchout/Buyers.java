package nl.topfruit.shop.punchout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.account.Orderers;
import nl.topfruit.shop.account.Orderers.Known;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.connection.Connections.Shop;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.protocol.Quantities;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.protocol.oci.OciFunction;

/** Finds out for whom a system calls. */
@Dependent
class Buyers {
  private static final int LONGEST_REACH = 120;

  @PersistenceContext private EntityManager em;
  @Inject private Orderers orderers;

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
        account,
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

  /**
   * Who shops, and what is filled in for him: what his credential stands for, then what he himself
   * usually has, then the connection's own.
   *
   * @throws CallUpRefused when the connection's rule does not let him order
   * @throws UnreadableMessage when the rule asks who he is and the system does not say
   */
  ShoppingSessions.Shopper shopper(Buyer buyer, ConnectionCredential credential, OciCallUp callUp) {
    Connection connection = buyer.connection();
    Optional<Known> person =
        callUp.function() == OciFunction.DETAIL ? Optional.empty() : person(buyer, callUp);
    return new ShoppingSessions.Shopper(
        usual(person, Known::personId),
        credential.invoicePartyId(),
        or(credential.branchId(), or(usual(person, Known::branchId), connection.branchId())),
        or(usual(person, Known::costCentreCode), connection.costCentreCode()),
        or(usual(person, Known::purposeId), connection.purposeId()),
        usual(person, Known::name),
        or(phone(callUp, person), or(usual(person, Known::phone), usual(person, Known::email))));
  }

  private static <T> T usual(Optional<Known> person, Function<Known, T> what) {
    return person.map(what).orElse(null);
  }

  private Optional<Known> person(Buyer buyer, OciCallUp callUp) {
    Connection connection = buyer.connection();
    if (connection.orderers() == Connection.Orderers.NOT_ASKED) {
      return Optional.empty();
    }
    String email = callUp.orderer().email();
    if (email == null) {
      String parameter =
          connection.profile().names().ordererEmail().stream().findFirst().orElse("E-MAIL");
      throw new UnreadableMessage(
          UnreadableMessage.Reason.MISSING, parameter, "missing", parameter);
    }
    Known known =
        orderers
            .byEmail(connection.accountId(), email)
            .or(() -> newcomer(buyer, callUp.orderer()))
            .orElseThrow(
                () ->
                    new CallUpRefused(
                        CallUpRefused.Reason.ORDERER_UNKNOWN, Quantities.shortened(email)));
    if (!known.active()) {
      throw new CallUpRefused(CallUpRefused.Reason.ORDERER_INACTIVE, Quantities.shortened(email));
    }
    return Optional.of(known);
  }

  private Optional<Known> newcomer(Buyer buyer, OciCallUp.Orderer orderer) {
    Connection connection = buyer.connection();
    return connection.makesOrderer(orderer.email())
        ? orderers.make(
            buyer.account(), orderer.email(), orderer.name(), orderer.phone(), connection.key())
        : Optional.empty();
  }

  /** A telephone number that fits where contacts are kept. */
  private static String phone(OciCallUp callUp, Optional<Known> person) {
    String phone = callUp.orderer().phone();
    return person.isEmpty() || phone == null || phone.strip().length() > LONGEST_REACH
        ? null
        : phone.strip();
  }

  private static <T> T or(T value, T otherwise) {
    return value != null ? value : otherwise;
  }
}
