package nl.topfruit.shop.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WebRulesTest {

  private static final String WEB = "nl.topfruit.shop.web";
  private static final String FIXTURES = WebRulesTest.class.getPackageName() + ".fixture.";

  private static JavaClasses web;

  @BeforeAll
  static void readThePages() {
    web =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(WEB);
  }

  @ParameterizedTest
  @EnumSource
  void pagesKeepTheRule(WebRule rule) {
    rule.over(WEB).allowEmptyShould(true).check(web);
  }

  @ParameterizedTest
  @EnumSource
  void ruleFailsOnItsFixture(WebRule rule) {
    String root = FIXTURES + rule.fixture();
    JavaClasses fixture = new ClassFileImporter().importPackages(root);
    EvaluationResult result = rule.over(root).evaluate(fixture);
    String report = String.join("\n", result.getFailureReport().getDetails());

    assertThat(result.hasViolation()).isTrue();
    assertThat(fixture)
        .filteredOn(each -> each.getSimpleName().startsWith("Breaks"))
        .isNotEmpty()
        .allSatisfy(each -> assertThat(report).contains(each.getName()));
    assertThat(fixture)
        .filteredOn(each -> each.getSimpleName().startsWith("Keeps"))
        .allSatisfy(each -> assertThat(report).doesNotContain(each.getName()));
  }
}
