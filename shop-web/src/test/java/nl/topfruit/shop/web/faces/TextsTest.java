package nl.topfruit.shop.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Money;
import org.junit.jupiter.api.Test;

class TextsTest {
  private static final Path CLASSES = Path.of("src/main/resources");
  private static final Path BUSINESS = Path.of("../shop-ejb/src/main/java");
  private static final Pattern REFUSAL =
      Pattern.compile("new BusinessRuleViolation\\(\\s*(?:null|[^,;]+?),\\s*\"([A-Za-z0-9.]+)\"");

  private final Texts texts = read();

  @Test
  void argumentsTakeTheirPlaceAndQuotesStay() {
    assertThat(texts.with(Language.NL, "error.broken.title")).isEqualTo("Hier ging iets mis");
    assertThat(texts.with(Language.EN, "list.page", 2L, 1_200L)).isEqualTo("Page 2 of 1,200");
    assertThat(
            texts.with(
                Language.NL, "greeting.textTooLong", Money.euro("2.5"), LocalDate.of(2026, 11, 26)))
        .contains("€\u00a02,50")
        .contains("do 26 nov");
  }

  @Test
  void aRoomsOwnSentenceIsFoundByItsKey() {
    assertThat(texts.of(new BusinessRuleViolation("card-text", "greeting.textTooLong", 260, 240)))
        .contains("260")
        .contains("240");
    assertThat(texts.get(Language.EN, "calendar.holiday.KINGS_DAY")).isEqualTo("King's Day");
  }

  @Test
  void wordsAreChosenByNumber() {
    assertThat(texts.with(Language.NL, "unit.XBK", 1)).isEqualTo("mand");
    assertThat(texts.with(Language.NL, "unit.XBK", 3)).isEqualTo("manden");
  }

  @Test
  void aMissingSentenceShowsItsKey() {
    assertThat(texts.get(Language.NL, "no.such.key")).contains("no.such.key").startsWith("\u27e6");
  }

  @Test
  void everyRefusalHasASentence() throws IOException {
    Set<String> missing = new TreeSet<>();
    try (Stream<Path> sources = Files.walk(BUSINESS)) {
      for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
        Matcher refusal = REFUSAL.matcher(Files.readString(source));
        while (refusal.find()) {
          if (!texts.containsKey(refusal.group(1))) {
            missing.add(refusal.group(1) + " in " + source.getFileName());
          }
        }
      }
    }
    assertThat(missing).isEmpty();
  }

  private static Texts read() {
    Texts texts = new Texts();
    texts.application =
        (ServletContext)
            Proxy.newProxyInstance(
                TextsTest.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, asked, arguments) -> {
                  String path = ((String) arguments[0]).replace("/WEB-INF/classes/", "");
                  return asked.getName().equals("getResourcePaths")
                      ? bundles(path).stream()
                          .map(file -> "/WEB-INF/classes/" + CLASSES.relativize(file))
                          .collect(Collectors.toSet())
                      : new ByteArrayInputStream(Files.readAllBytes(CLASSES.resolve(path)));
                });
    texts.load();
    return texts;
  }

  private static List<Path> bundles(String folder) throws IOException {
    try (Stream<Path> files = Files.list(CLASSES.resolve(folder))) {
      return files.toList();
    }
  }
}
