package nl.topfruit.shop.invoicing;

import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Writes XHTML for paper. Every text goes through one place that escapes it and leaves out what a
 * printed page cannot show, so that no product name can become markup.
 */
final class Html {
  /** Pictures among the letters, their colours and joints; the fonts of the paper have none. */
  private static final Pattern EMOJI =
      Pattern.compile(
          "[\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\x{E0020}-\\x{E007F}\\uFE0F\\u200D\\u20E3]");

  private final StringBuilder out = new StringBuilder();

  Html element(String name, String style, Consumer<Html> content) {
    out.append('<').append(name);
    if (!style.isEmpty()) {
      out.append(" class=\"").append(style).append('"');
    }
    out.append('>');
    content.accept(this);
    out.append("</").append(name).append('>');
    return this;
  }

  /** An element with this text; nothing at all when there is no text. */
  Html leaf(String name, String style, String text) {
    return printable(text).isBlank() ? this : element(name, style, h -> h.text(text));
  }

  /** The same, but with an empty element for an empty text: a cell keeps its place. */
  Html cell(String name, String style, String text) {
    return element(name, style, h -> h.text(text));
  }

  Html text(String text) {
    for (char c : printable(text).toCharArray()) {
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
    return this;
  }

  /** The letters that paper shows of a text. */
  private static String printable(String text) {
    return EMOJI.matcher(UblXml.withoutIllegal(text)).replaceAll("");
  }

  /** Markup of our own, never a text of somebody else's. */
  Html raw(String markup) {
    out.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
