package nl.topfruit.shop.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsInPagesTest {
  private static final Path BUNDLES = Path.of("src/main/resources/nl/topfruit/shop/web/texts");

  /** A page may show what a room says to a refusal, too. */
  private static final Path ROOMS = Path.of("../shop-ejb/src/main/resources/nl/topfruit/shop");

  private static final Path PAGES = Path.of("src/main/webapp");
  private static final Pattern KEY = Pattern.compile("\\bt(?:\\[|\\.with\\(|\\.count\\()'([^']+)'");

  @Test
  void everyKeyThatAPageNamesHasASentence() throws IOException {
    Set<String> known = new TreeSet<>(keys(BUNDLES).keySet());
    known.addAll(keys(ROOMS).keySet());
    Map<String, Set<String>> missing = new TreeMap<>();
    for (Path page : files(PAGES, ".xhtml")) {
      Matcher asked = KEY.matcher(Files.readString(page));
      while (asked.find()) {
        String key = asked.group(1);
        boolean there =
            asked.group().contains("count(")
                ? known.contains(key + ".one") && known.contains(key + ".many")
                : known.contains(key);
        // a key that ends in a dot or is put together continues in the expression
        if (!there && !key.endsWith(".")) {
          missing.computeIfAbsent(page.toString(), any -> new TreeSet<>()).add(key);
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void noKeyStandsInTwoBundles() throws IOException {
    assertThat(keys(BUNDLES)).allSatisfy((key, bundles) -> assertThat(bundles).as(key).hasSize(1));
  }

  private static Map<String, Set<String>> keys(Path folder) throws IOException {
    Map<String, Set<String>> keys = new HashMap<>();
    for (Path bundle : files(folder, "_nl.properties")) {
      Properties sentences = new Properties();
      try (Reader reader = Files.newBufferedReader(bundle)) {
        sentences.load(reader);
      }
      for (String key : sentences.stringPropertyNames()) {
        keys.computeIfAbsent(key, any -> new TreeSet<>()).add(bundle.getFileName().toString());
      }
    }
    return keys;
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    }
  }
}
