package nl.topfruit.shop.greeting;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The card designs that we print, in the order in which they are offered. A design is an SVG file
 * under {@code cards/} and its names; what is special about it stands in the file's {@code data-}
 * attributes. A new design is a new file, its names and a line in {@link #CODES}.
 */
public final class CardDesigns {

  private static final List<String> CODES =
      List.of(
          "beterschap",
          "bedankt",
          "gefeliciteerd",
          "welkom-kleintje",
          "sterkte",
          "feestdagen",
          "welkom",
          "jubileum",
          "zomaar",
          "het-ga-je-goed",
          "liefs",
          "samen-sterk");

  /** Room for a title when its design does not say it. */
  private static final double TITLE_WIDTH = 364;

  private static final Pattern ROOT = Pattern.compile("<svg\\s([^>]*)>(.*)</svg>", Pattern.DOTALL);
  private static final Pattern DATA = Pattern.compile("data-(\\w+)=\"([^\"]*)\"");
  private static final Map<String, Drawn> DRAWN = load();

  private CardDesigns() {}

  /** All designs, the usual ones first. */
  public static List<CardDesign> all() {
    return DRAWN.values().stream().map(Drawn::design).toList();
  }

  /** The design of that code; empty when there is none, or no code. */
  public static Optional<CardDesign> find(String code) {
    return Optional.ofNullable(code).map(DRAWN::get).map(Drawn::design);
  }

  /** A design with its drawing and the place of its title. */
  static Drawn drawn(CardDesign design) {
    Drawn drawn = DRAWN.get(design.code());
    if (drawn == null) {
      throw new IllegalArgumentException("No card design " + design.code());
    }
    return drawn;
  }

  /**
   * @param art what is drawn on the ground, as SVG elements on a field of 420 by 592, drawn a
   *     little over its edges
   * @param titleX the left or the middle of the title
   * @param titleSize height of its letters as a font size in the same units
   * @param titleWidth room there is for it; a longer one is set smaller
   */
  record Drawn(
      CardDesign design,
      String art,
      double titleX,
      double titleY,
      double titleSize,
      boolean titleCentred,
      double titleWidth) {}

  private static Map<String, Drawn> load() {
    Properties dutch = names("nl");
    Properties english = names("en");
    Map<String, Drawn> all = new LinkedHashMap<>();
    for (String code : CODES) {
      Matcher root = ROOT.matcher(text("cards/" + code + ".svg"));
      if (!root.find()) {
        throw new IllegalStateException("Not an SVG drawing: card " + code);
      }
      Map<String, String> data = new LinkedHashMap<>();
      Matcher attribute = DATA.matcher(root.group(1));
      while (attribute.find()) {
        data.put(attribute.group(1), attribute.group(2));
      }
      String nameNl = dutch.getProperty(code);
      String nameEn = english.getProperty(code);
      CardDesign design =
          new CardDesign(
              code,
              nameNl,
              nameEn,
              dutch.getProperty(code + ".title", nameNl),
              english.getProperty(code + ".title", nameEn),
              data.get("ground"),
              data.get("ink"),
              data.getOrDefault("text", data.get("ink")),
              "yes".equals(data.get("logo")),
              "yes".equals(data.get("ribbon")));
      String[] title = data.get("title").split(" ");
      all.put(
          code,
          new Drawn(
              design,
              root.group(2).replaceAll(">\\s+<", "><").strip(),
              Double.parseDouble(title[0]),
              Double.parseDouble(title[1]),
              Double.parseDouble(title[2]),
              "middle".equals(title[3]),
              title.length > 4 ? Double.parseDouble(title[4]) : TITLE_WIDTH));
    }
    return all;
  }

  private static Properties names(String language) {
    Properties names = new Properties();
    try (InputStream in = open("cards/designs_" + language + ".properties")) {
      names.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(String path) {
    try (InputStream in = open(path)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file of the card designs or of the fonts. */
  static InputStream open(String path) {
    InputStream in = CardDesigns.class.getResourceAsStream("/" + path);
    if (in == null) {
      throw new IllegalStateException("Missing from the program: " + path);
    }
    return in;
  }
}
