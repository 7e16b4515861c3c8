package nl.topfruit.shop.catalog;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.Rows;

/**
 * Decides what somebody may see and buy, and at which price: the one rule behind list, product
 * page, basket and order intake. A product is offered when it is active, sold in one of his web
 * shops, under the account's price ceiling, without alcohol where the account wants none, with one
 * VAT rate where his system takes no two, and has a price. Prices that are agreed with the account
 * beat the general ones; among those that count the one from the highest quantity is taken.
 */
@Stateless
public class Assortment {
  /**
   * What the account and its system take: the product is {@code p}, its price {@code price}, the
   * account {@code a}.
   */
  static final String ALLOWED =
      """
      (a.price_ceiling is null or price.reduced + price.standard <= a.price_ceiling)
      and (a.alcohol_allowed or coalesce(p.alcohol_percent, 0) = 0)
      and not (:hideMixed and price.reduced > 0 and price.standard > 0)
      """;

  /** Allowed and still delivered. */
  public static final String VISIBLE = "p.active and " + ALLOWED;

  /** The first of the buyer's web shops that sells {@code p}, as {@code shop}. */
  public static final String SHOP =
      """
      lateral (
        select w.web_shop_id as id from web_shop_product w
        where w.product_id = p.id and w.web_shop_id = any(:shops)
        order by array_position(:shops, w.web_shop_id) limit 1) shop
      """;

  /** Columns of {@link #article}. */
  public static final String ARTICLE =
      """
      p.id as product_id, p.sku, p.name_%1$s as name, p.size, c.code as category_code, p.unit, p.minimum_quantity,
      p.cut_off_class, p.allergens, p.alcohol_percent, p.deposit, p.picture_hash
      """;

  private static final String OFFERS =
      """
      select %s, asked.quantity as asked, shop.id as shop_id, price.reduced, price.standard, price.from_quantity
      from unnest(:skus, :quantities) as asked(sku, quantity)
      join business_account a on a.id = :account
      join product p on p.sku = asked.sku join category c on c.id = p.category_id
      cross join %s cross join %s
      where %s
      """
          .formatted(
              ARTICLE.formatted("nl"),
              SHOP,
              price("greatest(asked.quantity, p.minimum_quantity)"),
              VISIBLE);

  @PersistenceContext private EntityManager em;

  /** So many pieces of an article. */
  public record Asked(String sku, int quantity) {}

  /**
   * What a product costs him, if he may buy it at all; for fewer than the smallest quantity that
   * can be ordered, the price of that quantity. Open to all: order intake calls it for a connection
   * that it has recognised, and says for which account.
   */
  @PermitAll
  public Optional<Offer> offer(AssortmentOf who, String sku, int quantity) {
    return Optional.ofNullable(
        offers(who, List.of(new Asked(sku, quantity))).get(new Asked(sku, quantity)));
  }

  /**
   * The same for many, in one statement; what he may not buy is left out. Names are Dutch. Open to
   * all: order intake calls it for a connection that it has recognised, and says for which account.
   */
  @PermitAll
  public Map<Asked, Offer> offers(AssortmentOf who, Collection<Asked> asked) {
    Map<Asked, Offer> offers = new HashMap<>();
    if (asked.isEmpty()) {
      return offers;
    }
    Query query =
        em.createNativeQuery(OFFERS, Tuple.class)
            .setParameter("skus", asked.stream().map(Asked::sku).toArray(String[]::new))
            .setParameter(
                "quantities", asked.stream().map(Asked::quantity).toArray(Integer[]::new));
    bind(query, who);
    for (Object row : query.getResultList()) {
      Tuple tuple = (Tuple) row;
      int quantity = Rows.integer(tuple, "asked");
      Article article = article(tuple);
      offers.put(
          new Asked(article.sku(), quantity),
          new Offer(
              article,
              tuple.get("shop_id", UUID.class),
              quantity,
              Rows.integer(tuple, "from_quantity"),
              price(tuple)));
    }
    return offers;
  }

  /**
   * The price of {@code p} for {@code a} as {@code price}, lateral.
   *
   * @param quantity SQL expression of the number of pieces
   */
  public static String price(String quantity) {
    return """
    lateral (
      select r.reduced, r.standard, r.from_quantity from price r
      where r.product_id = p.id and (r.account_id is null or r.account_id = a.id)
        and r.valid_from <= :day and (r.valid_until is null or r.valid_until >= :day)
        and r.from_quantity <= %s
      order by r.account_id nulls last, r.from_quantity desc, r.valid_from desc limit 1) price
    """
        .formatted(quantity);
  }

  /** Sets what the fragments ask for. */
  public static void bind(Query query, AssortmentOf who) {
    query
        .setParameter("account", who.accountId())
        .setParameter("shops", who.webShopIds().toArray(UUID[]::new))
        .setParameter("hideMixed", who.mixedVatHidden())
        .setParameter("day", who.day());
  }

  /** Reads the columns of {@link #ARTICLE}. */
  public static Article article(Tuple row) {
    return new Article(
        row.get("product_id", UUID.class),
        row.get("sku", String.class),
        row.get("name", String.class),
        row.get("size", String.class),
        row.get("category_code", String.class),
        row.get("unit", String.class),
        Rows.integer(row, "minimum_quantity"),
        String.valueOf(row.get("cut_off_class")),
        Rows.strings(row, "allergens"),
        Rows.number(row, "alcohol_percent"),
        Rows.money(row, "deposit"),
        row.get("picture_hash", String.class));
  }

  /** Reads a net price per piece from the columns reduced and standard. */
  public static PriceParts price(Tuple row) {
    return new PriceParts(Rows.money(row, "reduced"), Rows.money(row, "standard"));
  }
}
