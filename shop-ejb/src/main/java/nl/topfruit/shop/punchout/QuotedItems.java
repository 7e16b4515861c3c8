package nl.topfruit.shop.punchout;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.topfruit.shop.catalog.Article;
import nl.topfruit.shop.catalog.Quoted;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ItemNames;
import nl.topfruit.shop.ordering.ItemSku;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.protocol.Units;
import nl.topfruit.shop.protocol.oci.OciItem;

/**
 * Products as items of a form that nobody ordered yet: as in a return, but for what only an order
 * has (request, place, day, booking).
 */
final class QuotedItems {
  private QuotedItems() {}

  /**
   * A product as it would come back with a basket, without its deposit and delivery: one item, or
   * one for each VAT rate.
   *
   * @param split two VAT rates become two items
   */
  static List<OciItem> of(Quoted quoted, boolean split, Locale reader) {
    List<OciItem> items = new ArrayList<>();
    if (split && quoted.price().mixed()) {
      quoted.price().parts().forEach(part -> items.add(part(quoted, part.rate(), reader)));
    } else {
      items.add(whole(quoted, reader));
    }
    return items;
  }

  /**
   * What an article number of an earlier return costs now.
   *
   * @param quoted the product that it is or belongs to
   * @return none where there is no such part, or no deposit any more
   */
  static Optional<OciItem> of(ItemSku asked, Quoted quoted, Locale reader) {
    if (asked.kind() == LineKind.DEPOSIT) {
      return deposit(quoted, reader);
    }
    if (asked.part() == null) {
      return Optional.of(whole(quoted, reader));
    }
    return quoted.price().mixed()
        ? Optional.of(part(quoted, asked.part(), reader))
        : Optional.empty();
  }

  /** What one delivery under this rate costs that is not free; none where all are. */
  static Optional<OciItem> delivery(
      VatRate rate, BigDecimal quantity, Fees.Terms terms, Locale reader) {
    if (rate == null || terms.cost().isZero()) {
      return Optional.empty();
    }
    String name = ItemNames.delivery(reader);
    PriceParts cost = PriceParts.of(rate, terms.cost().rounded());
    return Optional.of(item(ItemSku.delivery(rate), name, quantity, Units.PIECE, cost, name));
  }

  private static OciItem whole(Quoted quoted, Locale reader) {
    Article article = quoted.article();
    return goods(quoted, article.sku(), article.fullName(), quoted.price(), reader);
  }

  private static OciItem part(Quoted quoted, VatRate rate, Locale reader) {
    Article article = quoted.article();
    return goods(
        quoted,
        ItemSku.part(article.sku(), rate),
        ItemNames.part(article, rate),
        PriceParts.of(rate, quoted.price().of(rate)),
        reader);
  }

  private static Optional<OciItem> deposit(Quoted quoted, Locale reader) {
    Article article = quoted.article();
    Money deposit = article.deposit();
    if (deposit == null || deposit.isZero()) {
      return Optional.empty();
    }
    String name = ItemNames.deposit(article, reader);
    return Optional.of(
        item(
            ItemSku.deposit(article.sku()),
            name,
            BigDecimal.valueOf(quoted.quantity()),
            article.unit(),
            Fees.depositPrice(quoted.price(), deposit),
            name));
  }

  private static OciItem goods(
      Quoted quoted, String sku, String name, PriceParts price, Locale reader) {
    Article article = quoted.article();
    String text =
        LongText.of(
            name, quoted.contents(), article.allergens(), null, null, price.mixed(), reader);
    return new OciItem(
        sku,
        name,
        BigDecimal.valueOf(quoted.quantity()),
        article.unit(),
        price.total().amount(),
        price.total().currency(),
        text,
        rate(price),
        article.categoryCode(),
        PictureAddress.of(article.sku(), article.pictureHash()));
  }

  private static OciItem item(
      String sku, String name, BigDecimal quantity, String unit, PriceParts price, String text) {
    return new OciItem(
        sku,
        name,
        quantity,
        unit,
        price.total().amount(),
        price.total().currency(),
        text,
        rate(price),
        null,
        null);
  }

  private static BigDecimal rate(PriceParts price) {
    return price.mixed() ? null : price.parts().get(0).rate().percent();
  }
}
