package nl.topfruit.shop.catalog;

import java.util.List;
import java.util.Map;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;

/**
 * What is in the assortment for a {@link ListRequest}.
 *
 * @param rows the asked part of them
 * @param count all of them
 * @param whole all of the assortment, whatever is asked
 * @param facets how many there would be with one filter more
 * @param similar nothing had the words that were searched for; these look like them
 */
public record Shelf(List<Row> rows, int count, int whole, Facets facets, boolean similar) {

  /**
   * One product.
   *
   * @param quantity the smallest that can be ordered
   * @param price net per piece for that quantity
   * @param tier the next cheaper price, null where there is none
   * @param pictureHash stands in the address of its picture
   */
  public record Row(Article article, String summary, int quantity, PriceParts price, Tier tier) {}

  /** A price from a quantity on. */
  public record Tier(int from, PriceParts price) {}

  /**
   * How many products each choice leaves, the other choices kept as they are.
   *
   * @param categories by code, in their order; the names are in the language asked for
   * @param occasions by code
   * @param groups by group of allergens: products without any of them
   * @param noAlcohol products without alcohol
   * @param childSafe products for small children
   * @param classes by cut-off class, whatever the day
   * @param cheapest lowest net price in the assortment, null when it is empty
   * @param dearest highest
   */
  public record Facets(
      List<Category> categories,
      Map<String, Integer> occasions,
      Map<AllergenGroup, Integer> groups,
      int noAlcohol,
      int childSafe,
      Map<String, Integer> classes,
      Money cheapest,
      Money dearest) {

    /** A category that occurs in the assortment. */
    public record Category(String code, String name, int count) {}
  }
}
