package nl.topfruit.shop.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HouseRulesTest {

  private static final String HOUSE = "nl.topfruit.shop";
  private static final String FIXTURES = HouseRulesTest.class.getPackageName() + ".fixture.";

  private static JavaClasses house;

  @BeforeAll
  static void readTheHouse() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);
  }

  @ParameterizedTest
  @EnumSource
  void houseKeepsTheRule(HouseRule rule) {
    rule.over(HOUSE).allowEmptyShould(true).check(house);
  }

  @ParameterizedTest
  @EnumSource
  void ruleFailsOnItsFixture(HouseRule rule) {
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
        .allSatisfy(each -> assertThat(report).doesNotContain(nameAlone(each)));
  }

  private static String nameAlone(JavaClass each) {
    return each.getName();
  }
}
