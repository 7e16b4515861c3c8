package nl.topfruit.shop.catalog.illustration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The drawings that pictures are composed of: things, holders and grounds as SVG files of our own
 * under {@code illustration/}, and the colours of ribbons. A drawing is looked up by its file name
 * and kept; every file can be opened by itself in a drawing program.
 *
 * <p>A thing stands on the point (0, 0), y running downwards; one that hangs over a rim hangs from
 * that point. Its {@code data-place} says where it goes in a picture.
 */
final class IllustrationLibrary {

  private static final Pattern NAME = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern ROOT = Pattern.compile("<svg\\s([^>]*)>(.*)</svg>", Pattern.DOTALL);
  private static final Pattern ATTRIBUTE = Pattern.compile("([\\w-]+)=\"([^\"]*)\"");
  private static final Pattern DEFS = Pattern.compile("<defs>(.*?)</defs>", Pattern.DOTALL);
  private static final Pattern LAYERS =
      Pattern.compile("<g id=\"back\">(.*)</g><g id=\"front\">(.*)</g>", Pattern.DOTALL);
  private static final Pattern ID = Pattern.compile("(\\sid=\"|url\\(#|href=\"#)");

  private final Map<String, Drawing> drawings = new ConcurrentHashMap<>();
  private final Properties ribbons = new Properties();

  IllustrationLibrary() {
    try (InputStream in = open("ribbons.properties")) {
      ribbons.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A drawing as it goes into a picture.
   *
   * @param attributes the attributes of its root, the {@code data-} ones without that prefix
   * @param defs gradients and patterns, still under their own ids
   * @param body what is drawn; for a holder the layer behind the things
   * @param front for a holder the layer before the things, else empty
   */
  record Drawing(
      String name, Map<String, String> attributes, String defs, String body, String front) {

    double number(String attribute) {
      return Double.parseDouble(attributes.get(attribute));
    }

    /** Left, top, width and height. */
    double[] box() {
      String[] parts = attributes.get("viewBox").split(" ");
      double[] box = new double[4];
      for (int i = 0; i < 4; i++) {
        box[i] = Double.parseDouble(parts[i]);
      }
      return box;
    }
  }

  Drawing thing(String name) {
    return drawing("things", name);
  }

  Drawing holder(String name) {
    return drawing("holders", name);
  }

  Drawing ground(String name) {
    return drawing("grounds", name);
  }

  Drawing ribbon() {
    return drawings.computeIfAbsent("ribbon", path -> read(path, "ribbon"));
  }

  /**
   * The colour of a ribbon.
   *
   * @throws IllegalArgumentException when no such colour exists
   */
  String ribbonColour(String name) {
    String colour = ribbons.getProperty(name);
    if (colour == null) {
      throw new IllegalArgumentException("No ribbon colour " + name);
    }
    return colour.trim();
  }

  /** The text with all its ids and references to them prefixed. */
  static String prefixed(String svg, String prefix) {
    Matcher matcher = ID.matcher(svg);
    return matcher.replaceAll(found -> Matcher.quoteReplacement(found.group(1) + prefix));
  }

  private Drawing drawing(String kind, String name) {
    if (name == null || !NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("No drawing " + kind + "/" + name);
    }
    return drawings.computeIfAbsent(kind + "/" + name, path -> read(path, name));
  }

  private static Drawing read(String path, String name) {
    String text;
    try (InputStream in = open(path + ".svg")) {
      text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Matcher root = ROOT.matcher(text);
    if (!root.find()) {
      throw new IllegalArgumentException("Not an SVG drawing: " + path);
    }
    Map<String, String> attributes = new HashMap<>();
    Matcher attribute = ATTRIBUTE.matcher(root.group(1));
    while (attribute.find()) {
      attributes.put(attribute.group(1).replaceFirst("^data-", ""), attribute.group(2));
    }
    String content = root.group(2).replaceAll(">\\s+<", "><").strip();
    StringBuilder defs = new StringBuilder();
    Matcher found = DEFS.matcher(content);
    while (found.find()) {
      defs.append(found.group(1));
    }
    String body = found.replaceAll("");
    Matcher layers = LAYERS.matcher(body);
    return layers.matches()
        ? new Drawing(name, attributes, defs.toString(), layers.group(1), layers.group(2))
        : new Drawing(name, attributes, defs.toString(), body, "");
  }

  private static InputStream open(String path) {
    InputStream in = IllustrationLibrary.class.getResourceAsStream("/illustration/" + path);
    if (in == null) {
      throw new IllegalArgumentException("No drawing " + path);
    }
    return in;
  }
}
