package nl.topfruit.shop.common;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Sentences for people, from the bundle of a room, in Dutch unless the reader reads English. */
public final class Texts {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  private Texts() {}

  /**
   * @param bundle room and file, such as "punchout.punchout"
   * @param key of the sentence
   * @param arguments what it names
   * @throws java.util.MissingResourceException when there is no such sentence
   */
  public static String of(String bundle, Locale reader, String key, Object... arguments) {
    Locale language = "en".equals(reader.getLanguage()) ? Locale.ENGLISH : DUTCH;
    String pattern =
        ResourceBundle.getBundle("nl.topfruit.shop." + bundle, language).getString(key);
    return new MessageFormat(pattern, language).format(arguments);
  }
}
