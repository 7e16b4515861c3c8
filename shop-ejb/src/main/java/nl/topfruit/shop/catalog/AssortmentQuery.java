package nl.topfruit.shop.catalog;

import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.UUID;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.Rows;

/**
 * The rule of {@link Assortment} as parts of SQL, for every query that shows or sells a product. In
 * all of them the product is {@code p}, its category {@code c}, the account {@code a}, the price
 * {@code price} and the web shop {@code shop}.
 */
public final class AssortmentQuery {
  /** What the account and its system take. */
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

  /** What is in {@code %2$s}, in one column: "4 appels, 2 peren". */
  static final String CONTENTS =
      """
      (select string_agg(o.quantity || ' ' || o.name_%1$s, ', ' order by o.position) from component o
        where o.product_id = %2$s) as contents""";

  private AssortmentQuery() {}

  /** Which prices {@code r} of {@code p} count for {@code a} today; beside them: for how many. */
  static final String PRICE_COUNTS =
      """
      r.product_id = p.id and (r.account_id is null or r.account_id = a.id)
      and r.valid_from <= :day and (r.valid_until is null or r.valid_until >= :day) and r.from_quantity <=""";

  /** Which of them is the price: the first in this order. */
  static final String PRICE_ORDER =
      "r.account_id nulls last, r.from_quantity desc, r.valid_from desc";

  /**
   * The price of {@code p} for {@code a} as {@code price}, lateral.
   *
   * @param quantity SQL expression of the number of pieces
   */
  public static String price(String quantity) {
    return """
    lateral (select r.reduced, r.standard, r.from_quantity from price r where %s %s order by %s limit 1) price
    """
        .formatted(PRICE_COUNTS, quantity, PRICE_ORDER);
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

  /** Reads a product of which {@link #ARTICLE}, {@link #CONTENTS} and the price were selected. */
  static Quoted quoted(Tuple row, int quantity) {
    return new Quoted(article(row), quantity, price(row), row.get("contents", String.class));
  }

  /** Reads a net price per piece from the columns reduced and standard. */
  public static PriceParts price(Tuple row) {
    return new PriceParts(Rows.money(row, "reduced"), Rows.money(row, "standard"));
  }
}
