package nl.topfruit.shop.demo;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import nl.topfruit.shop.catalog.Category;
import nl.topfruit.shop.catalog.Component;
import nl.topfruit.shop.catalog.Price;
import nl.topfruit.shop.catalog.Product;
import nl.topfruit.shop.catalog.SellingEntity;
import nl.topfruit.shop.catalog.WebShop;
import nl.topfruit.shop.catalog.illustration.Illustration;
import nl.topfruit.shop.catalog.illustration.IllustrationComposer;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatRate;

/** The products of the demo, read from {@code demo/catalogue.json}. */
@Dependent
class DemoCatalogue {
  private static final IllustrationComposer PICTURES = new IllustrationComposer();

  @Inject private Clock clock;

  /** Writes web shops, categories, products and prices; gives the web shops by code. */
  Map<String, WebShop> load(EntityManager em) {
    JsonObject data = read();
    var seller =
        new SellingEntity(
            "topfruit",
            "Topfruit B.V. (voorbeeld)",
            "Veilingweg",
            "12",
            "9999 ZX",
            "Lindewaard",
            "90004321",
            "NL900043210B01",
            "NL91ABNA0417164300",
            "ABNANL2A",
            "088 000 12 34",
            "facturen@topfruit.example",
            "F");
    em.persist(seller);
    Map<String, WebShop> webShops = new LinkedHashMap<>();
    webShops.put("topfruit", new WebShop("topfruit", "Topfruit", seller.id(), 1));
    webShops.put("topgeschenken", new WebShop("topgeschenken", "Topgeschenken", seller.id(), 2));
    webShops.values().forEach(em::persist);

    Map<String, UUID> categories = new LinkedHashMap<>();
    for (JsonValue value : data.getJsonArray("categories")) {
      JsonObject c = value.asJsonObject();
      var category =
          new Category(
              c.getString("code"),
              c.getString("nameNl"),
              c.getString("nameEn"),
              categories.size() + 1);
      em.persist(category);
      categories.put(category.code(), category.id());
    }
    em.flush();
    LocalDate since = LocalDate.now(clock).minusYears(1).withDayOfYear(1);
    for (JsonValue value : data.getJsonArray("products")) {
      JsonObject p = value.asJsonObject();
      Product product = product(p, categories.get(p.getString("category")));
      em.persist(product);
      em.flush();
      contents(em, p, product.id());
      prices(em, p, product.id(), since);
      for (JsonString code : p.getJsonArray("webshops").getValuesAs(JsonString.class)) {
        em.createNativeQuery(
                "insert into web_shop_product (web_shop_id, product_id) values (:shop, :product)")
            .setParameter("shop", webShops.get(code.getString()).id())
            .setParameter("product", product.id())
            .executeUpdate();
      }
    }
    return webShops;
  }

  private static JsonObject read() {
    try (InputStream in = DemoCatalogue.class.getResourceAsStream("/demo/catalogue.json");
        JsonReader reader = Json.createReader(in)) {
      return reader.readObject();
    } catch (java.io.IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Product product(JsonObject p, UUID categoryId) {
    var product =
        new Product(
            p.getString("sku"), p.getString("family"), p.getString("size", null), categoryId);
    product.named(
        p.getString("nameNl"),
        p.getString("nameEn"),
        p.getString("summaryNl"),
        p.getString("summaryEn"),
        p.getString("descriptionNl"),
        p.getString("descriptionEn"));
    product.keeps(
        p.getString("keepsNl", null),
        p.getString("keepsEn", null),
        p.get("portions") instanceof JsonNumber n ? n.intValue() : null);
    product.sold(
        p.getString("unit"),
        p.getInt("minQuantity", 1),
        p.getString("cutOffClass"),
        p.get("deposit") instanceof JsonNumber n ? Money.euro(n.bigDecimalValue()) : null);
    product.suits(
        strings(p.getJsonArray("allergens")),
        strings(p.getJsonArray("occasions")),
        p.get("alcoholPercent") instanceof JsonNumber n ? n.bigDecimalValue() : null,
        p.getBoolean("childSafe", false));
    String illustration = p.getJsonObject("illustration").toString();
    String sku = p.getString("sku");
    String picture =
        PICTURES.compose(
            Illustration.parse(illustration), p.getString("nameNl"), sku.toLowerCase(Locale.ROOT));
    product.looks(illustration, hash(picture));
    return product;
  }

  private static void contents(EntityManager em, JsonObject p, UUID productId) {
    int position = 0;
    for (JsonValue value : p.getJsonArray("contents")) {
      JsonObject c = value.asJsonObject();
      em.persist(
          new Component(
              productId,
              ++position,
              c.getString("nameNl"),
              c.getString("nameEn"),
              c.getString("quantity"),
              VatRate.valueOf(c.getString("vatRate"))));
    }
  }

  private static void prices(EntityManager em, JsonObject p, UUID productId, LocalDate since) {
    em.persist(new Price(productId, null, since, null, 1, parts(p.getJsonObject("price"))));
    for (JsonValue value : p.getOrDefault("tiers", JsonValue.EMPTY_JSON_ARRAY).asJsonArray()) {
      JsonObject tier = value.asJsonObject();
      em.persist(new Price(productId, null, since, null, tier.getInt("from"), parts(tier)));
    }
  }

  private static PriceParts parts(JsonObject price) {
    return new PriceParts(money(price, "reduced"), money(price, "standard"));
  }

  private static Money money(JsonObject price, String part) {
    BigDecimal amount =
        price.containsKey(part) ? price.getJsonNumber(part).bigDecimalValue() : BigDecimal.ZERO;
    return Money.euro(amount);
  }

  private static String[] strings(JsonArray array) {
    return array == null
        ? new String[0]
        : array.getValuesAs(JsonString.class).stream()
            .map(JsonString::getString)
            .toArray(String[]::new);
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
