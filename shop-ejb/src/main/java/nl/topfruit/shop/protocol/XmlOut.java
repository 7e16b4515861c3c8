package nl.topfruit.shop.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/**
 * Writes an XML document from top to bottom. What has nothing to say is not written: a leaf without
 * text and an attribute without value leave no trace. Characters that XML cannot hold are left out.
 */
public final class XmlOut {

  private static final Pattern ILLEGAL =
      Pattern.compile("[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

  private final StringBuilder text =
      new StringBuilder(4096).append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
  private final Deque<String> open = new ArrayDeque<>();

  /** Inserts the document type declaration. */
  public XmlOut doctype(String root, String systemId) {
    text.append("<!DOCTYPE ").append(root).append(" SYSTEM \"").append(systemId).append("\">\n");
    return this;
  }

  /**
   * Opens an element.
   *
   * @param attributes name, value, name, value…; a null value leaves the attribute out
   */
  public XmlOut start(String name, String... attributes) {
    tag(name, attributes);
    text.append(">\n");
    open.push(name);
    return this;
  }

  /** Closes the element opened last. */
  public XmlOut end() {
    String name = open.pop();
    indent();
    text.append("</").append(name).append(">\n");
    return this;
  }

  /** An element with text; nothing when the text is null or blank. */
  public XmlOut leaf(String name, Object value, String... attributes) {
    if (value == null || value.toString().isBlank()) {
      return this;
    }
    tag(name, attributes);
    text.append('>')
        .append(escaped(value.toString(), false))
        .append("</")
        .append(name)
        .append(">\n");
    return this;
  }

  /** An element that must be there and may be empty. */
  public XmlOut required(String name, Object value, String... attributes) {
    if (value == null || value.toString().isBlank()) {
      tag(name, attributes);
      text.append("/>\n");
      return this;
    }
    return leaf(name, value, attributes);
  }

  /** The document in UTF-8, without byte order mark. */
  public byte[] bytes() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("Not closed: " + open);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void tag(String name, String... attributes) {
    indent();
    text.append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      if (attributes[i + 1] != null) {
        text.append(' ')
            .append(attributes[i])
            .append("=\"")
            .append(escaped(attributes[i + 1], true))
            .append('"');
      }
    }
  }

  private void indent() {
    text.append("  ".repeat(open.size()));
  }

  private static String escaped(String value, boolean attribute) {
    String legal = ILLEGAL.matcher(value).replaceAll("");
    String escaped =
        legal
            .replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\r", "&#13;");
    return attribute
        ? escaped.replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
        : escaped;
  }
}
