package nl.topfruit.shop.demo;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.catalog.illustration.Illustration;
import nl.topfruit.shop.catalog.illustration.IllustrationComposer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CatalogueDataTest {

  /** Regulation (EU) 1169/2011, annex II. */
  private static final Set<String> EU_ALLERGENS =
      Set.of(
          "gluten",
          "crustaceans",
          "eggs",
          "fish",
          "peanuts",
          "soybeans",
          "milk",
          "nuts",
          "celery",
          "mustard",
          "sesame",
          "sulphites",
          "lupin",
          "molluscs");

  /** The kinds that the annex wants to be named. */
  private static final Set<String> NAMED_KINDS =
      Set.of("gluten/wheat", "gluten/barley", "nuts/walnut", "nuts/hazelnut", "nuts/almond");

  private static final Set<String> OCCASIONS =
      Set.of(
          "beterschap",
          "bedankt",
          "gefeliciteerd",
          "geboorte",
          "sterkte",
          "feestdagen",
          "welkom",
          "werkfruit",
          "jubileum",
          "vergadering");

  private static Map<String, JsonObject> products;
  private static Set<String> categories;

  @BeforeAll
  static void read() throws IOException {
    try (InputStream in = CatalogueDataTest.class.getResourceAsStream("/demo/catalogue.json");
        JsonReader reader = Json.createReader(in)) {
      JsonObject catalogue = reader.readObject();
      products =
          catalogue.getJsonArray("products").getValuesAs(JsonObject.class).stream()
              .collect(Collectors.toMap(p -> p.getString("sku"), Function.identity()));
      categories =
          catalogue.getJsonArray("categories").getValuesAs(JsonObject.class).stream()
              .map(c -> c.getString("code"))
              .collect(Collectors.toSet());
    }
  }

  static Stream<String> skus() throws IOException {
    read();
    return products.keySet().stream().sorted();
  }

  @Test
  void thereAreFortyProductsOrMore() {
    assertThat(products).hasSizeGreaterThanOrEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "FM-1001 | Fruitmand Klassiek S | 21.95 | 0 | - | A | 1 | -",
        "FM-1004 | Fruitmand Klassiek M | 34.95 | 0 | - | A | 1 | -",
        "FM-1006 | Fruitmand Afdeling L | 46.45 | 8.50 | - | A | 1 | -",
        "FM-1011 | Fruitmand met rode wijn | 31.55 | 10.95 | sulphites | A | 1 | 13.5",
        "FM-1012 | Fruitmand met bubbels 0,0 % | 41.50 | 0 | sulphites | A | 1 | -",
        "FM-1020 | Beterschap, zacht fruit | 18.95 | 0 | - | A | 1 | -",
        "FM-1031 | Kraammand | 29.00 | 7.50 | gluten/wheat milk | B | 1 | -",
        "FM-1040 | Hollands kistje | 20.50 | 4.25 | - | A | 1 | -",
        "WF-0020 | Werkfruit voor 20 | 27.90 | 0 | - | C | 1 | -",
        "WF-0050 | Werkfruit voor 50 | 64.50 | 0 | - | C | 1 | -",
        "VF-0100 | Vergaderschaal 10 personen | 36.50 | 0 | - | B | 1 | -",
        "TG-3001 | Borrelpakket | 20.35 | 6.60 | milk gluten/wheat gluten/barley mustard | B | 1 | 6.5",
        "TG-3010 | Bonbons en fruit | 25.95 | 0 | milk soybeans nuts/hazelnut sulphites | A | 1 | -",
        "TG-3020 | Kerstpakket Winterlicht | 22.60 | 11.15 | gluten/wheat milk eggs nuts/almond soybeans | E | 25 | -",
        "TG-3031 | Jubileumkist 25 jaar | 22.75 | 21.75 | nuts/walnut sulphites | D | 1 | 20"
      })
  void theKnownProductsAreExactlyAsAgreed(
      String sku,
      String name,
      BigDecimal reduced,
      BigDecimal standard,
      String allergens,
      String cutOffClass,
      int minimum,
      BigDecimal alcohol) {
    JsonObject product = products.get(sku);
    assertThat(product.getString("nameNl")).isEqualTo(name);
    assertThat(amount(product.getJsonObject("price"), "reduced")).isEqualByComparingTo(reduced);
    assertThat(amount(product.getJsonObject("price"), "standard")).isEqualByComparingTo(standard);
    assertThat(texts(product, "allergens"))
        .containsExactlyInAnyOrder(allergens == null ? new String[0] : allergens.split(" "));
    assertThat(product.getString("cutOffClass")).isEqualTo(cutOffClass);
    assertThat(product.getInt("minQuantity")).isEqualTo(minimum);
    if (alcohol == null) {
      assertThat(product.isNull("alcoholPercent")).isTrue();
    } else {
      assertThat(amount(product, "alcoholPercent")).isEqualByComparingTo(alcohol);
      assertThat(product.getInt("ageLimit")).isEqualTo(18);
    }
  }

  @ParameterizedTest
  @CsvSource({"WF-0020, 26.50, 2.50", "WF-0050, 61.25, 5.00"})
  void fruitAtWorkIsCheaperFromFiveAndHasItsDeposit(
      String sku, BigDecimal fromFive, BigDecimal deposit) {
    JsonObject tier = products.get(sku).getJsonArray("tiers").getJsonObject(0);
    assertThat(tier.getInt("from")).isEqualTo(5);
    assertThat(amount(tier, "reduced")).isEqualByComparingTo(fromFive);
    assertThat(amount(tier, "standard")).isZero();
    assertThat(amount(products.get(sku), "deposit")).isEqualByComparingTo(deposit);
  }

  @ParameterizedTest
  @MethodSource("skus")
  void aPriceHasAPartOfTwentyOnePercentExactlyWhenSomethingInItBearsThatRate(String sku) {
    JsonObject product = products.get(sku);
    boolean standardInside =
        contents(product).stream().anyMatch(c -> c.getString("vatRate").equals("STANDARD"));
    JsonObject price = product.getJsonObject("price");
    assertThat(amount(price, "standard").signum() > 0).isEqualTo(standardInside);
    assertThat(amount(price, "reduced")).isPositive();
  }

  @ParameterizedTest
  @MethodSource("skus")
  void aTierIsCheaperThanThePrice(String sku) {
    JsonObject product = products.get(sku);
    BigDecimal price = total(product.getJsonObject("price"));
    product.getJsonArray("tiers").getValuesAs(JsonObject.class).stream()
        .forEach(tier -> assertThat(total(tier)).isLessThan(price));
  }

  @ParameterizedTest
  @MethodSource("skus")
  void aProductSaysInTwoLanguagesWhatItIs(String sku) {
    JsonObject product = products.get(sku);
    for (String language : List.of("Nl", "En")) {
      assertThat(product.getString("name" + language)).isNotBlank();
      assertThat(product.getString("summary" + language)).isNotBlank().hasSizeLessThanOrEqualTo(60);
      assertThat(product.getString("description" + language)).endsWith(".");
    }
    assertThat(categories).contains(product.getString("category"));
    assertThat(OCCASIONS).containsAll(texts(product, "occasions"));
    assertThat(product.getString("unit")).isIn("C62", "XBK");
    assertThat(contents(product)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("skus")
  void everyAllergenIsOneOfTheFourteenAndCerealsAndNutsAreNamed(String sku) {
    for (String allergen : texts(products.get(sku), "allergens")) {
      assertThat(EU_ALLERGENS).contains(allergen.split("/")[0]);
      if (allergen.startsWith("gluten") || allergen.startsWith("nuts")) {
        assertThat(NAMED_KINDS).contains(allergen);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("skus")
  void whatHasAlcoholIsForAdultsAndNotSafeForChildren(String sku) {
    JsonObject product = products.get(sku);
    boolean alcohol = !product.isNull("alcoholPercent");
    assertThat(product.isNull("ageLimit")).isEqualTo(!alcohol);
    if (alcohol) {
      assertThat(product.getBoolean("childSafe")).isFalse();
      assertThat(product.getString("summaryNl")).contains("18+");
    }
  }

  @ParameterizedTest
  @MethodSource("skus")
  void topfruitSellsFruitAndTopgeschenkenGifts(String sku) {
    List<String> shops = texts(products.get(sku), "webshops");
    assertThat(shops).isNotEmpty().isSubsetOf("topfruit", "topgeschenken");
    if (sku.startsWith("TG-")) {
      assertThat(shops).containsExactly("topgeschenken");
    } else {
      assertThat(shops).contains("topfruit");
    }
  }

  @Test
  void everyProductHasAPictureOfItsOwnThatIsNotTooHeavy() {
    IllustrationComposer composer = new IllustrationComposer();
    Map<String, String> bySvg = new HashMap<>();
    products.forEach(
        (sku, product) -> {
          String svg =
              composer.compose(
                  Illustration.parse(product.getJsonObject("illustration").toString()), "", "p");
          assertThat(svg.length()).as(sku).isLessThan(22_000);
          assertThat(bySvg.put(svg, sku)).as("looks like " + sku).isNull();
        });
  }

  @Test
  void everySymbolOfTheContentsIsADrawing() {
    IllustrationComposer composer = new IllustrationComposer();
    products.values().stream()
        .flatMap(product -> contents(product).stream())
        .filter(content -> !content.isNull("symbol"))
        .map(content -> content.getString("symbol"))
        .distinct()
        .forEach(
            symbol ->
                composer.compose(
                    new Illustration(
                        "none",
                        null,
                        null,
                        "sand",
                        null,
                        List.of(new Illustration.Part(symbol, 1, "middle"))),
                    "",
                    "p"));
  }

  private static List<JsonObject> contents(JsonObject product) {
    return product.getJsonArray("contents").getValuesAs(JsonObject.class);
  }

  private static List<String> texts(JsonObject product, String name) {
    return product.getJsonArray(name).getValuesAs(JsonString.class).stream()
        .map(JsonString::getString)
        .toList();
  }

  private static BigDecimal amount(JsonObject object, String name) {
    JsonValue value = object.get(name);
    return ((JsonNumber) value).bigDecimalValue();
  }

  private static BigDecimal total(JsonObject price) {
    return amount(price, "reduced").add(amount(price, "standard"));
  }
}
