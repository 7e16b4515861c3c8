package nl.topfruit.shop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SourceRulesTest {

  private static final Path MODULE = Path.of(System.getProperty("basedir", ""));
  private static final List<String> MODULES =
      List.of("shop-ejb", "shop-web", "shop-ear", "wildfly-config");

  @ParameterizedTest
  @EnumSource
  void houseKeepsTheRule(SourceRule rule) {
    Path house = MODULE.toAbsolutePath().getParent();
    assertThat(
            MODULES.stream()
                .map(house::resolve)
                .flatMap(module -> rule.violationsIn(module).stream()))
        .isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "MIGRATIONS_SAY_WHOSE_THEY_ARE, 3",
    "HIBERNATE_NEVER_ALTERS_A_SCHEMA, 1",
    "EVERY_ROOM_SAYS_WHAT_IT_IS_FOR, 2",
    "OPEN_METHODS_SAY_WHY, 2",
    "NO_EXCEPTION_IS_SWALLOWED, 1",
    "NOTHING_IS_LEFT_FOR_LATER, 2",
    "BUNDLES_SPEAK_BOTH_LANGUAGES, 2",
    "PAGES_STAY_SMALL, 2"
  })
  void ruleFindsWhatBreaksItAndNothingElse(SourceRule rule, int violations) throws Exception {
    assertThat(rule.violationsIn(fixture(rule, "breaks"))).hasSize(violations);
    assertThat(rule.violationsIn(fixture(rule, "keeps"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void everyRuleHasAFixtureThatBreaksIt(SourceRule rule) throws Exception {
    assertThat(rule.violationsIn(fixture(rule, "breaks"))).isNotEmpty();
  }

  private static Path fixture(SourceRule rule, String kind) throws URISyntaxException {
    URL folder = SourceRulesTest.class.getResource("/architecture/" + rule.fixture() + "/" + kind);
    assertThat(folder).as("fixture of " + rule).isNotNull();
    return Path.of(folder.toURI());
  }
}
