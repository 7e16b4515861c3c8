package nl.topfruit.shop.catalog;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.Money;

/**
 * What a basket or an order line needs to know of a product.
 *
 * @param name in the language that was asked for
 * @param size S, M, L; null when there is one size
 * @param unit UN/ECE Rec 20 code
 * @param cutOffClass A to E
 * @param allergens codes of the EU list
 * @param alcoholPercent percent by volume, null for none
 * @param deposit net per piece, null for none
 */
public record Article(
    UUID productId,
    String sku,
    String name,
    String size,
    String categoryCode,
    String unit,
    int minimumQuantity,
    String cutOffClass,
    List<String> allergens,
    BigDecimal alcoholPercent,
    Money deposit,
    String pictureHash) {

  /** Not to be sold to or delivered to anyone under 18. */
  public boolean adultsOnly() {
    return alcoholPercent != null && alcoholPercent.signum() > 0;
  }

  /** "Fruitmand Klassiek M". */
  public String fullName() {
    return size == null || name.endsWith(" " + size) ? name : name + " " + size;
  }
}
