package nl.topfruit.shop.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CalendarTextTest {

  private static final CalendarText DUTCH = CalendarText.in(Locale.forLanguageTag("nl-NL"));
  private static final CalendarText ENGLISH = CalendarText.in(Locale.UK);
  private static final LocalDate TODAY = LocalDate.parse("2026-11-25");
  private static final LocalDate THURSDAY = LocalDate.parse("2026-11-26");
  private static final ZonedDateTime NOON = ZonedDateTime.parse("2026-11-25T11:00Z");

  @Test
  void dayIsWrittenAsOnTheDesign() {
    assertThat(DUTCH.day(THURSDAY)).isEqualTo("do 26 nov");
    assertThat(DUTCH.dayWithYear(TODAY)).isEqualTo("wo 25 nov 2026");
    assertThat(ENGLISH.dayWithYear(TODAY)).isEqualTo("Wed 25 Nov 2026");
    assertThat(DUTCH.moment(NOON)).isEqualTo("wo 25 nov 12:00");
  }

  @Test
  void promiseNamesTheMomentOfApprovalAndTheDay() {
    assertThat(DUTCH.promise(THURSDAY, NOON, TODAY, true))
        .isEqualTo("goedgekeurd vóór wo 12:00: do 26 nov");
    assertThat(ENGLISH.promise(THURSDAY, NOON, TODAY, false))
        .isEqualTo("ordered before Wed 12:00: Thu 26 Nov");
    assertThat(DUTCH.hint(THURSDAY, NOON, true))
        .isEqualTo("Goedgekeurd vóór wo 25 nov 12:00, dan bezorgd do 26 nov.");
  }

  @Test
  void weekdayAloneIsOnlySaidWhereItCanMeanOneDay() {
    assertThat(DUTCH.nearMoment(NOON.plusDays(6), TODAY)).isEqualTo("di 12:00");
    assertThat(DUTCH.nearMoment(NOON.plusDays(7), TODAY)).isEqualTo("wo 2 dec 12:00");
    assertThat(DUTCH.nearMoment(NOON.minusDays(1), TODAY)).isEqualTo("di 24 nov 12:00");
  }

  @ParameterizedTest
  @EnumSource
  void everyStatusHasItsSentence(DayStatus status) {
    Day day = new Day(THURSDAY, status, Holiday.KINGS_DAY, "het pand is dicht (verhuizing)");
    for (CalendarText text : new CalendarText[] {DUTCH, ENGLISH}) {
      assertThat(text.status(day)).endsWith(".").doesNotContain("{", "calendar.", "null");
    }
  }

  @Test
  void sentenceNamesHolidayReasonOrWeekday() {
    assertThat(DUTCH.status(new Day(THURSDAY, DayStatus.HOLIDAY, Holiday.KINGS_DAY, null)))
        .isEqualTo("do 26 nov is Koningsdag: dan bezorgen wij niet. Kies een andere dag.");
    assertThat(ENGLISH.status(new Day(THURSDAY, DayStatus.CLOSED, null, "it's moving day")))
        .isEqualTo("We do not deliver on Thu 26 Nov: it's moving day. Choose another day.");
    assertThat(
            DUTCH.status(
                new Day(LocalDate.parse("2026-11-29"), DayStatus.CLOSED_WEEKDAY, null, null)))
        .isEqualTo("Op zondag bezorgen wij niet. Kies een andere dag.");
    assertThat(ENGLISH.holiday(Holiday.NEW_YEARS_DAY)).isEqualTo("New Year's Day");
  }

  @Test
  void bothLanguagesHaveTheSameSentences() {
    String bundle = "nl.topfruit.shop.calendar.calendar";
    assertThat(new TreeSet<>(ResourceBundle.getBundle(bundle, Locale.ENGLISH).keySet()))
        .isEqualTo(
            new TreeSet<>(ResourceBundle.getBundle(bundle, Locale.forLanguageTag("nl")).keySet()));
  }

  @ParameterizedTest
  @EnumSource
  void everyHolidayHasItsName(Holiday holiday) {
    assertThat(DUTCH.holiday(holiday)).isNotBlank();
    assertThat(ENGLISH.holiday(holiday)).isNotBlank();
  }
}
