package nl.topfruit.shop.catalog;

import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;

/**
 * All that the page of a product says, in one language.
 *
 * @param webShopId the web shop of the buyer that sells it
 * @param active false: we no longer deliver it
 * @param keeps how long and how it keeps, null where that says nothing
 * @param portions for how many it is, null where that says nothing
 * @param price net per piece for the smallest quantity that can be ordered
 * @param sizes articles of the family that he may buy, this one too; one or none where there is no
 *     choice
 */
public record ProductSheet(
    Article article,
    UUID webShopId,
    boolean active,
    String category,
    String summary,
    String description,
    String keeps,
    Integer portions,
    boolean childSafe,
    List<String> occasions,
    List<Content> contents,
    PriceParts price,
    PriceList prices,
    List<Size> sizes) {

  /** "4", "appels". */
  public record Content(String quantity, String name) {}

  /** Another size of the same thing. */
  public record Size(String sku, String size, String name, Money price) {}

  /** The smallest quantity that can be ordered. */
  public int quantity() {
    return Math.max(1, article.minimumQuantity());
  }
}
