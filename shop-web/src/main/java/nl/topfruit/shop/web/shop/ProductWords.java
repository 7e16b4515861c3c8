package nl.topfruit.shop.web.shop;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import nl.topfruit.shop.catalog.AllergenNames;
import nl.topfruit.shop.catalog.ProductSheet;
import nl.topfruit.shop.catalog.Shelf;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ProductView;
import nl.topfruit.shop.web.faces.Texts;

/** What a page says of a product in sentences. */
public record ProductWords(ProductView product, Texts texts) {

  /** "4 appels, 2 peren". */
  public String getContents() {
    return sheet().contents().stream()
        .map(content -> content.quantity() + " " + content.name())
        .collect(Collectors.joining(", "));
  }

  public String getAllergens() {
    List<String> allergens = sheet().article().allergens();
    return allergens.isEmpty()
        ? texts.get("shop.product.noAllergens")
        : AllergenNames.of(allergens, Locale.forLanguageTag(product.visit().language()));
  }

  /** Steps of the price from the smallest quantity on. */
  public List<Shelf.Tier> getTiers() {
    return sheet().prices().tiers(sheet().quantity());
  }

  /** What comes on top of the price. */
  public String getCostNote() {
    Fees.Terms terms = product.visit().terms();
    String deposit =
        sheet().article().deposit() == null
            ? ""
            : ". " + texts.with("shop.product.deposit", sheet().article().deposit());
    if (terms.cost().isZero()) {
      return texts.get("shop.product.delivered") + deposit;
    }
    return (terms.freeFrom() == null
            ? texts.with("shop.product.delivery", terms.cost())
            : texts.with("shop.product.delivery.free", terms.cost(), terms.freeFrom()))
        + deposit;
  }

  private ProductSheet sheet() {
    return product.sheet();
  }
}
