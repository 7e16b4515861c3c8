package nl.topfruit.shop.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PageFilesTest {
  private static final Path FIXTURES = Path.of("src/test/resources/pages");

  @ParameterizedTest
  @EnumSource
  void pagesKeepTheRule(PageFile rule) {
    assertThat(rule.violationsIn(Path.of("src/main"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void ruleFailsOnItsFixture(PageFile rule) {
    Path fixture = FIXTURES.resolve(rule.fixture());
    assertThat(rule.violationsIn(fixture.resolve("breaks"))).isNotEmpty();
    assertThat(rule.violationsIn(fixture.resolve("keeps"))).isEmpty();
  }
}
