package nl.topfruit.shop.web.faces;

/**
 * What an autocomplete offers where a thing has a code and a name: "4120 · Verpleging Lindehof".
 * Who types only the code has said enough.
 */
public final class Suggestion {
  private static final String BETWEEN = " · ";

  private Suggestion() {}

  public static String of(String code, String name) {
    return code + BETWEEN + name;
  }

  /** The code in what was chosen or typed; null for nothing. */
  public static String code(String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    int end = text.indexOf(BETWEEN);
    return (end < 0 ? text : text.substring(0, end)).strip();
  }
}
