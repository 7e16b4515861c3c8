package nl.topfruit.shop.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PublicTypesTest {

  private static final String HOUSE = "nl.topfruit.shop";
  private static final String FIXTURE =
      PublicTypesTest.class.getPackageName() + ".fixture.publictypes";

  @Test
  void publicIsOnlyWhatAnotherRoomUses() {
    JavaClasses house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(HOUSE);
    // The last room of the list uses all others: without it nothing is known of what is used.
    assumeTrue(house.stream().anyMatch(each -> each.getPackageName().equals(HOUSE + ".demo")));

    Set<String> found = PublicTypes.thatNobodyElseUses(house, HOUSE);

    assertThat(found).filteredOn(name -> !name.startsWith(HOUSE + ".web.")).isEmpty();
  }

  @Test
  void typeThatOnlyItsOwnRoomUsesIsFound() {
    JavaClasses fixture = new ClassFileImporter().importPackages(FIXTURE);

    assertThat(PublicTypes.thatNobodyElseUses(fixture, FIXTURE))
        .containsExactlyInAnyOrder(
            FIXTURE + ".ordering.BreaksUsedByNobody",
            FIXTURE + ".ordering.BreaksUsedByItsOwnRoom",
            FIXTURE + ".purchasing.BreaksCallingOnly");
  }
}
