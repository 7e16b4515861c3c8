package nl.topfruit.shop.catalog.illustration;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/**
 * What a product picture is composed of: the things in it, what holds them, its size, ribbon and
 * ground. Names are those of the drawings under {@code illustration/} ({@link
 * IllustrationLibrary}).
 *
 * @param holder what holds the things, e.g. {@code basket}; {@code none} when they stand free
 * @param size {@code S}, {@code M} or {@code L}; {@code null} counts as {@code M}
 * @param ribbon name of a ribbon colour, or {@code null} for no ribbon
 * @param ground name of the ground, by occasion
 * @param mark short text engraved or printed on the holder, or {@code null}
 * @param parts the things, in the order of their importance
 */
public record Illustration(
    String holder, String size, String ribbon, String ground, String mark, List<Part> parts) {

  public Illustration {
    if (parts == null || parts.isEmpty()) {
      throw new IllegalArgumentException("A picture needs at least one part");
    }
    size = size == null ? "M" : size;
    if (!List.of("S", "M", "L").contains(size)) {
      throw new IllegalArgumentException("Unknown size " + size);
    }
    parts = List.copyOf(parts);
  }

  /**
   * Reads an illustration as it is kept with a product: an object with the names of this record,
   * {@code count} of a part being 1 when it is absent.
   *
   * @throws IllegalArgumentException when it is not such an object
   */
  public static Illustration parse(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject object = reader.readObject();
      return new Illustration(
          object.getString("holder"),
          text(object, "size"),
          text(object, "ribbon"),
          object.getString("ground"),
          text(object, "mark"),
          object.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
              .map(
                  part ->
                      new Part(part.getString("symbol"), part.getInt("count", 1), text(part, "at")))
              .toList());
    } catch (JsonException | NullPointerException | ClassCastException e) {
      throw new IllegalArgumentException("Not an illustration: " + json, e);
    }
  }

  private static String text(JsonObject object, String name) {
    return !object.containsKey(name) || object.isNull(name) ? null : object.getString(name);
  }

  /**
   * A thing and how often it is in the product; the picture shows as many as there is room for, and
   * at least one.
   *
   * @param symbol name of the drawing, e.g. {@code apple-red}
   * @param count pieces, at least 1
   * @param at where it goes when not where the drawing says: {@code back}, {@code middle}, {@code
   *     front}, {@code drape} (over the rim) or {@code before} (before the holder); or {@code null}
   */
  public record Part(String symbol, int count, String at) {
    public Part {
      if (count < 1) {
        throw new IllegalArgumentException("Count of " + symbol + " is " + count);
      }
    }

    public Part(String symbol, int count) {
      this(symbol, count, null);
    }
  }
}
