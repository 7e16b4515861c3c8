package nl.topfruit.shop.greeting;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.KerningSubtable;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The measures of a font that we print with, from the very file that goes into the PDF: what has a
 * glyph, how wide a text is with its kerning, and its outline.
 */
final class CardTypeface {

  private static final Map<String, CardTypeface> LOADED = new ConcurrentHashMap<>();

  private final String file;
  private final TrueTypeFont font;
  private final CmapLookup glyphs;
  private final KerningSubtable kerning;
  private final double perUnit;

  private CardTypeface(String file) {
    this.file = file;
    try (InputStream in = CardDesigns.open("fonts/" + file)) {
      font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
      glyphs = font.getUnicodeCmapLookup();
      kerning = font.getKerning().getHorizontalKerningSubtable();
      perUnit = 1.0 / font.getUnitsPerEm();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The font in that file, parsed once.
   *
   * @param file name below {@code fonts/}
   */
  static CardTypeface of(String file) {
    return LOADED.computeIfAbsent(file, CardTypeface::new);
  }

  /** The font file, to be embedded. */
  InputStream open() {
    return CardDesigns.open("fonts/" + file);
  }

  boolean canPrint(int codePoint) {
    return glyphs.getGlyphId(codePoint) > 0;
  }

  /** Width of the text in em, kerned. */
  double width(String text) {
    double width = 0;
    int[] codePoints = text.codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      width += advance(codePoints[i]);
      if (i > 0) {
        width += kern(codePoints[i - 1], codePoints[i]);
      }
    }
    return width;
  }

  /** How much nearer, below zero, or further two neighbours stand, in em. */
  double kern(int left, int right) {
    return kerning.getKerning(glyphs.getGlyphId(left), glyphs.getGlyphId(right)) * perUnit;
  }

  private double advance(int codePoint) {
    try {
      synchronized (font) {
        return font.getAdvanceWidth(glyphs.getGlyphId(codePoint)) * perUnit;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The outline of a line of text as SVG path data.
   *
   * @param x where it begins
   * @param y its base line
   * @param size of the letters, in the units of the drawing
   */
  String outline(String text, double x, double y, double size) {
    StringBuilder path = new StringBuilder();
    double at = x;
    int before = -1;
    for (int codePoint : text.codePoints().toArray()) {
      if (before >= 0) {
        at += kern(before, codePoint) * size;
      }
      AffineTransform place = AffineTransform.getTranslateInstance(at, y);
      place.scale(size * perUnit, -size * perUnit);
      append(glyph(codePoint), place, path);
      at += advance(codePoint) * size;
      before = codePoint;
    }
    return path.toString();
  }

  private GeneralPath glyph(int codePoint) {
    try {
      synchronized (font) {
        GlyphData data = font.getGlyph().getGlyph(glyphs.getGlyphId(codePoint));
        return data == null ? new GeneralPath() : data.getPath();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(GeneralPath glyph, AffineTransform place, StringBuilder path) {
    double[] points = new double[6];
    for (PathIterator each = glyph.getPathIterator(place); !each.isDone(); each.next()) {
      switch (each.currentSegment(points)) {
        case PathIterator.SEG_MOVETO -> append(path, 'M', points, 2);
        case PathIterator.SEG_LINETO -> append(path, 'L', points, 2);
        case PathIterator.SEG_QUADTO -> append(path, 'Q', points, 4);
        case PathIterator.SEG_CUBICTO -> append(path, 'C', points, 6);
        default -> path.append('Z');
      }
    }
  }

  private static void append(StringBuilder path, char command, double[] points, int count) {
    path.append(command);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        path.append(' ');
      }
      path.append(CardRenderer.number(points[i]));
    }
  }
}
