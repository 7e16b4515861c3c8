package nl.topfruit.shop.punchout.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.topfruit.shop.account.Orderers;
import nl.topfruit.shop.catalog.Assortment;
import nl.topfruit.shop.catalog.AssortmentOf;
import nl.topfruit.shop.catalog.Offer;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.Connections;
import nl.topfruit.shop.connection.Connections.Shop;
import nl.topfruit.shop.ordering.ItemSku;
import nl.topfruit.shop.protocol.Units;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.protocol.oci.OciFunction;
import nl.topfruit.shop.punchout.console.Diagnosis.Fault;

/** What stands in the way of a call-up that is spelled well and comes from whom it should. */
@Dependent
class AssortmentTest {
  private static final BigDecimal MOST_PIECES = BigDecimal.valueOf(9_999);

  @PersistenceContext private EntityManager em;
  @Inject private Connections connections;
  @Inject private Assortment assortment;
  @Inject private Orderers orderers;
  @Inject private Clock clock;

  Diagnosis explain(Connection connection, OciCallUp callUp) {
    List<Shop> shops = connections.webShops(connection.id());
    if (shops.isEmpty()) {
      return Diagnosis.of(Fault.NO_WEB_SHOP);
    }
    String wanted = callUp.shop();
    if (wanted != null
        && !wanted.isBlank()
        && shops.stream().noneMatch(shop -> shop.code().equalsIgnoreCase(wanted.strip()))) {
      return Diagnosis.of(
          Fault.WEB_SHOP_UNKNOWN,
          SentParameters.shortened(wanted),
          String.join(", ", shops.stream().map(Shop::code).toList()));
    }
    return product(connection, callUp, shops)
        .or(() -> orderer(connection, callUp))
        .or(() -> unit(connection))
        .orElse(Diagnosis.of(Fault.NOTHING));
  }

  private Optional<Diagnosis> product(Connection connection, OciCallUp callUp, List<Shop> shops) {
    if (callUp.function() != OciFunction.DETAIL && callUp.function() != OciFunction.VALIDATE) {
      return Optional.empty();
    }
    String article = ItemSku.parse(callUp.productId().strip()).article();
    if (article == null) {
      return Optional.empty();
    }
    var who =
        new AssortmentOf(
            connection.accountId(),
            shops.stream().map(Shop::id).toList(),
            connection.mixedVat() == Connection.MixedVat.HIDE,
            LocalDate.now(clock));
    int pieces = callUp.quantity().min(MOST_PIECES).max(BigDecimal.ONE).intValue();
    Optional<Offer> offer = assortment.offer(who, article, pieces);
    if (offer.isEmpty()) {
      return Optional.of(
          Diagnosis.of(Fault.PRODUCT_UNKNOWN, SentParameters.shortened(callUp.productId())));
    }
    int least = offer.get().article().minimumQuantity();
    return callUp.function() == OciFunction.VALIDATE && pieces < least
        ? Optional.of(Diagnosis.of(Fault.TOO_FEW, article, String.valueOf(least)))
        : Optional.empty();
  }

  private Optional<Diagnosis> orderer(Connection connection, OciCallUp callUp) {
    boolean asked =
        connection.orderers() != Connection.Orderers.NOT_ASKED
            && (callUp.function() == OciFunction.SHOPPING
                || callUp.function() == OciFunction.SOURCING);
    if (!asked) {
      return Optional.empty();
    }
    String email = callUp.orderer().email();
    if (email == null) {
      List<String> names = connection.profile().names().ordererEmail();
      return Optional.of(
          Diagnosis.of(Fault.NO_ORDERER, names.isEmpty() ? "–" : String.join(" / ", names)));
    }
    Optional<Orderers.Known> known = orderers.byEmail(connection.accountId(), email);
    if (known.isPresent()) {
      return known.get().active()
          ? Optional.empty()
          : Optional.of(Diagnosis.of(Fault.ORDERER_INACTIVE, SentParameters.shortened(email)));
    }
    return connection.makesOrderer(email) && orderers.mayBeMade(email)
        ? Optional.empty()
        : Optional.of(Diagnosis.of(Fault.ORDERER_UNKNOWN, SentParameters.shortened(email)));
  }

  /** A unit of something that is sold, for which their system would drop the line. */
  private Optional<Diagnosis> unit(Connection connection) {
    @SuppressWarnings("unchecked")
    List<Object[]> units =
        em.createNativeQuery(
                """
                select p.unit, min(p.sku) from product p join web_shop_product s on s.product_id = p.id
                join connection_web_shop c on c.web_shop_id = s.web_shop_id
                where c.connection_id = :connection and p.active group by p.unit order by p.unit
                """,
                Object[].class)
            .setParameter("connection", connection.id())
            .getResultList();
    return units.stream()
        .map(row -> new String[] {row[0].toString(), row[1].toString()})
        .filter(
            unit ->
                !connection.profile().units().containsKey(unit[0])
                    && !connection.profile().units().containsKey(Units.normalise(unit[0])))
        .findFirst()
        .map(unit -> Diagnosis.of(Fault.UNIT_UNKNOWN, unit[0], unit[1]));
  }
}
