package nl.topfruit.shop.catalog;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import nl.topfruit.shop.catalog.Shelf.Facets;
import nl.topfruit.shop.catalog.Shelf.Tier;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.Rows;

/**
 * The list in one statement: first what is visible at which price, then what of it is searched for
 * and filtered, then the asked page of rows and beside it the counts. A count leaves out the filter
 * that it counts for, so that it says what a click would give.
 */
final class ShelfQuery {
  /** Less alike than this is another word. */
  private static final String ALIKE = "0.45";

  /**
   * Prices are chosen for all products at once and not one by one: the same rule, ten times as fast
   * on a whole catalogue.
   */
  private static final String VISIBLE =
      """
      with priced as materialized (
        select distinct on (p.id) p.id, r.reduced, r.standard
        from product p join business_account a on a.id = :account
        join price r on %5$s greatest(1, p.minimum_quantity)
        where p.active and exists (select 1 from web_shop_product w where w.product_id = p.id and w.web_shop_id = any(:shops))
        order by p.id, %6$s
      ),
      visible as materialized (
        select %1$s, c.name_%2$s as category_name, c.position as category_position, p.summary_%2$s as summary, p.occasions,
          p.child_safe, coalesce(p.alcohol_percent, 0) > 0 as alcohol, price.reduced, price.standard,
          price.reduced + price.standard as total, greatest(1, p.minimum_quantity) as quantity, a.id as account_id, %3$s
        from priced price join product p on p.id = price.id join category c on c.id = p.category_id
        join business_account a on a.id = :account
        where %4$s
      ),
      """;

  /** Words first; what is written alike only when no product has the words. */
  private static final String SEARCHED =
      """
      case when p.search_%1$s @@ to_tsquery('%2$s', :query) or regexp_replace(lower(p.sku), '[^a-z0-9]', '', 'g') like :pattern
          or unaccent(lower(p.name_%1$s)) like unaccent('%%' || :phrase || '%%') then 2
        when greatest(word_similarity(unaccent(:phrase), unaccent(lower(p.name_%1$s))),
          word_similarity(unaccent(:phrase), unaccent(lower(p.summary_%1$s || ' ' || p.description_%1$s)))) >= %3$s then 1
        else 0 end as hit,
      ts_rank(p.search_%1$s, to_tsquery('%2$s', :query))
        + word_similarity(unaccent(:phrase), unaccent(lower(p.name_%1$s))) as fits
      """;

  private static final String NOT_SEARCHED = "2 as hit, 0 as fits";

  private static final String MATCHED =
      """
      best as (select greatest(1, coalesce(max(hit), 1)) as hit, count(*) as whole, min(total) as cheapest, max(total) as dearest
        from visible),
      matched as (
        select v.*, (:category = '' or v.category_code = :category) as in_category,
          (cardinality(:occasions) = 0 or v.occasions && :occasions) as in_occasion,
          (:anyDay or v.cut_off_class = any(:classes)) as in_day
        from visible v cross join best
        where v.hit = best.hit and not exists (select 1 from unnest(v.allergens) as has where split_part(has, '/', 1) = any(:without)) and not (:noAlcohol and v.alcohol)
          and (v.child_safe or not :childSafe) and v.total <= :maxPrice
      ),
      wanted as (select * from matched where in_category and in_occasion and in_day),
      facets as (select cast(json_build_object(
        'categories', (select json_agg(json_build_object('code', f.category_code, 'name', f.category_name, 'n', f.n) order by f.category_position)
          from (select category_code, category_name, category_position, count(*) as n from matched where in_occasion and in_day
            group by category_code, category_name, category_position) f),
        'occasions', (select json_object_agg(f.occasion, f.n) from (select occasion, count(*) as n
          from matched cross join unnest(occasions) as occasion where in_category and in_day group by occasion) f),
        'classes', (select json_object_agg(f.cut_off_class, f.n) from (select cut_off_class, count(*) as n from matched
          where in_category and in_occasion group by cut_off_class) f),
        'noAlcohol', (select count(*) from wanted where not alcohol),
        'allergens', (select json_agg(json_build_object('in', f.allergens, 'n', f.n)) from (select allergens, count(*) as n from wanted
          group by allergens) f),
        'childSafe', (select count(*) from wanted where child_safe)) as varchar) as counts,
        (select count(*) from wanted) as n, whole, cheapest, dearest, hit from best)
      """;

  private static final String PAGE =
      """
      select f.counts, f.n, f.whole, f.cheapest, f.dearest, f.hit as best_hit, r.*, t.from_quantity as tier_from,
        t.reduced as tier_reduced, t.standard as tier_standard, %3$s
      from facets f left join lateral (select * from wanted order by %1$s limit :size offset :first) r on true
      left join lateral (
        select t.from_quantity, t.reduced, t.standard from price t
        where t.product_id = r.product_id and (t.account_id is null or t.account_id = r.account_id)
          and t.valid_from <= :day and (t.valid_until is null or t.valid_until >= :day)
          and t.from_quantity > r.quantity and t.reduced + t.standard < r.total
        order by t.account_id nulls last, t.from_quantity, t.valid_from desc limit 1) t on true
      order by %2$s
      """;

  private static final String NO_CONTENTS = "null as contents";

  private static final Money DEAREST = Money.euro("9999999999");

  private final AssortmentOf who;
  private final boolean dutch;
  private final ListRequest request;
  private final SearchText search;
  private final boolean withContents;

  ShelfQuery(AssortmentOf who, boolean dutch, ListRequest request) {
    this(who, dutch, request, false);
  }

  private ShelfQuery(AssortmentOf who, boolean dutch, ListRequest request, boolean withContents) {
    this.withContents = withContents;
    this.who = who;
    this.dutch = dutch;
    this.request = request;
    this.search = SearchText.of(request.search());
  }

  /** The same list for a purchasing system, which is told what is in each product. */
  static ShelfQuery ofHits(AssortmentOf who, boolean dutch, String search, int most) {
    var request =
        new ListRequest(
            search,
            "",
            Set.of(),
            Set.of(),
            false,
            false,
            null,
            null,
            ListRequest.Sort.RECOMMENDED,
            List.of(),
            0,
            most);
    return new ShelfQuery(who, dutch, request, true);
  }

  /** There is no word in what was typed. */
  boolean searchesNothing() {
    return search.isEmpty();
  }

  String sql() {
    String language = dutch ? "nl" : "en";
    String searched =
        search.isEmpty()
            ? NOT_SEARCHED
            : SEARCHED.formatted(language, dutch ? "dutch_plain" : "english", ALIKE);
    return VISIBLE.formatted(
            AssortmentQuery.ARTICLE.formatted(language),
            language,
            searched,
            AssortmentQuery.VISIBLE,
            AssortmentQuery.PRICE_COUNTS,
            AssortmentQuery.PRICE_ORDER)
        + MATCHED
        + PAGE.formatted(
            order(""),
            order("r."),
            withContents
                ? AssortmentQuery.CONTENTS.formatted(language, "r.product_id")
                : NO_CONTENTS);
  }

  private String order(String of) {
    String usual =
        "%1$scategory_position, %1$sfits desc, %1$stotal, %1$sname, %1$ssku".formatted(of);
    return switch (request.sort()) {
      case PRICE_UP -> of + "total, " + usual;
      case PRICE_DOWN -> of + "total desc, " + usual;
      case NAME -> of + "name, " + of + "sku";
      case EARLIEST ->
          "array_position(:soonest, cast(%scut_off_class as varchar)), ".formatted(of) + usual;
      case RECOMMENDED ->
          search.isEmpty() ? usual : "%1$sfits desc, %1$sname, %1$ssku".formatted(of);
    };
  }

  List<Tuple> run(EntityManager em) {
    Query query = em.createNativeQuery(sql(), Tuple.class);
    AssortmentQuery.bind(query, who);
    if (!search.isEmpty()) {
      query
          .setParameter("query", search.query())
          .setParameter("phrase", search.phrase())
          .setParameter("pattern", search.pattern());
    }
    if (request.sort() == ListRequest.Sort.EARLIEST) {
      query.setParameter("soonest", request.soonestFirst().toArray(String[]::new));
    }
    query
        .setParameter("category", request.category())
        .setParameter("occasions", request.occasions().toArray(String[]::new))
        .setParameter("anyDay", request.cutOffClasses() == null)
        .setParameter(
            "classes",
            request.cutOffClasses() == null
                ? new String[0]
                : request.cutOffClasses().toArray(String[]::new))
        .setParameter("without", AllergenGroup.codes(request.without()))
        .setParameter("noAlcohol", request.noAlcohol())
        .setParameter("childSafe", request.childSafe())
        .setParameter(
            "maxPrice", (request.maxPrice() == null ? DEAREST : request.maxPrice()).amount())
        .setParameter("first", request.first())
        .setParameter("size", request.size());
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    return rows;
  }

  Shelf shelf(List<Tuple> rows) {
    Tuple first = rows.get(0);
    List<Shelf.Row> products = new ArrayList<>();
    for (Tuple row : rows) {
      if (row.get("product_id") != null) {
        products.add(product(row));
      }
    }
    return new Shelf(
        List.copyOf(products),
        Rows.integer(first, "n"),
        Rows.integer(first, "whole"),
        facets(first),
        !search.isEmpty() && !products.isEmpty() && Rows.integer(first, "best_hit") == 1);
  }

  List<Quoted> quoted(List<Tuple> rows) {
    return rows.stream()
        .filter(row -> row.get("product_id") != null)
        .map(row -> AssortmentQuery.quoted(row, Rows.integer(row, "quantity")))
        .toList();
  }

  private static Shelf.Row product(Tuple row) {
    Tier tier =
        row.get("tier_from") == null
            ? null
            : new Tier(
                Rows.integer(row, "tier_from"),
                new PriceParts(Rows.money(row, "tier_reduced"), Rows.money(row, "tier_standard")));
    return new Shelf.Row(
        AssortmentQuery.article(row),
        row.get("summary", String.class),
        Rows.integer(row, "quantity"),
        AssortmentQuery.price(row),
        tier);
  }

  private static Facets facets(Tuple row) {
    JsonObject counts;
    try (var reader = Json.createReader(new StringReader(row.get("counts", String.class)))) {
      counts = reader.readObject();
    }
    List<Facets.Category> categories = new ArrayList<>();
    if (!counts.isNull("categories")) {
      for (JsonObject c : counts.getJsonArray("categories").getValuesAs(JsonObject.class)) {
        categories.add(
            new Facets.Category(c.getString("code"), c.getString("name"), c.getInt("n")));
      }
    }
    return new Facets(
        categories,
        numbers(counts, "occasions"),
        groups(counts),
        counts.getInt("noAlcohol"),
        counts.getInt("childSafe"),
        numbers(counts, "classes"),
        Rows.money(row, "cheapest"),
        Rows.money(row, "dearest"));
  }

  /** Products that have none of a group: those whose own set of allergens does not touch it. */
  private static Map<AllergenGroup, Integer> groups(JsonObject counts) {
    Map<AllergenGroup, Integer> free = new EnumMap<>(AllergenGroup.class);
    for (AllergenGroup group : AllergenGroup.values()) {
      free.put(group, 0);
    }
    if (!counts.isNull("allergens")) {
      for (JsonObject set : counts.getJsonArray("allergens").getValuesAs(JsonObject.class)) {
        Set<String> in =
            set.getJsonArray("in").getValuesAs(JsonString.class).stream()
                .map(JsonString::getString)
                .collect(Collectors.toSet());
        for (AllergenGroup group : AllergenGroup.values()) {
          if (!group.isAmong(in)) {
            free.merge(group, set.getInt("n"), Integer::sum);
          }
        }
      }
    }
    return free;
  }

  private static Map<String, Integer> numbers(JsonObject counts, String name) {
    Map<String, Integer> numbers = new LinkedHashMap<>();
    if (!counts.isNull(name)) {
      counts
          .getJsonObject(name)
          .forEach((code, n) -> numbers.put(code, ((JsonNumber) n).intValue()));
    }
    return numbers;
  }
}
