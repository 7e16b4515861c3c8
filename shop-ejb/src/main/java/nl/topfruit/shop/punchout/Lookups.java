package nl.topfruit.shop.punchout;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import nl.topfruit.shop.catalog.Assortment;
import nl.topfruit.shop.catalog.Catalogue;
import nl.topfruit.shop.ordering.ItemSku;
import nl.topfruit.shop.protocol.oci.OciItem;

/**
 * What a system asks without a shopper: what an item costs now (VALIDATE) and what we have
 * (BACKGROUND_SEARCH). Each is one statement and leaves nothing behind: S/4HANA asks the first for
 * every product, time and again.
 */
@Dependent
class Lookups {
  /** A buyer reads no more, and the page of the shop has all of them. */
  static final int MOST_HITS = 50;

  /** More is an order by telephone; the shop takes no more either. */
  private static final BigDecimal MOST_PIECES = BigDecimal.valueOf(9_999);

  @Inject private Assortment assortment;
  @Inject private Catalogue catalogue;
  @Inject private Clock clock;

  /**
   * An item of an earlier return at today's price for so many.
   *
   * @param sku its EXT_PRODUCT_ID
   * @return none when it cannot be ordered any more, or not in this quantity
   */
  Optional<OciItem> priced(Buyer buyer, String sku, BigDecimal quantity) {
    boolean pieces =
        quantity.stripTrailingZeros().scale() <= 0 && quantity.compareTo(MOST_PIECES) <= 0;
    if (!pieces) {
      return Optional.empty();
    }
    ItemSku asked = ItemSku.parse(sku.strip());
    return asked.article() == null
        ? QuotedItems.delivery(asked.part(), quantity, buyer.terms(), buyer.locale())
        : assortment
            .quoted(
                buyer.assortment(LocalDate.now(clock)),
                buyer.dutch(),
                asked.article(),
                quantity.intValueExact())
            .flatMap(quoted -> QuotedItems.of(asked, quoted, buyer.locale()));
  }

  /** What the shop's own list shows for these words, the best first; nothing for no words. */
  List<OciItem> found(Buyer buyer, String words) {
    return catalogue
        .hits(
            buyer.assortment(LocalDate.now(clock)),
            buyer.dutch(),
            words == null ? "" : words,
            MOST_HITS)
        .stream()
        .flatMap(hit -> QuotedItems.of(hit, buyer.splits(), buyer.locale()).stream())
        .toList();
  }
}
