package nl.topfruit.shop.purchasing.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.topfruit.shop.account.Branch;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.catalog.Assortment;
import nl.topfruit.shop.catalog.Assortment.Asked;
import nl.topfruit.shop.catalog.AssortmentOf;
import nl.topfruit.shop.catalog.Offer;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.Connections;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ItemSku;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.ordering.OrderItem;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.purchasing.agreement.Agreement;
import nl.topfruit.shop.purchasing.agreement.Contract;
import nl.topfruit.shop.purchasing.agreement.Matching;
import nl.topfruit.shop.purchasing.agreement.Ours;

/**
 * Lines that come without a requisition, for customers who may order so: within their assortment,
 * at their contract price, to the branch that is named or else the usual one.
 */
@Dependent
public class DirectOrders {
  private static final String[] NO_ALLERGENS = {};

  @PersistenceContext private EntityManager em;
  @Inject private Connections connections;
  @Inject private Assortment assortment;
  @Inject private Clock clock;

  /**
   * What such lines cost and where they go.
   *
   * @param contracts by article number as ordered
   * @param offers by article number as ordered
   * @param branches that a line may mean, the usual one first; empty when there is none
   * @param ledgerCodes of the usual purpose, by category; the empty category for all others
   */
  record Terms(
      Map<String, Contract> contracts,
      Map<String, Offer> offers,
      List<Branch> branches,
      String purpose,
      Map<String, String> ledgerCodes) {

    static final Terms NONE = new Terms(Map.of(), Map.of(), List.of(), null, Map.of());
  }

  /**
   * @param branchId the usual branch, null for none
   */
  Terms terms(
      PurchaseOrderMessage message,
      Collection<Matching.Match> matches,
      Connection connection,
      BusinessAccount account,
      UUID branchId) {
    Map<String, BigDecimal> ordered = new LinkedHashMap<>();
    for (Matching.Match match : matches) {
      if (match.pointsNowhere() && match.line().sku() != null) {
        ordered.merge(match.line().sku().strip(), match.line().quantity(), BigDecimal::add);
      }
    }
    if (ordered.isEmpty()) {
      return Terms.NONE;
    }
    Map<String, Offer> offers = offers(ordered, connection);
    if (offers.isEmpty()) {
      return Terms.NONE;
    }
    Map<String, Contract> contracts = new LinkedHashMap<>();
    offers.forEach(
        (sku, offer) -> {
          Contract contract = contract(sku, offer);
          if (contract != null) {
            contracts.put(sku, contract);
          }
        });
    Map<String, String> ledgerCodes = new HashMap<>();
    String purpose = purpose(connection.purposeId(), account.language(), ledgerCodes);
    return new Terms(
        contracts, offers, branches(message, connection, branchId), purpose, ledgerCodes);
  }

  private Map<String, Offer> offers(Map<String, BigDecimal> ordered, Connection connection) {
    Map<String, Asked> asked = new LinkedHashMap<>();
    ordered.forEach(
        (sku, quantity) -> {
          String article = ItemSku.parse(sku).article();
          if (article != null) {
            asked.put(
                sku, new Asked(article, quantity.setScale(0, RoundingMode.UP).intValueExact()));
          }
        });
    var who =
        new AssortmentOf(
            connection.accountId(),
            connections.webShopIds(connection.id()),
            connection.mixedVat() == Connection.MixedVat.HIDE,
            LocalDate.now(clock));
    Map<Asked, Offer> found = assortment.offers(who, new HashSet<>(asked.values()));
    Map<String, Offer> offers = new LinkedHashMap<>();
    asked.forEach(
        (sku, each) -> {
          if (found.containsKey(each)) {
            offers.put(sku, found.get(each));
          }
        });
    return offers;
  }

  /**
   * The branch that each address of theirs means; an address that is none of theirs is not in it.
   */
  Map<ShipTo, Ours.Place> places(PurchaseOrderMessage message, Connection connection) {
    List<Branch> branches = branches(message, connection, null);
    Map<ShipTo, Ours.Place> places = new HashMap<>();
    Stream.concat(
            Stream.of(message).map(PurchaseOrderMessage::shipTo),
            message.lines().stream().map(PurchaseOrderMessage.Line::shipTo))
        .filter(Objects::nonNull)
        .forEach(
            shipTo -> {
              Branch branch = named(shipTo, branches);
              if (branch != null) {
                places.put(shipTo, new Ours.Place(branch.asDestination(), branch.invoicePartyId()));
              }
            });
    return places;
  }

  /** Null where there is no such part or deposit. */
  static Contract contract(String sku, Offer offer) {
    ItemSku item = ItemSku.parse(sku);
    var article = offer.article();
    PriceParts whole = offer.price();
    if (item.kind() == LineKind.DEPOSIT) {
      return article.deposit() == null || article.deposit().isZero()
          ? null
          : new Contract(
              sku,
              article.sku(),
              LineKind.DEPOSIT,
              Fees.depositPrice(whole, article.deposit()),
              false,
              null,
              null,
              0,
              article.unit());
    }
    if (item.part() != null && !whole.mixed()) {
      return null;
    }
    String otherPart = item.part() == null ? null : otherPart(article.sku(), item, whole);
    boolean deposit = article.deposit() != null && !article.deposit().isZero();
    return new Contract(
        sku,
        article.sku(),
        LineKind.GOODS,
        item.part() == null ? whole : PriceParts.of(item.part(), whole.of(item.part())),
        item.part() == null && whole.mixed(),
        otherPart,
        deposit ? ItemSku.deposit(article.sku()) : null,
        article.minimumQuantity(),
        article.unit());
  }

  private static String otherPart(String article, ItemSku item, PriceParts whole) {
    return whole.parts().stream()
        .filter(part -> part.rate() != item.part())
        .map(part -> ItemSku.part(article, part.rate()))
        .findFirst()
        .orElse(null);
  }

  private String purpose(UUID purposeId, String language, Map<String, String> ledgerCodes) {
    if (purposeId == null) {
      return null;
    }
    List<Object[]> rows =
        em.createQuery(
                """
                select p.nameNl, p.nameEn, l.categoryCode, l.code from Purpose p
                left join LedgerCode l on l.purposeId = p.id where p.id = :purpose
                """,
                Object[].class)
            .setParameter("purpose", purposeId)
            .getResultList();
    String name = null;
    for (Object[] row : rows) {
      name = (String) row["en".equals(language) ? 1 : 0];
      if (row[3] != null) {
        ledgerCodes.put(Objects.requireNonNullElse((String) row[2], ""), (String) row[3]);
      }
    }
    return name;
  }

  private List<Branch> branches(
      PurchaseOrderMessage message, Connection connection, UUID branchId) {
    Set<String> codes = new HashSet<>(Set.of(""));
    Set<String> postcodes = new HashSet<>(Set.of(""));
    Stream.concat(
            Stream.of(message).map(PurchaseOrderMessage::shipTo),
            message.lines().stream().map(PurchaseOrderMessage.Line::shipTo))
        .filter(Objects::nonNull)
        .forEach(
            shipTo -> {
              if (shipTo.id() != null) {
                codes.add(shipTo.id().strip());
              }
              if (shipTo.postalCode() != null) {
                postcodes.add(compact(shipTo.postalCode()));
              }
            });
    List<Branch> found =
        em.createQuery(
                """
                select b from Branch b where b.accountId = :account and (b.activeUntil is null or b.activeUntil >= :today)
                  and (b.id = :usual or b.code in :codes or b.gln in :codes or b.establishmentNumber in :codes
                    or upper(function('replace', b.address.postcode, ' ', '')) in :postcodes)
                order by b.code
                """,
                Branch.class)
            .setParameter("account", connection.accountId())
            .setParameter("today", LocalDate.now(clock))
            .setParameter("usual", branchId)
            .setParameter("codes", codes)
            .setParameter("postcodes", postcodes)
            .getResultList();
    List<Branch> usualFirst = new ArrayList<>(found);
    usualFirst.sort((a, b) -> Boolean.compare(b.id().equals(branchId), a.id().equals(branchId)));
    return usualFirst;
  }

  /** The branch that an address of theirs means; none when it is none of theirs. */
  static Branch named(ShipTo shipTo, List<Branch> branches) {
    if (shipTo == null) {
      return null;
    }
    for (Branch branch : branches) {
      String id = shipTo.id() == null ? null : shipTo.id().strip();
      if (id != null
          && (id.equals(branch.code())
              || id.equals(branch.gln())
              || id.equals(branch.establishmentNumber()))) {
        return branch;
      }
    }
    for (Branch branch : branches) {
      if (shipTo.postalCode() != null
          && compact(shipTo.postalCode()).equals(compact(branch.address().postcode()))
          && shipTo.street() != null
          && compact(shipTo.street()).contains(compact(branch.address().houseNumber()))) {
        return branch;
      }
    }
    return null;
  }

  private static String compact(String text) {
    return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
  }

  /**
   * One such line as it is placed; its day is the one asked for, or the first possible one.
   *
   * @param goodsLine ties the parts and the deposit of one article
   * @param usualCostCentre of the connection, null for none
   */
  OrderItem item(
      Agreement.Line line,
      PurchaseOrderMessage message,
      Terms terms,
      int goodsLine,
      String usualCostCentre) {
    Contract contract = line.contract();
    PurchaseOrderMessage.Line theirs = line.theirs();
    Offer offer = terms.offers().get(contract.sku());
    var article = offer.article();
    ShipTo shipTo = theirs.shipTo() != null ? theirs.shipTo() : message.shipTo();
    Branch named = named(shipTo, terms.branches());
    Branch branch = named != null ? named : terms.branches().get(0);
    LocalDate asked =
        theirs.requestedDay() != null ? theirs.requestedDay() : message.requestedDay();
    LocalDate day = asked != null ? asked : LocalDate.now(clock);
    boolean goods = contract.kind() == LineKind.GOODS;
    ItemSku sku = ItemSku.parse(contract.sku());
    String name =
        sku.part() == null
            ? article.fullName()
            : article.fullName() + " " + sku.part().percent().toPlainString() + "%";
    return new OrderItem(
        null,
        theirs.lineNumber(),
        goodsLine,
        contract.kind(),
        offer.webShopId(),
        branch.invoicePartyId(),
        article.productId(),
        contract.sku(),
        goods ? name : "Statiegeld " + name,
        theirs.quantity(),
        contract.unit(),
        contract.price(),
        goods ? article.allergens() : List.of(NO_ALLERGENS),
        article.cutOffClass(),
        usualCostCentre,
        terms.ledgerCodes().getOrDefault(article.categoryCode(), terms.ledgerCodes().get("")),
        terms.purpose(),
        message.reference() == null || message.reference().length() > 80
            ? null
            : message.reference(),
        GreetingCard.NONE,
        branch.asDestination(),
        day,
        day,
        day,
        false);
  }
}
