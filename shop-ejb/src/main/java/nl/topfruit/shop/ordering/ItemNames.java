package nl.topfruit.shop.ordering;

import java.util.Locale;
import nl.topfruit.shop.catalog.Article;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.common.VatRate;

/** How items are called whose article number is an {@link ItemSku}. */
public final class ItemNames {
  private static final String TEXTS = "ordering.ordering";

  private ItemNames() {}

  /** "Fruitmand met rode wijn 9%". */
  public static String part(Article article, VatRate rate) {
    return article.fullName() + " " + rate.percent().toPlainString() + "%";
  }

  public static String deposit(Article article, Locale reader) {
    return Texts.of(TEXTS, reader, "ordering.item.deposit", article.fullName());
  }

  public static String delivery(Locale reader) {
    return Texts.of(TEXTS, reader, "ordering.item.delivery");
  }
}
