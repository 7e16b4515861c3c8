package nl.topfruit.shop.punchout;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.catalog.AllergenNames;
import nl.topfruit.shop.common.Texts;

/** The long text of an item: what an approver may want to know and no other field has room for. */
final class LongText {
  private static final String TEXTS = "punchout.punchout";

  private LongText() {}

  /**
   * @param contents what is in it, null for nothing to say
   * @param allergens codes, none for nothing to say
   * @param delivery where and when, null where that is not known yet
   * @param webShop name of the web shop that sells it, null where that is not to be said
   * @param mixedVat two VAT rates are in the price
   */
  static String of(
      String name,
      String contents,
      List<String> allergens,
      String delivery,
      String webShop,
      boolean mixedVat,
      Locale locale) {
    List<String> lines = new ArrayList<>();
    lines.add(name);
    if (contents != null) {
      lines.add(contents);
    }
    if (!allergens.isEmpty()) {
      lines.add(Texts.of(TEXTS, locale, "return.allergens", AllergenNames.of(allergens, locale)));
    }
    if (delivery != null) {
      lines.add(delivery);
    }
    if (webShop != null) {
      lines.add(Texts.of(TEXTS, locale, "return.webShop", webShop));
    }
    if (mixedVat) {
      lines.add(Texts.of(TEXTS, locale, "return.mixedVat"));
    }
    return String.join("\n", lines);
  }
}
