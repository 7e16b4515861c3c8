package nl.topfruit.shop.protocol.oci;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.text.Normalizer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Charsets of the return page, and how a text is brought into one: a character outside it would
 * reach the customer's system as {@code &#322;}, so it is replaced here by what a person would
 * write.
 */
public final class OciCharset {

  static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** Supersets of ASCII that browsers really submit a form in; UTF-16 for instance they do not. */
  private static final Set<String> POSSIBLE =
      Set.of(
          "UTF-8",
          "ISO-8859-1",
          "ISO-8859-2",
          "ISO-8859-15",
          "windows-1250",
          "windows-1252",
          "US-ASCII");

  private static final Map<Integer, String> WRITTEN_AS =
      Map.ofEntries(
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'ĳ', "ij"),
          Map.entry((int) 'Ĳ', "IJ"),
          Map.entry((int) '€', "EUR"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‚', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '„', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '‐', "-"),
          Map.entry((int) '‑', "-"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '−', "-"),
          Map.entry((int) '×', "x"),
          Map.entry((int) '÷', "/"),
          Map.entry((int) '…', "..."),
          Map.entry((int) '•', "-"),
          Map.entry((int) '·', "-"),
          Map.entry((int) '≥', ">="),
          Map.entry((int) '≤', "<="),
          Map.entry((int) '½', "1/2"),
          Map.entry((int) '¼', "1/4"),
          Map.entry((int) '¾', "3/4"),
          Map.entry((int) '™', "TM"),
          Map.entry(0x00A0, " "),
          Map.entry(0x2009, " "),
          Map.entry(0x202F, " "));

  private OciCharset() {}

  /** The charset of this name, when a form can be posted in it. */
  public static Optional<Charset> named(String name) {
    try {
      return Optional.of(Charset.forName(name.strip()))
          .filter(charset -> POSSIBLE.contains(charset.name()));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return Optional.empty();
    }
  }

  /**
   * The text with every character the charset lacks written in others: ł as l, € as EUR, curly
   * quotes straight; emoji fall out, other scripts become '?'. Composed (NFC), so that an accent
   * counts as one character.
   */
  public static String fit(String text, Charset charset) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    var encoder = charset.newEncoder();
    StringBuilder fitted = new StringBuilder(composed.length());
    composed
        .codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              fitted.append(encoder.canEncode(character) ? character : written(c, charset));
            });
    return fitted.toString();
  }

  private static String written(int c, Charset charset) {
    String known = WRITTEN_AS.get(c);
    if (known != null) {
      return known;
    }
    String base =
        Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKD).replaceAll("\\p{M}", "");
    if (!base.isEmpty() && charset.newEncoder().canEncode(base)) {
      return base;
    }
    return Character.isLetterOrDigit(c) ? "?" : "";
  }
}
