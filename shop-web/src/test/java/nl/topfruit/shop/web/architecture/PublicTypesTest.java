package nl.topfruit.shop.web.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Set;
import java.util.stream.Stream;
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
    // As long as an audience is missing, nobody knows what it will use.
    assumeTrue(
        Stream.of("shop", "portal", "office", "simulator")
            .map(audience -> HOUSE + ".web." + audience)
            .allMatch(name -> house.stream().anyMatch(it -> it.getPackageName().equals(name))));

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
