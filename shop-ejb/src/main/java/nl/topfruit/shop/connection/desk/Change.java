package nl.topfruit.shop.connection.desk;

import java.util.Locale;
import java.util.MissingResourceException;
import nl.topfruit.shop.common.Texts;

/**
 * One field that is otherwise than before.
 *
 * @param field what it is called, in the reader's language
 * @param before null when there was none
 * @param after null when there is none any more
 */
public record Change(String field, String before, String after) {

  /** The name of a field for people; a field that has none is called by its path. */
  static String label(String path, Locale reader) {
    int open = path.indexOf('[');
    String known = open < 0 ? path : path.substring(0, open);
    String rest = open < 0 ? "" : " " + path.substring(open + 1, path.length() - 1);
    try {
      return Texts.of("connection.connection", reader, "connection.field." + known) + rest;
    } catch (MissingResourceException unnamed) {
      return path.substring(path.indexOf('.') + 1);
    }
  }
}
