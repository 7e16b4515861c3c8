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
  private static final String ASKED =
      """
      select %s, asked.quantity as asked, shop.id as shop_id, price.reduced, price.standard, price.from_quantity %s
      from unnest(:skus, :quantities) as asked(sku, quantity)
      join business_account a on a.id = :account
      join product p on p.sku = asked.sku join category c on c.id = p.category_id
      cross join %s cross join %s
      where %s
      """;

  private static final String OFFERS = offers("nl", "");
  private static final String QUOTED_DUTCH = quoted("nl");
  private static final String QUOTED_ENGLISH = quoted("en");

  @PersistenceContext private EntityManager em;

  private static String offers(String language, String more) {
    return ASKED.formatted(
        AssortmentQuery.ARTICLE.formatted(language),
        more,
        AssortmentQuery.SHOP,
        AssortmentQuery.price("greatest(asked.quantity, p.minimum_quantity)"),
        AssortmentQuery.VISIBLE);
  }

  private static String quoted(String language) {
    return offers(language, ", " + AssortmentQuery.CONTENTS.formatted(language, "p.id"));
  }

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
    for (Tuple tuple : run(OFFERS, who, asked)) {
      int quantity = Rows.integer(tuple, "asked");
      Article article = AssortmentQuery.article(tuple);
      offers.put(
          new Asked(article.sku(), quantity),
          new Offer(
              article,
              tuple.get("shop_id", UUID.class),
              quantity,
              Rows.integer(tuple, "from_quantity"),
              AssortmentQuery.price(tuple)));
    }
    return offers;
  }

  /**
   * What so many pieces cost him, with what is in them; none where he may not buy them, or not so
   * few. Open to all: the call-up of a system that was recognised asks it, and says for which
   * account.
   *
   * @param dutch language of the names, else English
   */
  @PermitAll
  public Optional<Quoted> quoted(AssortmentOf who, boolean dutch, String sku, int quantity) {
    return run(dutch ? QUOTED_DUTCH : QUOTED_ENGLISH, who, List.of(new Asked(sku, quantity)))
        .stream()
        .map(row -> AssortmentQuery.quoted(row, quantity))
        .filter(quoted -> quantity >= quoted.article().minimumQuantity())
        .findFirst();
  }

  @SuppressWarnings("unchecked")
  private List<Tuple> run(String sql, AssortmentOf who, Collection<Asked> asked) {
    Query query =
        em.createNativeQuery(sql, Tuple.class)
            .setParameter("skus", asked.stream().map(Asked::sku).toArray(String[]::new))
            .setParameter(
                "quantities", asked.stream().map(Asked::quantity).toArray(Integer[]::new));
    AssortmentQuery.bind(query, who);
    return query.getResultList();
  }
}
