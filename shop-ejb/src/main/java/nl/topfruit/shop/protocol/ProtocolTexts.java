package nl.topfruit.shop.protocol;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The sentences of this room in Dutch and English. */
public final class ProtocolTexts {

  private static final String BUNDLE = "nl.topfruit.shop.protocol.protocol";
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  private ProtocolTexts() {}

  /**
   * @param locale English for English, Dutch for every other
   * @param key as in {@link UnreadableMessage.Fault#key()}
   */
  public static String sentence(Locale locale, String key, Object... arguments) {
    Locale language = "en".equals(locale.getLanguage()) ? Locale.ENGLISH : DUTCH;
    String pattern = ResourceBundle.getBundle(BUNDLE, language).getString(key);
    return new MessageFormat(pattern, language).format(arguments);
  }

  public static String sentence(Locale locale, UnreadableMessage.Fault fault) {
    return sentence(locale, fault.key(), fault.arguments().toArray());
  }

  /** All faults of the message, one sentence after the other. */
  public static String sentence(Locale locale, UnreadableMessage message) {
    return message.faults().stream()
        .map(fault -> sentence(locale, fault))
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
