package nl.topfruit.shop.catalog;

import jakarta.json.JsonObject;
import jakarta.persistence.Tuple;
import java.util.UUID;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.Rows;

/** Reads a product with contents, prices and sizes in one statement. */
final class ProductSheets {
  private static final String PRODUCT =
      """
      select %1$s, c.name_%2$s as category, p.summary_%2$s as summary, p.description_%2$s as description, p.keeps_%2$s as keeps,
        p.portions, p.child_safe, p.occasions, p.active, shop.id as shop_id, price.reduced, price.standard,
        (select cast(json_agg(json_build_object('quantity', o.quantity, 'name', o.name_%2$s) order by o.position) as varchar)
          from component o where o.product_id = p.id) as contents,
        (select cast(json_agg(json_build_object('from', r.from_quantity, 'agreed', r.account_id is not null,
            'reduced', r.reduced, 'standard', r.standard)) as varchar)
          from (select distinct on (r.account_id, r.from_quantity) r.* from price r
            where r.product_id = p.id and (r.account_id is null or r.account_id = a.id) and r.valid_from <= :day
              and (r.valid_until is null or r.valid_until >= :day)
            order by r.account_id, r.from_quantity, r.valid_from desc) r) as prices,
        (select cast(json_agg(json_build_object('sku', s.sku, 'size', s.size, 'name', s.name, 'price', s.total) order by s.total) as varchar)
          from (select p.sku, p.size, p.name_%2$s as name, price.reduced + price.standard as total
            from (select f.family from product f where f.sku = :sku) f join product p on p.family = f.family
            cross join %3$s cross join %4$s where %5$s) s) as sizes
      from product p join category c on c.id = p.category_id join business_account a on a.id = :account
      cross join %3$s cross join %4$s
      where p.sku = :sku and %6$s
      """;

  private static final String DUTCH = query("nl");
  private static final String ENGLISH = query("en");

  private ProductSheets() {}

  static String query(boolean dutch) {
    return dutch ? DUTCH : ENGLISH;
  }

  private static String query(String language) {
    return PRODUCT.formatted(
        AssortmentQuery.ARTICLE.formatted(language),
        language,
        AssortmentQuery.SHOP,
        AssortmentQuery.price("greatest(1, p.minimum_quantity)"),
        AssortmentQuery.VISIBLE,
        AssortmentQuery.ALLOWED);
  }

  static ProductSheet sheet(Tuple row) {
    return new ProductSheet(
        AssortmentQuery.article(row),
        row.get("shop_id", UUID.class),
        Rows.bool(row, "active"),
        row.get("category", String.class),
        row.get("summary", String.class),
        row.get("description", String.class),
        row.get("keeps", String.class),
        row.get("portions") == null ? null : Rows.integer(row, "portions"),
        Rows.bool(row, "child_safe"),
        Rows.strings(row, "occasions"),
        Rows.list(
            row,
            "contents",
            c -> new ProductSheet.Content(c.getString("quantity"), c.getString("name"))),
        AssortmentQuery.price(row),
        new PriceList(Rows.list(row, "prices", ProductSheets::entry)),
        Rows.list(row, "sizes", ProductSheets::size));
  }

  private static PriceList.Entry entry(JsonObject price) {
    return new PriceList.Entry(
        price.getInt("from"),
        price.getBoolean("agreed"),
        new PriceParts(money(price, "reduced"), money(price, "standard")));
  }

  private static ProductSheet.Size size(JsonObject size) {
    return new ProductSheet.Size(
        size.getString("sku"),
        size.isNull("size") ? null : size.getString("size"),
        size.getString("name"),
        money(size, "price"));
  }

  private static Money money(JsonObject from, String name) {
    return Money.euro(from.getJsonNumber(name).bigDecimalValue());
  }
}
