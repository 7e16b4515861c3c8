package nl.topfruit.shop.catalog;

import static nl.topfruit.shop.security.Role.SHOPPER;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.List;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.security.CurrentUser;

/**
 * What a shopper sees of the assortment: the list with its filters and counts, and one product.
 * Each is one statement, however many products there are.
 */
@Stateless
public class Catalogue {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;

  /**
   * A part of the list, with the counts of its filters.
   *
   * @param who the shopper's own assortment
   * @param dutch language of names and search, else English
   */
  @RolesAllowed(SHOPPER)
  public Shelf list(AssortmentOf who, boolean dutch, ListRequest request) {
    own(who);
    ShelfQuery query = new ShelfQuery(who, dutch, request);
    return query.shelf(query.run(em));
  }

  /**
   * A product in the assortment; one that we no longer deliver, too, so that the page can say so.
   *
   * @throws NotFound when there is no such product in his web shops, or his account may not have it
   */
  @RolesAllowed(SHOPPER)
  public ProductSheet product(AssortmentOf who, boolean dutch, String sku) {
    own(who);
    Query query =
        em.createNativeQuery(ProductSheets.query(dutch), Tuple.class).setParameter("sku", sku);
    AssortmentQuery.bind(query, who);
    @SuppressWarnings("unchecked")
    List<Tuple> rows = query.getResultList();
    if (rows.isEmpty()) {
      throw new NotFound("product " + sku);
    }
    return ProductSheets.sheet(rows.get(0));
  }

  /**
   * What the list shows for these words, the best hits first, each at the price of the smallest
   * quantity that can be ordered; nothing for no words. Open to all: the call-up of a system that
   * was recognised asks it, and says for which account.
   */
  @PermitAll
  public List<Quoted> hits(AssortmentOf who, boolean dutch, String search, int most) {
    ShelfQuery query = ShelfQuery.ofHits(who, dutch, search, most);
    return query.searchesNothing() ? List.of() : query.quoted(query.run(em));
  }

  private void own(AssortmentOf who) {
    if (!who.accountId().equals(user.accountId())) {
      throw new NotFound("assortment");
    }
  }
}
