package nl.topfruit.shop.web.faces;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.AbstractMap;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import nl.topfruit.shop.common.BusinessRuleViolation;

/**
 * Every sentence that a page can show, in each language: {@code #{t['shop.title']}}, with arguments
 * {@code #{t.with('shop.forWhom', name)}}, with a number {@code #{t.count('list.rows', n)}} (keys
 * {@code .one} and {@code .many}). The sentences stand in the bundles of this module, one a
 * capability, and in those of the business rooms, whose refusals are read here too. Arguments stand
 * as {0}, {1}; a quote is a quote. A missing key shows itself as {@code ⟦key⟧}.
 */
@Named("t")
@ApplicationScoped
public class Texts extends AbstractMap<String, String> {
  /** Bundles of this module lie here. */
  static final String FOLDER = "/WEB-INF/classes/nl/topfruit/shop/web/texts/";

  /** Rooms of shop-ejb that may have a bundle of their own: {@code ⟨room⟩/⟨room⟩_nl.properties}. */
  private static final String[] ROOMS = {
    "protocol",
    "security",
    "messaging",
    "account",
    "connection",
    "catalog",
    "calendar",
    "greeting",
    "ordering",
    "fulfilment",
    "punchout",
    "purchasing",
    "invoicing",
    "commitment",
    "demo"
  };

  /** A sentence that chooses its words by a number: {@code {0,choice,…}}. */
  private static final Pattern CHOOSES = Pattern.compile("\\{\\d+,");

  private static final Logger LOG = Logger.getLogger(Texts.class.getName());

  private final Map<Language, Map<String, String>> sentences = new EnumMap<>(Language.class);
  @Inject ServletContext application;

  @PostConstruct
  void load() {
    Collection<String> bundles = application.getResourcePaths(FOLDER);
    for (Language language : Language.values()) {
      Map<String, String> all = new HashMap<>();
      String end = "_" + language.code() + ".properties";
      for (String room : ROOMS) {
        String start = "/nl/topfruit/shop/" + room + "/";
        Map<String, String> patterns = new HashMap<>();
        read(BusinessRuleViolation.class.getResourceAsStream(start + room + end), patterns);
        // there a quote is doubled, because mails and documents are made by MessageFormat
        patterns.forEach((key, pattern) -> all.put(key, pattern.replace("''", "'")));
      }
      for (String bundle : bundles) {
        if (bundle.endsWith(end)) {
          read(application.getResourceAsStream(bundle), all);
        }
      }
      sentences.put(language, all);
    }
  }

  private static void read(InputStream bundle, Map<String, String> into) {
    if (bundle == null) {
      return;
    }
    try (var reader = new InputStreamReader(bundle, StandardCharsets.UTF_8)) {
      Properties properties = new Properties();
      properties.load(reader);
      properties.stringPropertyNames().forEach(key -> into.put(key, properties.getProperty(key)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sentence in the language of the page that is being made. */
  @Override
  public String get(Object key) {
    return get(Language.current(), String.valueOf(key));
  }

  @Override
  public boolean containsKey(Object key) {
    return sentences.get(Language.NL).containsKey(key);
  }

  /** The sentence in a language, for mails and servlets that make no Faces page. */
  public String get(Language language, String key) {
    String sentence = sentences.get(language).get(key);
    if (sentence == null) {
      LOG.log(Level.WARNING, "No text for {0} in {1}", new Object[] {key, language});
      return "\u27e6" + key + "\u27e7";
    }
    return sentence;
  }

  /** The sentence with its arguments: money, days and moments are written as people write them. */
  public String with(String key, Object... arguments) {
    return with(Language.current(), key, arguments);
  }

  public String with(Language language, String key, Object... arguments) {
    String sentence = get(language, key);
    if (CHOOSES.matcher(sentence).find()) {
      return new MessageFormat(sentence, language.locale()).format(arguments);
    }
    for (int i = 0; i < arguments.length; i++) {
      sentence = sentence.replace("{" + i + "}", Formats.plainText(arguments[i], language));
    }
    return sentence;
  }

  /** The sentence for one, or the sentence for many with {0} for how many. */
  public String count(String key, long many) {
    return with(many == 1 ? key + ".one" : key + ".many", many);
  }

  /** What a refused request is told, in the language of the page. */
  public String of(BusinessRuleViolation refusal) {
    return with(refusal.key(), refusal.arguments().toArray());
  }

  /** All sentences of the page's language; for tests and tools, pages ask by key. */
  @Override
  public Set<Entry<String, String>> entrySet() {
    return Map.copyOf(sentences.get(Language.current())).entrySet();
  }
}
