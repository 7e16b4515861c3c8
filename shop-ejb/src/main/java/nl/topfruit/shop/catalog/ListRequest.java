package nl.topfruit.shop.catalog;

import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Money;

/**
 * What a shopper wants to see of his assortment. Everything narrows, but several occasions widen: a
 * product that suits one of them is shown.
 *
 * @param search free text, empty for all
 * @param category code, empty for all
 * @param occasions codes, empty for all
 * @param without groups of allergens of which none may be in it
 * @param noAlcohol only what has none
 * @param childSafe only what may be given to small children
 * @param maxPrice net per piece, null for any
 * @param cutOffClasses only these, null for any: those that can be delivered on the wanted day
 * @param sort the order
 * @param soonestFirst cut-off classes by their earliest day, for {@link Sort#EARLIEST}
 * @param first row to begin with, from 0
 * @param size rows at most
 */
public record ListRequest(
    String search,
    String category,
    Set<String> occasions,
    Set<AllergenGroup> without,
    boolean noAlcohol,
    boolean childSafe,
    Money maxPrice,
    Set<String> cutOffClasses,
    Sort sort,
    List<String> soonestFirst,
    int first,
    int size) {

  /**
   * Orders of the list. What is searched for comes by how well it fits, unless another is asked.
   */
  public enum Sort {
    RECOMMENDED,
    PRICE_UP,
    PRICE_DOWN,
    NAME,
    EARLIEST
  }

  /** The same for the classes that can be delivered on a day, and the order of their days. */
  public ListRequest on(Set<String> classes, List<String> bySoonest) {
    return new ListRequest(
        search, category, occasions, without, noAlcohol, childSafe, maxPrice, classes, sort,
        bySoonest, first, size);
  }
}
