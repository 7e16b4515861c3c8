package nl.topfruit.shop.commitment.casefile;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must not leave with a case: texts of cards, and names and streets of private recipients.
 * They have no way into what we send, but a customer may write them into his own documents; so
 * wherever such a text stands in a message, in whatever way it was written, it is struck out.
 */
final class Withheld {
  private static final String MASK = "***";

  /** What is shorter would strike out ordinary words. */
  private static final int SHORTEST = 4;

  private static final List<Charset> CHARSETS =
      List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));

  /** As bytes read as ISO-8859-1, so that it fits a message of any charset above ASCII. */
  private final Set<String> spellings = new LinkedHashSet<>();

  Withheld(Collection<String> texts) {
    texts.stream()
        .filter(text -> text != null && text.strip().length() >= SHORTEST)
        .map(String::strip)
        .sorted((a, b) -> b.length() - a.length())
        .forEach(this::add);
  }

  private void add(String text) {
    for (Charset charset : CHARSETS) {
      for (String lines : List.of(text, text.replace("\n", "\r\n"))) {
        spellings.add(latin(lines, charset));
        spellings.add(latin(escaped(lines), charset));
        String encoded = URLEncoder.encode(lines, charset);
        spellings.add(encoded);
        spellings.add(encoded.replace("+", "%20"));
      }
    }
  }

  private static String latin(String text, Charset charset) {
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** The same bytes with every one of the texts struck out. */
  byte[] strikeOut(byte[] kept) {
    String message = new String(kept, StandardCharsets.ISO_8859_1);
    for (String spelling : spellings) {
      message = message.replace(spelling, MASK);
    }
    return message.getBytes(StandardCharsets.ISO_8859_1);
  }
}
