package nl.topfruit.shop.invoicing;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import nl.topfruit.shop.invoicing.InvoiceDocument.Identifier;

/** The room's words in one language: Dutch, or English for everybody else. */
final class Sentences {
  private static final String BUNDLE = "nl.topfruit.shop.invoicing.invoicing";

  private final ResourceBundle bundle;
  private final Locale locale;

  private Sentences(Locale locale) {
    this.locale = locale;
    this.bundle =
        ResourceBundle.getBundle(
            BUNDLE,
            locale,
            Sentences.class.getClassLoader(),
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
  }

  static Sentences in(Locale locale) {
    boolean dutch = locale.getLanguage().equals("nl");
    return new Sentences(dutch ? Locale.forLanguageTag("nl-NL") : Locale.UK);
  }

  Locale locale() {
    return locale;
  }

  /** The sentence of a key that is certainly there, with what it names. */
  String of(String key, Object... arguments) {
    return new MessageFormat(bundle.getString(key), locale).format(arguments);
  }

  /** The sentence of a key that need not be there. */
  Optional<String> find(String key, Object... arguments) {
    return bundle.containsKey(key) ? Optional.of(of(key, arguments)) : Optional.empty();
  }

  /** A number with the name of its list: "KvK 12345678". */
  String identifier(Identifier id) {
    return find("pdf.scheme." + id.scheme(), id.value()).orElse(id.scheme() + ":" + id.value());
  }
}
