package nl.topfruit.shop.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import nl.topfruit.shop.common.PriceParts;

/**
 * The prices of one product for one buyer on one day. The same rule as {@link
 * AssortmentQuery#price} has in SQL: an agreed price beats a general one, then the one from the
 * highest quantity counts.
 *
 * @param entries prices that are valid that day, one per quantity and kind
 */
public record PriceList(List<Entry> entries) {

  /**
   * @param from quantity from which it counts
   * @param agreed with this account, else for everybody
   */
  public record Entry(int from, boolean agreed, PriceParts price) {}

  public PriceList {
    entries =
        entries.stream()
            .sorted(
                Comparator.comparing(Entry::agreed)
                    .reversed()
                    .thenComparing(Comparator.comparing(Entry::from).reversed()))
            .toList();
  }

  /** The entry that counts for so many pieces, null when there is none. */
  public Entry at(int quantity) {
    return entries.stream().filter(entry -> entry.from() <= quantity).findFirst().orElse(null);
  }

  /** The steps of the price from a quantity on, each with the quantity from which it counts. */
  public List<Shelf.Tier> tiers(int from) {
    List<Shelf.Tier> tiers = new ArrayList<>();
    entries.stream()
        .map(entry -> Math.max(from, entry.from()))
        .distinct()
        .sorted()
        .forEach(quantity -> add(tiers, quantity));
    return tiers;
  }

  private void add(List<Shelf.Tier> tiers, int quantity) {
    Entry entry = at(quantity);
    boolean step =
        entry != null
            && (tiers.isEmpty() || !tiers.get(tiers.size() - 1).price().equals(entry.price()));
    if (step) {
      tiers.add(new Shelf.Tier(quantity, entry.price()));
    }
  }
}
