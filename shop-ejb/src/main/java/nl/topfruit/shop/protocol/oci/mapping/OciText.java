package nl.topfruit.shop.protocol.oci.mapping;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.topfruit.shop.protocol.LineKey;

/** Texts as they may stand in a field of the return. */
final class OciText {

  private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]*>");
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\\n\\t]]");
  private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u2028\\u2029]");
  private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00a0]+");
  private static final Pattern BLANK_AT_END = Pattern.compile(" *\\n *");

  private OciText() {}

  /** Tags and control characters out, blanks to one; line ends stay. */
  static String clean(String text) {
    String lines = LINE_END.matcher(text).replaceAll("\n");
    String plain = CONTROL.matcher(TAG.matcher(lines).replaceAll("")).replaceAll("");
    String single = BLANKS.matcher(plain).replaceAll(" ");
    return BLANK_AT_END.matcher(single).replaceAll("\n").strip();
  }

  /** For one-line fields: as {@link #clean}, line ends as blanks. */
  static String oneLine(String text) {
    return BLANKS.matcher(clean(text).replace('\n', ' ')).replaceAll(" ");
  }

  /**
   * A code as it is, without control characters; blanks inside are part of it (article numbers with
   * two blanks exist).
   */
  static String code(String text) {
    return text.replaceAll("\\p{Cc}", "");
  }

  /** Cut at so many characters (code points), on a word boundary where there is one. */
  static String cut(String text, int length) {
    if (length(text) <= length) {
      return text;
    }
    int end = text.offsetByCodePoints(0, length);
    int blank = text.charAt(end) == ' ' ? end : text.lastIndexOf(' ', end - 1);
    return text.substring(0, blank > 0 ? blank : end).strip();
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * "Fruitmand M Rozenhof do 26-11 #K7Q-2": day and key stand at the end and are never cut, name
   * and place share what is left.
   */
  static String description(
      String name, String place, LocalDate day, String lineKey, Locale locale, int length) {
    String key = lineKey == null ? "" : LineKey.mark(lineKey);
    String date = day == null ? "" : shortDay(day, locale);
    String end = joined(date, key);
    int room = length - (end.isEmpty() ? 0 : length(end) + 1);
    String head =
        cut(joined(oneLine(name), place == null ? "" : oneLine(place)), Math.max(room, 0));
    return cut(joined(head, end), length);
  }

  private static String shortDay(LocalDate day, Locale locale) {
    String weekday = DateTimeFormatter.ofPattern("EEE", locale).format(day).replace(".", "");
    return weekday + DateTimeFormatter.ofPattern(" dd-MM").format(day);
  }

  private static String joined(String one, String other) {
    return one.isEmpty() ? other : other.isEmpty() ? one : one + " " + other;
  }
}
