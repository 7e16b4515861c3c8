package nl.topfruit.shop.greeting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.common.BusinessRuleViolation;

/**
 * A card text set in lines: the same lines in the preview and in print. Line breaks of the writer
 * are kept; a line that is too long is broken between words, a word that is too long within itself.
 * At most {@value #MAX_LINES} lines and {@value #MAX_CHARACTERS} characters.
 *
 * @param font in which it is set
 * @param lines as they are printed, without the characters that cannot be
 * @param length characters, a line break counting as one
 * @param unprintable what this font cannot print, each once, as the writer typed it: emoji, other
 *     scripts, control characters as their code
 */
public record CardText(CardFont font, List<String> lines, int length, List<String> unprintable) {

  /** Characters that a card takes. */
  public static final int MAX_CHARACTERS = 240;

  /** Lines that a card takes. */
  public static final int MAX_LINES = 6;

  /** Width of a line in quarters of a millimetre: A6 less a margin of 10 mm at both sides. */
  static final double LINE_WIDTH = 340;

  /** What a reader sees as one character: an emoji of several code points is one. */
  private static final Pattern CHARACTER = Pattern.compile("\\X");

  /** The many blanks of word processors, and tabs. */
  private static final Pattern BLANK = Pattern.compile("[\\t\\p{Zs}]");

  public CardText {
    lines = List.copyOf(lines);
    unprintable = List.copyOf(unprintable);
  }

  /**
   * Sets a text.
   *
   * @param text as typed; {@code null} is no text
   */
  public static CardText fit(String text, CardFont font) {
    String typed = normalised(text);
    Set<String> unprintable = new LinkedHashSet<>();
    String printable = printable(typed, font.typeface(), unprintable);
    List<String> lines = new ArrayList<>();
    if (!printable.isBlank()) {
      for (String paragraph : printable.split("\n", -1)) {
        wrap(paragraph.strip(), font, lines);
      }
    }
    return new CardText(
        font, lines, typed.codePointCount(0, typed.length()), new ArrayList<>(unprintable));
  }

  /** Whether the card can be printed as it is. */
  public boolean fits() {
    return !tooLong() && !tooManyLines() && unprintable.isEmpty();
  }

  public boolean tooLong() {
    return length > MAX_CHARACTERS;
  }

  public boolean tooManyLines() {
    return lines.size() > MAX_LINES;
  }

  /** The lines that there is room for. */
  List<String> printedLines() {
    return tooManyLines() ? lines.subList(0, MAX_LINES) : lines;
  }

  /**
   * Refuses what cannot be printed.
   *
   * @throws BusinessRuleViolation on field {@code card-text}: {@code greeting.textUnprintable} with
   *     the characters, {@code greeting.textTooLong} with length and most, or {@code
   *     greeting.textTooManyLines} with lines and most
   */
  public CardText check() {
    if (!unprintable.isEmpty()) {
      throw new BusinessRuleViolation(
          "card-text", "greeting.textUnprintable", String.join(" ", unprintable));
    }
    if (tooLong()) {
      throw new BusinessRuleViolation("card-text", "greeting.textTooLong", length, MAX_CHARACTERS);
    }
    if (tooManyLines()) {
      throw new BusinessRuleViolation(
          "card-text", "greeting.textTooManyLines", lines.size(), MAX_LINES);
    }
    return this;
  }

  /** One kind of line break, composed accents, plain blanks, nothing blank around it. */
  private static String normalised(String text) {
    if (text == null) {
      return "";
    }
    String oneBreak = text.replace("\r\n", "\n").replace('\r', '\n');
    String composed = Normalizer.normalize(oneBreak, Normalizer.Form.NFC);
    return BLANK.matcher(composed).replaceAll(" ").replaceAll(" +(?=\n)", "").strip();
  }

  private static String printable(String text, CardTypeface typeface, Set<String> unprintable) {
    StringBuilder printable = new StringBuilder();
    Matcher each = CHARACTER.matcher(text);
    while (each.find()) {
      String character = each.group();
      if (character.equals("\n") || character.codePoints().allMatch(typeface::canPrint)) {
        printable.append(character);
      } else {
        unprintable.add(shown(character));
      }
    }
    return printable.toString();
  }

  /** The character itself, or its code when nobody could see it. */
  private static String shown(String character) {
    int first = character.codePointAt(0);
    return switch (Character.getType(first)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.NON_SPACING_MARK,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          "U+%04X".formatted(first);
      default -> character;
    };
  }

  private static void wrap(String paragraph, CardFont font, List<String> lines) {
    String line = "";
    for (String word : paragraph.split(" +")) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (width(longer, font) <= LINE_WIDTH) {
        line = longer;
        continue;
      }
      if (!line.isEmpty()) {
        lines.add(line);
      }
      line = word;
      while (width(line, font) > LINE_WIDTH) {
        int end = fitting(line, font);
        lines.add(line.substring(0, end) + "-");
        line = line.substring(end);
      }
    }
    lines.add(line);
  }

  /** Where a word that is wider than a line is broken, leaving room for a hyphen. */
  private static int fitting(String word, CardFont font) {
    int end = word.offsetByCodePoints(0, 1);
    while (end < word.length()) {
      int next = word.offsetByCodePoints(end, 1);
      if (width(word.substring(0, next) + "-", font) > LINE_WIDTH) {
        break;
      }
      end = next;
    }
    return end;
  }

  private static double width(String text, CardFont font) {
    return font.typeface().width(text) * font.size();
  }
}
