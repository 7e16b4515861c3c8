package nl.topfruit.shop.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DutchHolidaysTest {

  /** From the tables of the Easter dates, with the earliest and the latest that can be. */
  @ParameterizedTest
  @CsvSource({
    "1818-03-22", "1943-04-25", "2000-04-23", "2008-03-23", "2024-03-31", "2025-04-20",
    "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01", "2030-04-21", "2031-04-13",
    "2038-04-25", "2049-04-18", "2076-04-19", "2285-03-22"
  })
  void easterIsTheSundayOfTheTables(LocalDate easter) {
    assertThat(DutchHolidays.easterSunday(easter.getYear())).isEqualTo(easter);
  }

  @Test
  void theHolidaysOf2026AreThoseOfTheWallCalendar() {
    assertThat(DutchHolidays.in(2026))
        .containsExactly(
            Map.entry(LocalDate.parse("2026-01-01"), Holiday.NEW_YEARS_DAY),
            Map.entry(LocalDate.parse("2026-04-05"), Holiday.EASTER_SUNDAY),
            Map.entry(LocalDate.parse("2026-04-06"), Holiday.EASTER_MONDAY),
            Map.entry(LocalDate.parse("2026-04-27"), Holiday.KINGS_DAY),
            Map.entry(LocalDate.parse("2026-05-14"), Holiday.ASCENSION_DAY),
            Map.entry(LocalDate.parse("2026-05-24"), Holiday.WHIT_SUNDAY),
            Map.entry(LocalDate.parse("2026-05-25"), Holiday.WHIT_MONDAY),
            Map.entry(LocalDate.parse("2026-12-25"), Holiday.CHRISTMAS_DAY),
            Map.entry(LocalDate.parse("2026-12-26"), Holiday.SECOND_CHRISTMAS_DAY));
  }

  @ParameterizedTest
  @CsvSource({
    // 27 April is a Sunday in these years
    "2014-04-26, 2014-04-27",
    "2025-04-26, 2025-04-27",
    "2031-04-26, 2031-04-27",
    // and an ordinary day in these
    "2026-04-27, 2026-04-26",
    "2028-04-27, 2028-04-26"
  })
  void kingsDayIsTheSaturdayWhenTheBirthdayIsASunday(LocalDate kingsDay, LocalDate notIt) {
    assertThat(DutchHolidays.on(kingsDay)).contains(Holiday.KINGS_DAY);
    assertThat(DutchHolidays.on(notIt).filter(Holiday.KINGS_DAY::equals)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {2025, 2030, 2035})
  void liberationDayIsADayOffInLustrumYears(int year) {
    assertThat(DutchHolidays.on(LocalDate.of(year, 5, 5))).contains(Holiday.LIBERATION_DAY);
  }

  @ParameterizedTest
  @ValueSource(ints = {2026, 2027, 2028, 2029})
  void liberationDayIsAnOrdinaryDayInOtherYears(int year) {
    assertThat(DutchHolidays.on(LocalDate.of(year, 5, 5))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-03", "2026-12-24", "2026-12-31", "2026-12-05"})
  void goodFridayAndTheEvesAreOrdinaryDays(LocalDate day) {
    assertThat(DutchHolidays.on(day)).isEmpty();
  }

  @Test
  void ascensionMayFallOnTheFifthOfMay() {
    assertThat(DutchHolidays.on(LocalDate.parse("2016-05-05"))).contains(Holiday.ASCENSION_DAY);
  }

  @Test
  void everyYearHasEveryHolidayOnce() {
    for (int year = 2014; year < 2114; year++) {
      List<Holiday> expected =
          List.of(Holiday.values()).stream()
              .filter(it -> it != Holiday.LIBERATION_DAY)
              .collect(Collectors.toList());
      assertThat(DutchHolidays.in(year).values())
          .as(Year.of(year).toString())
          .filteredOn(it -> it != Holiday.LIBERATION_DAY)
          .containsExactlyInAnyOrderElementsOf(expected);
    }
  }
}
