package nl.topfruit.shop.catalog;

import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.stream.Collectors;
import nl.topfruit.shop.common.Texts;

/** Allergens as people call them: "melk, walnoot" for the codes milk and nuts/walnut. */
public final class AllergenNames {
  private static final String TEXTS = "catalog.catalog";

  private AllergenNames() {}

  /**
   * @param codes of the EU list
   */
  public static String of(List<String> codes, Locale reader) {
    return codes.stream().map(code -> name(code, reader)).collect(Collectors.joining(", "));
  }

  private static String name(String code, Locale reader) {
    try {
      return Texts.of(TEXTS, reader, "allergen." + code);
    } catch (MissingResourceException e) {
      // products bring codes of their own: better the code than no warning
      return code.toLowerCase(Locale.ROOT);
    }
  }
}
