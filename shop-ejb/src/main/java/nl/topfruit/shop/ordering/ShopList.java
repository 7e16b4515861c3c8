package nl.topfruit.shop.ordering;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.catalog.Shelf;

/**
 * The list of the shop as this visitor sees it.
 *
 * @param promises earliest day by cut-off class
 * @param days the next delivery days, with how many of the products can come on them
 */
public record ShopList(
    ShopVisit visit, Shelf shelf, Map<String, DayPromise> promises, List<DayCount> days) {

  /** How many products can be delivered on a day. */
  public record DayCount(LocalDate day, int count) {}
}
