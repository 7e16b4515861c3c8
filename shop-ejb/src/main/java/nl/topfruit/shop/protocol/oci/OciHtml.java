package nl.topfruit.shop.protocol.oci;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The page by which the buyer's browser carries the basket to his own system (CONTRACT "What the
 * return posts"). The form works without JavaScript; a script file may post it.
 */
public final class OciHtml {

  private OciHtml() {}

  /**
   * What the form posts.
   *
   * @param hook return address; null for a BACKGROUND_SEARCH without one
   * @param handling what happens to its query
   * @param target window of the return
   * @param charset of the page and of the post
   * @param echo the {@code ~} parameters of the call-up
   * @param items fields of the basket; none for log-off
   */
  public record Form(
      HookUrl hook,
      HookHandling handling,
      String target,
      Charset charset,
      List<FormField> echo,
      List<FormField> items) {

    public Form {
      Objects.requireNonNull(handling, "handling");
      Objects.requireNonNull(target, "target");
      Objects.requireNonNull(charset, "charset");
      echo = List.copyOf(echo);
      items = List.copyOf(items);
    }

    /** Every hidden input in the order in which it is posted. */
    public List<FormField> fields() {
      List<FormField> fields = new ArrayList<>();
      if (hook != null) {
        fields.addAll(hook.queryFields(handling, charset));
      }
      fields.addAll(echo);
      fields.addAll(items);
      return fields;
    }
  }

  /**
   * What people see, in their language.
   *
   * @param language "nl" or "en"
   * @param stylesheet address of the stylesheet, or null
   * @param script address of the script file that posts the form; null when it may not post itself
   *     (BACKGROUND_SEARCH)
   */
  public record Texts(
      String language,
      String title,
      String sentence,
      String button,
      String stylesheet,
      String script) {}

  /** {@code Content-Type} of the page. */
  public static String contentType(Form form) {
    return "text/html; charset=" + form.charset().name();
  }

  /** The page in its charset; what the charset lacks stands as a character reference. */
  public static byte[] page(Form form, Texts texts) {
    return html(form, texts).getBytes(form.charset());
  }

  private static String html(Form form, Texts texts) {
    Escape escape = new Escape(form.charset());
    StringBuilder page = new StringBuilder(4096);
    page.append("<!DOCTYPE html>\n<html lang=\"")
        .append(escape.of(texts.language()))
        .append("\">\n<head>\n<meta charset=\"")
        .append(form.charset().name())
        .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n")
        .append("<meta name=\"referrer\" content=\"no-referrer\">\n<title>")
        .append(escape.of(texts.title()))
        .append("</title>\n");
    if (texts.stylesheet() != null) {
      page.append("<link rel=\"stylesheet\" href=\"")
          .append(escape.of(texts.stylesheet()))
          .append("\">\n");
    }
    page.append("</head>\n<body>\n<main>\n<h1>")
        .append(escape.of(texts.title()))
        .append("</h1>\n<p>")
        .append(escape.of(texts.sentence()))
        .append("</p>\n<form id=\"oci-return\" method=\"post\"");
    if (form.hook() != null) {
      page.append(" action=\"").append(escape.of(form.hook().action(form.handling()))).append('"');
    }
    page.append(" target=\"")
        .append(escape.of(form.target()))
        .append("\" accept-charset=\"")
        .append(form.charset().name())
        .append("\">\n");
    for (FormField field : form.fields()) {
      page.append("<input type=\"hidden\" name=\"")
          .append(escape.of(field.name()))
          .append("\" value=\"")
          .append(escape.of(field.value()))
          .append("\">\n");
    }
    page.append("<button type=\"submit\">")
        .append(escape.of(texts.button()))
        .append("</button>\n</form>\n</main>\n");
    if (texts.script() != null) {
      page.append("<script src=\"").append(escape.of(texts.script())).append("\"></script>\n");
    }
    return page.append("</body>\n</html>\n").toString();
  }

  /** Escapes once, for text and for attributes between double quotes. */
  private static final class Escape {
    private final CharsetEncoder encoder;

    Escape(Charset charset) {
      this.encoder = charset.newEncoder();
    }

    String of(String text) {
      StringBuilder escaped = new StringBuilder(text.length() + 16);
      text.codePoints()
          .forEach(
              c -> {
                switch (c) {
                  case '&' -> escaped.append("&amp;");
                  case '<' -> escaped.append("&lt;");
                  case '>' -> escaped.append("&gt;");
                  case '"' -> escaped.append("&quot;");
                  case '\n' -> escaped.append("&#10;");
                  default -> append(c, escaped);
                }
              });
      return escaped.toString();
    }

    private void append(int c, StringBuilder escaped) {
      if (Character.isISOControl(c) || (c >= 0xD800 && c <= 0xDFFF)) {
        return;
      }
      String character = Character.toString(c);
      if (encoder.canEncode(character)) {
        escaped.append(character);
      } else {
        escaped.append("&#").append(c).append(';');
      }
    }
  }
}
