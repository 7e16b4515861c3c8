package nl.topfruit.shop.punchout;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.catalog.Assortment;
import nl.topfruit.shop.catalog.AssortmentOf;
import nl.topfruit.shop.catalog.Offer;
import nl.topfruit.shop.catalog.Quoted;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.Connections;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciItem;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.OciReturn;

/**
 * What a connection would post of a small basket, while our staff change how its system spells
 * things. Nothing is kept and nothing is reserved.
 */
@Stateless
@RolesAllowed({OFFICE, SHOP_ADMIN})
public class ReturnPreviews {
  private static final int MOST_LOOKED_AT = 60;
  private static final int DAYS_AHEAD = 3;
  private static final String QUOTE = "R-0000-00001";
  private static final String LINE_KEY = "K7Q";

  @PersistenceContext private EntityManager em;
  @Inject private Connections connections;
  @Inject private Assortment assortment;
  @Inject private Clock clock;

  /** What an order has beyond its products, of the account's own. */
  private record Particulars(
      String branchCode, String branchName, String costCentre, String ledgerCode, String purpose) {}

  /**
   * Two products of the account's assortment as its form would hold them: one with one VAT rate,
   * and one with two where there is such.
   *
   * @param key of the connection
   * @param profile as it is being edited; its charset must be one
   * @throws NotFound when there is no such connection
   */
  public OciReturn of(String key, OciProfile profile, Locale reader) {
    Connection connection = connections.byKey(key);
    Particulars particulars = particulars(connection, reader);
    List<OciItem> items = new ArrayList<>();
    for (OciItem bare : products(connection, reader)) {
      items.add(complete(bare, items.size() + 1, particulars));
    }
    return OciReturn.of(items, profile, OciCharset.named(profile.charset()).orElseThrow(), reader);
  }

  private List<OciItem> products(Connection connection, Locale reader) {
    List<UUID> shops = connections.webShopIds(connection.id());
    Set<Assortment.Asked> asked = new HashSet<>();
    em.createQuery("select p.sku, p.minimumQuantity from Product p order by p.sku", Object[].class)
        .setMaxResults(MOST_LOOKED_AT)
        .getResultStream()
        .forEach(
            row -> asked.add(new Assortment.Asked((String) row[0], Math.max(1, (Integer) row[1]))));
    boolean hidden = connection.mixedVat() == Connection.MixedVat.HIDE;
    var who = new AssortmentOf(connection.accountId(), shops, hidden, LocalDate.now(clock));
    List<Offer> offers =
        assortment.offers(who, asked).values().stream()
            .sorted(Comparator.comparing(offer -> offer.article().sku()))
            .toList();
    boolean split = connection.mixedVat() == Connection.MixedVat.SPLIT;
    List<OciItem> items = new ArrayList<>();
    for (boolean mixed : new boolean[] {false, true}) {
      offers.stream()
          .filter(offer -> offer.price().mixed() == mixed)
          .findFirst()
          .ifPresent(offer -> items.addAll(QuotedItems.of(quoted(offer), split, reader)));
    }
    return items;
  }

  private static Quoted quoted(Offer offer) {
    return new Quoted(offer.article(), offer.quantity(), offer.price(), null);
  }

  private Particulars particulars(Connection connection, Locale reader) {
    Object[] row =
        (Object[])
            em.createNativeQuery(
                    """
                    select b.code, b.name, coalesce(c.cost_centre_code, k.code), l.code,
                      case when :english then p.name_en else p.name_nl end
                    from connection c
                    left join lateral (select code, name from branch where account_id = c.account_id
                      order by (id = c.branch_id) desc nulls last, code limit 1) b on true
                    left join lateral (select code from cost_centre where account_id = c.account_id
                      order by code limit 1) k on true
                    left join lateral (select id, name_nl, name_en from purpose where account_id = c.account_id
                      order by (id = c.purpose_id) desc nulls last, position limit 1) p on true
                    left join lateral (select code from ledger_code where purpose_id = p.id
                      order by category_code nulls first limit 1) l on true
                    where c.id = :connection
                    """)
                .setParameter("english", "en".equals(reader.getLanguage()))
                .setParameter("connection", connection.id())
                .getSingleResult();
    return new Particulars(
        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (String) row[4]);
  }

  private OciItem complete(OciItem bare, int number, Particulars particulars) {
    return new OciItem(
        bare.sku(),
        bare.name(),
        bare.quantity(),
        bare.unit(),
        bare.price(),
        bare.currency(),
        bare.longText(),
        particulars.branchName(),
        LocalDate.now(clock).plusDays(DAYS_AHEAD),
        LINE_KEY + "-" + number,
        QUOTE,
        String.valueOf(number),
        DAYS_AHEAD,
        bare.vatRate(),
        particulars.costCentre(),
        particulars.ledgerCode(),
        particulars.branchCode(),
        particulars.purpose(),
        null,
        null,
        bare.category(),
        bare.pictureUrl(),
        bare.webShop());
  }
}
