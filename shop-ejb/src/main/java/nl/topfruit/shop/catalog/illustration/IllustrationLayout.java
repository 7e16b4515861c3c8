package nl.topfruit.shop.catalog.illustration;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import nl.topfruit.shop.catalog.illustration.IllustrationLibrary.Drawing;

/**
 * Says where each thing of a picture goes: the tall ones in a row behind, the others heaped in rows
 * that rise towards the middle, low ones in front. How many of each are shown follows their counts
 * and the room there is; each is there at least once. No chance is in it: the small turns that make
 * a heap look laid by hand come from the place in the row.
 */
final class IllustrationLayout {

  /** The canvas: its middle, and the floor on which holders stand. */
  static final double MIDDLE = 200;

  static final double FLOOR = 392;

  /** Things are drawn a little large; this brings an apple to the measure of the large basket. */
  static final double THING = .84;

  /** Things in a row stand behind each other's edges: the part of the width each takes. */
  private static final double PACKED = .8;

  /** How much of a tall thing the heap may cover. */
  private static final double HIDDEN = .34;

  private static final double TOP = 16;

  /** Where in the order of painting a thing belongs. */
  enum Layer {
    BACK,
    HEAP,
    DRAPE,
    BEFORE
  }

  /**
   * A thing in its place.
   *
   * @param x of its foot, or of the stalk by which it hangs
   * @param scale on top of {@link #THING}
   * @param turn degrees, clockwise
   * @param shaded whether it throws a shadow on what is behind it
   */
  record Placed(
      Drawing thing,
      Layer layer,
      double x,
      double y,
      double scale,
      double turn,
      boolean mirrored,
      boolean shaded) {}

  /**
   * The inside of a holder at the size of the picture.
   *
   * @param rim height of the front edge, behind which things stand
   * @param sink how deep they may stand behind it
   * @param rows of things that may lie on each other
   */
  record Room(double left, double right, double rim, double sink, double rows) {
    double width() {
      return right - left;
    }

    double middle() {
      return (left + right) / 2;
    }
  }

  /** One thing, or a bunch of the same that is placed as one. */
  private record Unit(Drawing thing, int copies, String place) {
    double width() {
      return thing.box()[2] * THING;
    }

    double height() {
      return -thing.box()[1] * THING;
    }

    boolean small() {
      return place.equals("front");
    }

    boolean fanned() {
      return thing.attributes().containsKey("fan");
    }
  }

  private final Room room;
  private final IllustrationLibrary library;
  private final List<Placed> placed = new ArrayList<>();

  private IllustrationLayout(Room room, IllustrationLibrary library) {
    this.room = room;
    this.library = library;
  }

  /** Heaps the parts in a holder, in the order in which they are painted. */
  static List<Placed> heap(List<Illustration.Part> parts, Room room, IllustrationLibrary library) {
    IllustrationLayout layout = new IllustrationLayout(room, library);
    layout.heap(parts);
    return layout.placed;
  }

  /**
   * Lays pieces on a dish, each kind in a field of its own, heaped towards the middle.
   *
   * @param dish centre, then half the width and half the height
   */
  static List<Placed> dish(
      List<Illustration.Part> parts, double[] dish, Room room, IllustrationLibrary library) {
    IllustrationLayout layout = new IllustrationLayout(room, library);
    layout.dish(parts, dish);
    return layout.placed;
  }

  private void heap(List<Illustration.Part> parts) {
    List<Unit> back = new ArrayList<>();
    List<Unit> heap = new ArrayList<>();
    List<Unit> drape = new ArrayList<>();
    List<Unit> before = new ArrayList<>();
    for (Illustration.Part part : parts) {
      Drawing thing = library.thing(part.symbol());
      String place = part.at() == null ? thing.attributes().get("place") : part.at();
      Unit unit = new Unit(thing, part.count(), place);
      switch (place) {
        case "back" -> back.add(unit);
        case "middle", "front", "piece" -> heap.add(unit);
        case "drape" -> drape.add(unit);
        case "before" -> before.add(unit);
        default -> throw new IllegalArgumentException("Nothing goes to place " + place);
      }
    }
    List<Unit> tall = shown(back, room.width() * 1.12, 3);
    if (room.rows() == 1) {
      List<Unit> free = new ArrayList<>(tall);
      free.addAll(shown(heap, Math.max(0, room.width() - width(tall)), 3));
      layRow(free, 0, 0, false, false);
      layBefore(before);
      return;
    }
    double rows = tall.isEmpty() ? room.rows() : Math.min(room.rows(), 1.75);
    List<Unit> low = shown(heap, room.width() * rows * .98, 9);
    List<List<Unit>> heaped = rows(low);
    double[] lifts = lifts(heaped);
    int last = heaped.size() - 1;
    layBack(tall, lifts[last], averageHeight(heaped.get(last)) * .85 - room.sink());
    for (int r = heaped.size() - 1; r >= 0; r--) {
      boolean shaded = r == 0 && (!tall.isEmpty() || heaped.size() > 1);
      layRow(spread(heaped.get(r)), r, lifts[r], shaded, !tall.isEmpty());
    }
    layDrape(drape);
    layBefore(before);
  }

  /**
   * The units to show, one of each kind and then more by their counts, as long as their packed
   * widths fit.
   */
  private List<Unit> shown(List<Unit> kinds, double width, int most) {
    List<Unit> shown = new ArrayList<>();
    int[] copies = new int[kinds.size()];
    double taken = 0;
    for (int i = 0; i < kinds.size(); i++) {
      Unit kind = kinds.get(i);
      copies[i] = 1;
      taken += kind.width() * PACKED;
      shown.add(kind.fanned() ? kind : new Unit(kind.thing(), 1, kind.place()));
    }
    while (true) {
      int next = -1;
      double best = 0;
      for (int i = 0; i < kinds.size(); i++) {
        Unit kind = kinds.get(i);
        int limit = Math.min(kind.copies(), most);
        if (kind.fanned()) {
          limit = room.width() > 250 && kind.copies() > 4 ? 2 : 1;
        } else if (kind.small()) {
          limit = Math.min(limit, lowWidth(shown) + kind.width() * PACKED > room.width() ? 0 : 4);
        }
        double claim = (double) kind.copies() / (copies[i] + 1);
        if (copies[i] < limit && taken + kind.width() * PACKED <= width && claim > best) {
          best = claim;
          next = i;
        }
      }
      if (next < 0) {
        return shown;
      }
      Unit kind = kinds.get(next);
      copies[next]++;
      taken += kind.width() * PACKED;
      shown.add(kind.fanned() ? kind : new Unit(kind.thing(), 1, kind.place()));
    }
  }

  private static double width(List<Unit> units) {
    return units.stream().mapToDouble(u -> u.width() * PACKED).sum();
  }

  private static double lowWidth(List<Unit> units) {
    return width(units.stream().filter(Unit::small).toList());
  }

  /**
   * The tall ones, so high that about two thirds of each are seen over the heap, and none floats
   * above it.
   *
   * @param lift of the hindmost row of the heap
   * @param crest how far that row stands out
   */
  private void layBack(List<Unit> units, double lift, double crest) {
    List<Unit> row = middleOut(units);
    double natural = width(row);
    double squeeze = Math.min(1, (room.width() + 8) / natural);
    double x = room.middle() - natural * squeeze / 2;
    List<Placed> laid = new ArrayList<>();
    for (Unit unit : row) {
      double step = unit.width() * PACKED * squeeze;
      double at = x + step / 2;
      x += step;
      double lean = (at - room.middle()) / (room.width() / 2);
      double y =
          room.rim()
              - Math.max(2, Math.min(lift + 10, lift + crest - unit.height() * HIDDEN))
              - 8 * (1 - lean * lean);
      double scale = Math.min(1, (y - TOP) / unit.height());
      laid.add(
          new Placed(
              unit.thing(), Layer.BACK, at, y + room.sink() * .5, scale, lean * 9, false, false));
    }
    paintInwards(laid);
  }

  /** The tallest in the middle, the others to its left and right by turns. */
  private static List<Unit> middleOut(List<Unit> units) {
    List<Unit> sorted = new ArrayList<>(units);
    sorted.sort(Comparator.comparingDouble(Unit::height).reversed());
    List<Unit> row = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      row.add(i % 2 == 0 ? row.size() : 0, sorted.get(i));
    }
    return row;
  }

  /** The heap in rows of equal width, the front one first: low things before high ones. */
  private List<List<Unit>> rows(List<Unit> units) {
    List<Unit> low = new ArrayList<>(units);
    low.sort(
        Comparator.comparing((Unit u) -> !u.small())
            .thenComparing(u -> u.fanned() ? 1 : 0)
            .thenComparingDouble(Unit::height));
    double total = width(low);
    int count = (int) Math.max(1, Math.ceil(total / room.width() - .12));
    List<List<Unit>> rows = new ArrayList<>();
    List<Unit> row = new ArrayList<>();
    double taken = 0;
    for (Unit unit : low) {
      double width = unit.width() * PACKED;
      boolean full = taken + width / 2 > total / count * (rows.size() + 1);
      if (!row.isEmpty() && full && rows.size() < count) {
        rows.add(row);
        row = new ArrayList<>();
      }
      row.add(unit);
      taken += width;
    }
    rows.add(row);
    return rows;
  }

  /** How high each row lies: high enough to be seen over the one before it. */
  private static double[] lifts(List<List<Unit>> rows) {
    double[] lifts = new double[rows.size()];
    for (int r = 1; r < lifts.length; r++) {
      lifts[r] = lifts[r - 1] + Math.max(20, Math.min(38, averageHeight(rows.get(r - 1)) * .52));
    }
    return lifts;
  }

  private static double averageHeight(List<Unit> row) {
    return row.stream().mapToDouble(Unit::height).average().orElse(0);
  }

  private void layRow(List<Unit> row, int depth, double lift, boolean shaded, boolean valley) {
    double natural = width(row);
    double squeeze = Math.min(1.12, room.width() * (depth == 0 ? 1 : .94) / natural);
    double x = room.middle() - natural * squeeze / 2;
    List<Placed> laid = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      Unit unit = row.get(i);
      double step = unit.width() * PACKED * squeeze;
      double at = x + step / 2;
      x += step;
      double lean = (at - room.middle()) / (room.width() / 2);
      double arch = (valley && depth > 0 ? -6 : 8 + 9 * depth) * (1 - lean * lean);
      double rise = lift + arch;
      double sink = room.sink() * (unit.small() ? .5 : 1) * Math.min(1, unit.height() / 70);
      double turn = (i * 37 + depth * 53) % 17 - 8 + lean * 5;
      Placed one =
          new Placed(
              unit.thing(),
              Layer.HEAP,
              at,
              room.rim() + sink - rise,
              1,
              stands(unit) ? turn * .35 : turn,
              false,
              shaded);
      if (unit.fanned()) {
        laid.addAll(fan(unit, one, lean > .2, row.size()));
      } else {
        laid.add(one);
      }
    }
    paintInwards(laid);
  }

  /** A box, jar or tin stands; a fruit lies as it fell. */
  private static boolean stands(Unit unit) {
    return unit.thing().attributes().containsKey("stands");
  }

  /** Fans the copies out around their common stalk, the hindmost first. */
  private static List<Placed> fan(Unit unit, Placed one, boolean mirrored, int inRow) {
    String[] fan = unit.thing().attributes().get("fan").split(" ");
    double side = mirrored ? -1 : 1;
    double stalkX = Double.parseDouble(fan[0]) * THING;
    double stalkY = Double.parseDouble(fan[1]) * THING;
    double step = Double.parseDouble(fan[2]);
    List<Placed> bunch = new ArrayList<>();
    int copies = Math.min(unit.copies(), inRow > 3 ? 3 : 4);
    for (int i = copies - 1; i >= 0; i--) {
      double angle = Math.toRadians(step * i);
      // keeps the stalk where it is while the thing turns around it
      double dx = stalkX - (stalkX * Math.cos(angle) - stalkY * Math.sin(angle));
      double dy = stalkY - (stalkX * Math.sin(angle) + stalkY * Math.cos(angle));
      bunch.add(
          new Placed(
              one.thing(),
              one.layer(),
              one.x() + side * dx,
              one.y() + dy,
              1,
              side * step * i,
              mirrored,
              one.shaded() && i == copies - 1));
    }
    return bunch;
  }

  /** Copies of one kind apart from each other. */
  private static List<Unit> spread(List<Unit> row) {
    record Spot(Unit unit, double at) {}
    List<Spot> spots = new ArrayList<>();
    List<Drawing> kinds = row.stream().map(Unit::thing).distinct().toList();
    for (int k = 0; k < kinds.size(); k++) {
      Drawing kind = kinds.get(k);
      List<Unit> same = row.stream().filter(u -> u.thing() == kind).toList();
      for (int i = 0; i < same.size(); i++) {
        double middle = same.size() == 1 && kinds.size() > 1 ? (k * .618 + .31) % 1 : .5;
        double at = same.size() == 1 ? middle : (i + .5) / same.size() + k * .013;
        spots.add(new Spot(same.get(i), same.get(i).fanned() ? -1 + i * 3 : at));
      }
    }
    spots.sort(Comparator.comparingDouble(Spot::at));
    return spots.stream().map(Spot::unit).toList();
  }

  private void layDrape(List<Unit> units) {
    List<Unit> hanging = shown(units, room.width() * .9, 2);
    double[] sides = {.6, -.62, .28, -.3};
    for (int i = 0; i < Math.min(hanging.size(), sides.length); i++) {
      Unit unit = hanging.get(i);
      double x = room.middle() + sides[i] * room.width() / 2;
      placed.add(
          new Placed(
              unit.thing(),
              Layer.DRAPE,
              x,
              room.rim() - 50 - i * 4,
              1,
              sides[i] > 0 ? -6 : 7,
              sides[i] < 0,
              true));
    }
  }

  private void layBefore(List<Unit> units) {
    double right = room.right() - 6;
    double left = room.left() + 6;
    for (int i = 0; i < units.size(); i++) {
      Unit unit = units.get(i);
      boolean toRight = i % 2 == 0;
      double x = toRight ? right - unit.width() * .2 : left + unit.width() * .2;
      placed.add(
          new Placed(unit.thing(), Layer.BEFORE, x, FLOOR + 8, .95, toRight ? 3 : -3, false, true));
      right -= toRight ? unit.width() * .8 : 0;
      left += toRight ? 0 : unit.width() * .8;
    }
  }

  private void dish(List<Illustration.Part> parts, double[] dish) {
    List<Placed> pieces = new ArrayList<>();
    List<Drawing> fields = new ArrayList<>();
    for (Illustration.Part part : parts) {
      Drawing thing = library.thing(part.symbol());
      if ("back".equals(part.at())) {
        placed.add(
            new Placed(thing, Layer.BACK, dish[0], dish[1] - dish[3] * .2, .8, 0, false, false));
      } else {
        fields.add(thing);
      }
    }
    for (int f = 0; f < fields.size(); f++) {
      Drawing thing = fields.get(f);
      double[] box = thing.box();
      boolean standing = box[1] + box[3] < 8;
      double lift = standing ? box[3] * .4 * THING : 0;
      double from = -1 + 2.0 * f / fields.size();
      double to = -1 + 2.0 * (f + 1) / fields.size();
      double stepU = box[2] * THING * .7 / dish[2];
      double stepV = Math.max(.26, box[3] * THING * .5 / dish[3]);
      int line = 0;
      for (double v = -.8; v <= .85; v += stepV, line++) {
        for (double u = from + stepU * (line % 2 == 0 ? .3 : .6); u < to; u += stepU) {
          double slanted = u + v * .16;
          double reach = slanted * slanted + v * v;
          if (reach < 1) {
            pieces.add(
                new Placed(
                    thing,
                    Layer.HEAP,
                    dish[0] + slanted * dish[2],
                    dish[1] + v * dish[3] - (1 - reach) * 26 + lift,
                    1.16,
                    (line * 41 + pieces.size() * 29) % 31 - 15,
                    false,
                    true));
          }
        }
      }
    }
    pieces.sort(Comparator.comparingDouble(Placed::y));
    placed.addAll(pieces);
  }

  /** The outer ones first, so that the middle of a row stands before its ends. */
  private void paintInwards(List<Placed> row) {
    List<Placed> order = new ArrayList<>(row);
    boolean bunches = order.stream().anyMatch(p -> p.thing().attributes().containsKey("fan"));
    if (!bunches) {
      order.sort(Comparator.comparingDouble(p -> -Math.abs(p.x() - room.middle())));
    }
    placed.addAll(Collections.unmodifiableList(order));
  }
}
