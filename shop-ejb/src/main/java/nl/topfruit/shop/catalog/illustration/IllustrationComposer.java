package nl.topfruit.shop.catalog.illustration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import nl.topfruit.shop.catalog.illustration.IllustrationLayout.Layer;
import nl.topfruit.shop.catalog.illustration.IllustrationLayout.Placed;
import nl.topfruit.shop.catalog.illustration.IllustrationLayout.Room;
import nl.topfruit.shop.catalog.illustration.IllustrationLibrary.Drawing;

/**
 * Composes a product picture from what the product contains: the tall things behind, then the
 * others heaped, all cut off by the front of the holder; what hangs over the rim and the ribbon
 * come last. A small product is small because its holder is: an apple keeps its size.
 *
 * <p>The same illustration gives the same SVG to the byte, so that a picture can be served by the
 * hash of its content. Ids carry a prefix, so that several pictures may stand in one page. Safe for
 * use by several threads.
 */
public final class IllustrationComposer {

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

  /** What of the canvas a picture may fill. */
  private static final double FILLED_HEIGHT = 364;

  private static final double FILLED_WIDTH = 356;

  private final IllustrationLibrary library = new IllustrationLibrary();

  /**
   * The picture as one SVG document of 400 by 420.
   *
   * @param title what the picture shows, for those who do not see it
   * @param prefix starts every id; a letter, then letters, digits and hyphens, e.g. the article
   *     number in lower case
   * @throws IllegalArgumentException when a drawing or colour does not exist, or the prefix cannot
   *     start an id
   */
  public String compose(Illustration illustration, String title, String prefix) {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException("Not usable as an id: " + prefix);
    }
    return new Picture(illustration, prefix).svg(title);
  }

  /** One picture being painted. */
  private final class Picture {
    private final Illustration illustration;
    private final String prefix;
    private final Drawing holder;
    private final double scale;
    private final Room room;
    private final Map<Drawing, String> keys = new LinkedHashMap<>();
    private final StringBuilder defs = new StringBuilder();

    Picture(Illustration illustration, String prefix) {
      this.illustration = illustration;
      this.prefix = prefix;
      this.holder = library.holder(illustration.holder());
      boolean dish = holder.attributes().containsKey("dish");
      this.scale =
          switch (illustration.size()) {
            case "S" -> dish ? .8 : .66;
            case "L" -> 1;
            default -> dish ? .92 : .84;
          };
      double middle = IllustrationLayout.MIDDLE;
      double floor = IllustrationLayout.FLOOR;
      this.room =
          new Room(
              middle + (holder.number("left") - middle) * scale,
              middle + (holder.number("right") - middle) * scale,
              floor + (holder.number("rim") - floor) * scale,
              holder.number("sink"),
              holder.number("rows"));
    }

    String svg(String title) {
      Drawing ground = library.ground(illustration.ground());
      String colour =
          library.ribbonColour(illustration.ribbon() == null ? "leaf" : illustration.ribbon());
      List<Placed> things = things();
      StringBuilder scene = new StringBuilder();
      scene.append(holderLayer(holder.body()));
      paint(things, Layer.BACK, scene);
      paint(things, Layer.HEAP, scene);
      scene.append(holderLayer(holder.front() + mark()));
      paint(things, Layer.DRAPE, scene);
      scene.append(holderLayer(ribbon()));
      paint(things, Layer.BEFORE, scene);

      double nearer = nearer(things);
      double floor = floor(things, nearer);
      return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 400 420\" role=\"img\" aria-labelledby=\""
          + prefix
          + "-t\"><title id=\""
          + prefix
          + "-t\">"
          + escaped(title)
          + "</title><defs>"
          + IllustrationLibrary.prefixed(ground.defs(), prefix + "-g")
          + IllustrationLibrary.prefixed(holder.defs(), prefix + "-h")
          + "<radialGradient id=\""
          + prefix
          + "-s\"><stop offset=\".45\" stop-color=\"#2a1606\" stop-opacity=\".36\"/><stop offset=\"1\" stop-color=\"#2a1606\" stop-opacity=\"0\"/></radialGradient><circle id=\""
          + prefix
          + "-o\" r=\"1\" fill=\"url(#"
          + prefix
          + "-s)\"/>"
          + defs
          + "</defs>"
          + IllustrationLibrary.prefixed(ground.body(), prefix + "-g")
          + "<g transform=\"translate("
          + number(IllustrationLayout.MIDDLE * (1 - nearer))
          + " "
          + number(floor - IllustrationLayout.FLOOR * nearer)
          + ")scale("
          + number(nearer)
          + ")\" color=\""
          + colour
          + "\">"
          + shadow(
              IllustrationLayout.MIDDLE,
              IllustrationLayout.FLOOR + 2,
              room.width() * .72 + 14,
              13 + 7 * scale)
          + scene
          + "</g></svg>";
    }

    /**
     * How near the eye comes: until the picture is filled, but no nearer to a small one than lets
     * it look small beside its larger sister.
     */
    private double nearer(List<Placed> things) {
      double most =
          switch (illustration.size()) {
            case "S" -> 1.14;
            case "L" -> 1.3;
            default -> 1.22;
          };
      double tall = FILLED_HEIGHT / (IllustrationLayout.FLOOR - top(things));
      double wide =
          FILLED_WIDTH
              / (room.width() + 2 * (holder.number("left") - holder.number("outer")) * scale);
      return Math.min(most, Math.min(tall, wide));
    }

    /** Where the floor is: a low picture stands a little higher than a tall one. */
    private double floor(List<Placed> things, double nearer) {
      double free = FILLED_HEIGHT - (IllustrationLayout.FLOOR - top(things)) * nearer;
      return IllustrationLayout.FLOOR - Math.max(0, Math.min(52, free * .36));
    }

    private double top(List<Placed> things) {
      double rim = holder.number("top");
      double top = IllustrationLayout.FLOOR + (rim - IllustrationLayout.FLOOR) * scale;
      for (Placed placed : things) {
        top =
            Math.min(
                top,
                placed.y() + placed.thing().box()[1] * IllustrationLayout.THING * placed.scale());
      }
      return top;
    }

    private List<Placed> things() {
      String dish = holder.attributes().get("dish");
      if (dish == null) {
        return IllustrationLayout.heap(illustration.parts(), room, library);
      }
      double[] at = numbers(dish);
      double[] scaled = {
        IllustrationLayout.MIDDLE + (at[0] - IllustrationLayout.MIDDLE) * scale,
        IllustrationLayout.FLOOR + (at[1] - IllustrationLayout.FLOOR) * scale,
        at[2] * scale,
        at[3] * scale
      };
      return IllustrationLayout.dish(illustration.parts(), scaled, room, library);
    }

    private String holderLayer(String drawn) {
      if (drawn.isEmpty()) {
        return "";
      }
      String content = IllustrationLibrary.prefixed(drawn, prefix + "-h");
      if (scale == 1) {
        return content;
      }
      return "<g transform=\"translate("
          + number(IllustrationLayout.MIDDLE * (1 - scale))
          + " "
          + number(IllustrationLayout.FLOOR * (1 - scale))
          + ")scale("
          + number(scale)
          + ")\">"
          + content
          + "</g>";
    }

    private String ribbon() {
      String at = holder.attributes().get("ribbon");
      if (illustration.ribbon() == null || at == null) {
        return "";
      }
      double[] place = numbers(at);
      Drawing ribbon = library.ribbon();
      defs.append(IllustrationLibrary.prefixed(ribbon.defs(), prefix + "-h"));
      return "<g transform=\"translate("
          + number(place[0])
          + " "
          + number(place[1])
          + ")scale("
          + number(place[2])
          + ")\">"
          + ribbon.body()
          + "</g>";
    }

    /** What is engraved: the cut, and the light on its lower edge. */
    private String mark() {
      String at = holder.attributes().get("mark");
      if (illustration.mark() == null || at == null) {
        return "";
      }
      String[] place = at.split(" ");
      String text =
          "<text x=\"%s\" y=\"%s\" text-anchor=\"middle\" font-family=\"Fraunces,Georgia,serif\" font-weight=\"600\" font-size=\"%s\" fill=\"%s\"%s>%s</text>";
      double y = Double.parseDouble(place[1]);
      return text.formatted(
              place[0],
              number(y + 1.4),
              place[2],
              "#fff",
              " opacity=\".35\"",
              escaped(illustration.mark()))
          + text.formatted(
              place[0], number(y), place[2], place[3], "", escaped(illustration.mark()));
    }

    private void paint(List<Placed> things, Layer layer, StringBuilder scene) {
      for (Placed placed : things) {
        if (placed.layer() != layer) {
          continue;
        }
        double[] box = placed.thing().box();
        double size = IllustrationLayout.THING * placed.scale();
        if (layer == Layer.BEFORE) {
          scene.append(shadow(placed.x(), placed.y() - 2, box[2] * size * .62, 9));
        } else if (placed.shaded()) {
          // low and narrow, so that it darkens the things behind and not the ground beside them
          double middleY = placed.y() + (box[1] + box[3] * .6) * size;
          scene.append(shadow(placed.x(), middleY, box[2] * size * .56, box[3] * size * .5));
        }
        scene
            .append("<use href=\"#")
            .append(prefix)
            .append('-')
            .append(key(placed.thing()))
            .append("\" transform=\"translate(")
            .append(number(placed.x()))
            .append(' ')
            .append(number(placed.y()))
            .append(')');
        if (Math.abs(placed.turn()) >= .5) {
          scene.append("rotate(").append(Math.round(placed.turn())).append(')');
        }
        if (placed.mirrored()) {
          scene.append("scale(-1 1)");
        } else if (Math.abs(placed.scale() - 1) > .001) {
          scene.append("scale(").append(number(placed.scale())).append(')');
        }
        scene.append("\"/>");
      }
    }

    private String shadow(double x, double y, double halfWidth, double halfHeight) {
      return "<use href=\"#"
          + prefix
          + "-o\" transform=\"translate("
          + number(x)
          + " "
          + number(y)
          + ")scale("
          + number(halfWidth)
          + " "
          + number(halfHeight)
          + ")\"/>";
    }

    /** The short name of a thing in this picture; the first use writes its drawing. */
    private String key(Drawing thing) {
      String known = keys.get(thing);
      if (known != null) {
        return known;
      }
      String key = "x" + Integer.toString(keys.size(), 36);
      keys.put(thing, key);
      String own = prefix + "-" + key;
      defs.append(IllustrationLibrary.prefixed(thing.defs(), own))
          .append("<g id=\"")
          .append(own)
          .append("\" transform=\"scale(")
          .append(number(IllustrationLayout.THING))
          .append(")\">")
          .append(IllustrationLibrary.prefixed(thing.body(), own))
          .append("</g>");
      return key;
    }
  }

  private static double[] numbers(String blanks) {
    List<Double> values = new ArrayList<>();
    for (String part : blanks.split(" ")) {
      values.add(Double.valueOf(part));
    }
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Two decimals below ten, one above: finer than the eye at this size. */
  private static String number(double value) {
    String text = String.format(Locale.ROOT, Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    text = text.replaceAll("\\.?0+$", "");
    text = text.replaceFirst("^(-?)0\\.", "$1.");
    return text.isEmpty() || text.equals("-") || text.equals("-0") ? "0" : text;
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
