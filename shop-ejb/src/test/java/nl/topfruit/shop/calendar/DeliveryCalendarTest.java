package nl.topfruit.shop.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryCalendarTest {

  private static final DeliveryCalendar CALENDAR = DeliveryCalendar.usual();
  private static final Set<LocalDate> HOLIDAYS =
      IntStream.rangeClosed(2023, 2040)
          .boxed()
          .flatMap(year -> DutchHolidays.in(year).keySet().stream())
          .collect(Collectors.toUnmodifiableSet());

  // ---- known answers

  @ParameterizedTest(name = "{0} approval {1}: {2} on {3}")
  @CsvSource({
    // an ordinary week: Wednesday 25 November 2026
    "2026-11-25T11:59:59, 0, A, 2026-11-26",
    "2026-11-25T12:00:00, 0, A, 2026-11-27",
    "2026-11-25T11:59:59, 0, B, 2026-11-27",
    "2026-11-25T12:00:00, 0, B, 2026-11-28",
    "2026-11-25T09:00:00, 0, C, 2026-11-30",
    "2026-11-26T11:59:59, 0, C, 2026-11-30",
    "2026-11-26T12:00:00, 0, C, 2026-12-07",
    "2026-11-25T09:00:00, 0, D, 2026-12-02",
    "2026-11-25T12:00:00, 0, D, 2026-12-03",
    "2026-11-25T09:00:00, 0, E, 2026-12-09",
    // Saturday is delivered and is no working day; Sunday is neither
    "2026-11-27T11:59:59, 0, A, 2026-11-28",
    "2026-11-27T12:00:00, 0, A, 2026-12-01",
    "2026-11-28T09:00:00, 0, A, 2026-12-01",
    "2026-11-29T23:59:59, 0, A, 2026-12-01",
    "2026-11-30T12:00:00, 0, A, 2026-12-02",
    // approval in working days, at the same time of the day
    "2026-11-23T11:59:00, 1, A, 2026-11-25",
    "2026-11-23T12:00:00, 1, A, 2026-11-26",
    "2026-11-23T09:00:00, 3, A, 2026-11-27",
    "2026-11-25T09:00:00, 1, C, 2026-11-30",
    "2026-11-25T12:00:00, 1, C, 2026-12-07",
    // asked on Friday afternoon, approved on Monday afternoon
    "2026-11-27T15:00:00, 1, A, 2026-12-02",
    // asked in the weekend: Monday is the approver's day, so it is final when Tuesday begins
    "2026-11-28T15:00:00, 1, A, 2026-12-02",
    "2026-11-29T23:00:00, 1, A, 2026-12-02",
    // Christmas 2026: Friday and Saturday
    "2026-12-23T11:00:00, 0, A, 2026-12-24",
    "2026-12-23T12:00:00, 0, A, 2026-12-28",
    "2026-12-24T11:59:00, 0, A, 2026-12-28",
    "2026-12-24T12:00:00, 0, A, 2026-12-29",
    "2026-12-23T12:00:00, 0, C, 2026-12-28",
    "2026-12-31T12:00:00, 0, A, 2027-01-05",
    "2026-12-31T11:00:00, 0, A, 2027-01-02",
    // Easter 2026: Sunday 5 and Monday 6 April; Good Friday is a working day
    "2026-04-02T11:00:00, 0, A, 2026-04-03",
    "2026-04-03T11:00:00, 0, A, 2026-04-04",
    "2026-04-03T12:00:00, 0, A, 2026-04-08",
    "2026-03-31T09:00:00, 0, C, 2026-04-13",
    // Ascension is a Thursday (14 May 2026): fruit at work is decided on Wednesday
    "2026-05-13T11:59:00, 0, C, 2026-05-18",
    "2026-05-13T12:00:00, 0, C, 2026-06-01",
    "2026-05-13T12:00:00, 0, A, 2026-05-16",
    // over the change to summer time (29 March 2026) and back (25 October 2026)
    "2026-03-27T11:59:59, 0, A, 2026-03-28",
    "2026-03-27T12:00:00, 0, A, 2026-03-31",
    "2026-03-30T11:59:59, 0, A, 2026-03-31",
    "2026-03-27T11:59:59, 1, A, 2026-03-31",
    "2026-10-23T11:59:59, 1, A, 2026-10-27",
    "2026-10-23T12:00:00, 1, A, 2026-10-28",
    // leap day
    "2028-02-28T11:00:00, 0, A, 2028-02-29",
    "2028-02-28T12:00:00, 0, A, 2028-03-01",
    "2028-02-24T11:00:00, 0, D, 2028-03-02",
    // King's Day on a Saturday, and Liberation Day in a lustrum year
    "2025-04-25T11:00:00, 0, A, 2025-04-28",
    "2025-05-02T12:00:00, 0, A, 2025-05-07",
    "2026-05-04T11:00:00, 0, A, 2026-05-05"
  })
  void earliestDayIs(LocalDateTime now, int approvalDays, CutOffClass ofProduct, LocalDate day) {
    assertThat(CALENDAR.earliest(ofProduct, at(now), approvalDays)).contains(day);
  }

  @ParameterizedTest(name = "{0} of class {1}: {2}")
  @CsvSource({
    "2026-11-26, A, 2026-11-25T12:00+01:00",
    "2026-11-28, A, 2026-11-27T12:00+01:00",
    "2026-11-30, A, 2026-11-27T12:00+01:00",
    "2026-11-26, B, 2026-11-24T12:00+01:00",
    "2026-11-30, C, 2026-11-26T12:00+01:00",
    "2026-05-18, C, 2026-05-13T12:00+02:00",
    "2026-12-24, D, 2026-12-17T12:00+01:00",
    "2026-12-24, E, 2026-12-10T12:00+01:00",
    "2026-12-29, A, 2026-12-28T12:00+01:00",
    "2026-12-28, A, 2026-12-24T12:00+01:00",
    "2027-01-02, A, 2026-12-31T12:00+01:00",
    // summer time began on the Sunday between
    "2026-03-30, A, 2026-03-27T12:00+01:00",
    "2026-03-31, A, 2026-03-30T12:00+02:00",
    "2026-10-26, A, 2026-10-23T12:00+02:00"
  })
  void mustBeFinalBefore(LocalDate day, CutOffClass ofProduct, ZonedDateTime moment) {
    assertThat(CALENDAR.approvedBefore(day, ofProduct).toOffsetDateTime())
        .isEqualTo(moment.toOffsetDateTime());
    assertThat(CALENDAR.decideBefore(day, ofProduct)).isEqualTo(moment.toInstant());
  }

  @ParameterizedTest(name = "{0} class {1}: {2}")
  @CsvSource({
    "2026-11-24, A, PAST",
    "2026-11-25, A, CUT_OFF_PASSED",
    "2026-11-26, A, OPEN",
    "2026-11-26, B, CUT_OFF_PASSED",
    "2026-11-28, A, FULL",
    "2026-11-29, A, CLOSED_WEEKDAY",
    "2026-12-01, A, OPEN",
    "2026-12-01, C, OTHER_WEEKDAY",
    "2026-11-30, C, OPEN",
    "2026-12-04, A, CLOSED",
    "2026-12-20, A, OPEN",
    "2026-12-25, A, HOLIDAY",
    // a day off that is a Sunday is a Sunday
    "2027-03-28, A, CLOSED_WEEKDAY",
    "2027-11-25, A, OPEN",
    "2027-11-26, A, TOO_FAR"
  })
  void statusGivesTheFirstReason(LocalDate day, CutOffClass ofProduct, DayStatus status) {
    DeliveryCalendar calendar =
        CALENDAR
            .withFullDays(Set.of(LocalDate.parse("2026-11-28")))
            .withOpenDays(Set.of(LocalDate.parse("2026-12-20")))
            .withClosedDays(Map.of(LocalDate.parse("2026-12-04"), "inventarisatie"));
    Instant now = at(LocalDateTime.parse("2026-11-25T10:00"));

    assertThat(calendar.status(day, ofProduct, now, 0)).isEqualTo(status);
    assertThat(calendar.day(day, ofProduct, now, 0))
        .isEqualTo(
            new Day(
                day,
                status,
                status == DayStatus.HOLIDAY ? Holiday.CHRISTMAS_DAY : null,
                status == DayStatus.CLOSED ? "inventarisatie" : null));
  }

  // ---- orders that come late

  @ParameterizedTest(name = "wanted {1}, ordered {0}: {3}")
  @CsvSource({
    "2026-11-25T11:00, 2026-11-26, A, 2026-11-26",
    "2026-11-25T12:00, 2026-11-26, A, 2026-11-27",
    "2026-11-30T09:00, 2026-11-26, A, 2026-12-01",
    "2026-11-26T12:00, 2026-11-30, C, 2026-12-07",
    "2026-11-25T11:00, 2026-11-29, A, 2026-11-30",
    "2026-11-25T11:00, 2026-12-25, A, 2026-12-28",
    "2026-11-25T11:00, 2027-01-04, A, 2027-01-04"
  })
  void lateOrderMovesToTheNextOpenDayAndNeverForward(
      LocalDateTime now, LocalDate wanted, CutOffClass ofProduct, LocalDate delivered) {
    assertThat(CALENDAR.nextPossible(wanted, ofProduct, at(now))).contains(delivered);
  }

  @Test
  void heldPlaceStandsOnAFullDayForItsHolderOnly() {
    LocalDate thursday = LocalDate.parse("2026-11-26");
    Instant now = at(LocalDateTime.parse("2026-11-25T10:00"));
    DeliveryCalendar full = CALENDAR.withFullDays(Set.of(thursday, thursday.plusDays(1)));

    assertThat(full.nextPossible(thursday, CutOffClass.A, now)).contains(thursday.plusDays(2));
    assertThat(full.withPlaceHeldOn(thursday).nextPossible(thursday, CutOffClass.A, now))
        .contains(thursday);
    assertThat(full.withPlaceHeldOn(thursday).status(thursday.plusDays(1), CutOffClass.A, now, 0))
        .isEqualTo(DayStatus.FULL);
  }

  @Test
  void calendarWithoutAnyRoomHasNoEarliestDay() {
    Instant now = at(LocalDateTime.parse("2026-11-25T10:00"));
    DeliveryCalendar closed = CALENDAR.withClosedWeekdays(Set.of(DayOfWeek.values()));

    assertThat(closed.earliest(CutOffClass.A, now, 0)).isEmpty();
    assertThat(closed.nextPossible(LocalDate.parse("2026-11-26"), CutOffClass.A, now)).isEmpty();
    assertThat(CALENDAR.nextPossible(LocalDate.parse("9999-12-31"), CutOffClass.A, now)).isEmpty();
  }

  // ---- data

  @Test
  void dayThatStaffClosedIsNoWorkingDayForCutOffsButTheApproverWorks() {
    LocalDate friday = LocalDate.parse("2026-11-27");
    DeliveryCalendar calendar = CALENDAR.withClosedDays(Map.of(friday, "verhuizing"));

    assertThat(calendar.approvedBefore(LocalDate.parse("2026-11-30"), CutOffClass.A))
        .isEqualTo(ZonedDateTime.of(2026, 11, 26, 12, 0, 0, 0, DeliveryCalendar.ZONE));
    assertThat(DeliveryCalendar.plusWorkingDays(friday.minusDays(1), 1)).isEqualTo(friday);
  }

  @Test
  void dayThatStaffOpenedIsDeliveredAndCountsForNoWorkingDay() {
    LocalDate sunday = LocalDate.parse("2026-12-20");
    DeliveryCalendar calendar = CALENDAR.withOpenDays(Set.of(sunday));

    assertThat(calendar.deliversOn(sunday)).isTrue();
    assertThat(CALENDAR.deliversOn(sunday)).isFalse();
    assertThat(calendar.approvedBefore(sunday, CutOffClass.A))
        .isEqualTo(ZonedDateTime.of(2026, 12, 18, 12, 0, 0, 0, DeliveryCalendar.ZONE));
    assertThat(calendar.approvedBefore(sunday.plusDays(1), CutOffClass.A))
        .isEqualTo(ZonedDateTime.of(2026, 12, 18, 12, 0, 0, 0, DeliveryCalendar.ZONE));
  }

  @Test
  void cutOffMayHaveItsOwnTimeOnAWeekday() {
    DeliveryCalendar calendar =
        CALENDAR.withCutOff(
            CutOffClass.A,
            CutOff.workingDays(1, LocalTime.NOON)
                .withTimeOn(DayOfWeek.FRIDAY, LocalTime.of(10, 0)));

    assertThat(calendar.approvedBefore(LocalDate.parse("2026-11-28"), CutOffClass.A).toLocalTime())
        .isEqualTo(LocalTime.of(10, 0));
    assertThat(calendar.approvedBefore(LocalDate.parse("2026-11-27"), CutOffClass.A).toLocalTime())
        .isEqualTo(LocalTime.NOON);
    // the other classes keep their meaning
    assertThat(calendar.approvedBefore(LocalDate.parse("2026-11-28"), CutOffClass.B))
        .isEqualTo(CALENDAR.approvedBefore(LocalDate.parse("2026-11-28"), CutOffClass.B));
  }

  @Test
  void nonsenseIsRefused() {
    Instant now = at(LocalDateTime.parse("2026-11-25T10:00"));
    assertThatThrownBy(() -> CALENDAR.earliest(CutOffClass.A, now, -1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CALENDAR.earliest(CutOffClass.A, now, 61))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CutOff.workingDays(0, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> CutOff.workingDays(61, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
    LocalDate today = LocalDate.parse("2026-11-25");
    assertThatThrownBy(() -> CALENDAR.days(today, today.plusYears(2), CutOffClass.A, now, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // ---- the grid

  @Test
  void monthIsGivenInWholeWeeks() {
    Instant now = at(LocalDateTime.parse("2026-11-25T10:00"));
    List<Day> days = CALENDAR.month(YearMonth.of(2026, 12), CutOffClass.A, now, 0);

    assertThat(days).hasSize(35);
    assertThat(days.get(0).date()).isEqualTo(LocalDate.parse("2026-11-30"));
    assertThat(days.get(34).date()).isEqualTo(LocalDate.parse("2027-01-03"));
    assertThat(days)
        .allSatisfy(
            day ->
                assertThat(day.status())
                    .isEqualTo(CALENDAR.status(day.date(), CutOffClass.A, now, 0)));
  }

  // ---- every day of a year

  /**
   * An ordinary year, a leap year, a lustrum year, and those with the earliest and latest Easter
   * near us; every day, class and approval time, at five moments around midnight, the cut-off and
   * the changes of the clock.
   */
  @ParameterizedTest
  @ValueSource(ints = {2024, 2026, 2028, 2030, 2038})
  void everyDayOfAYearKeepsTheRules(int year) {
    DeliveryCalendar calendar =
        CALENDAR
            .withFullDays(Set.of(LocalDate.of(year, 2, 14), LocalDate.of(year, 12, 5)))
            .withClosedDays(Map.of(LocalDate.of(year, 7, 3), "verhuizing"))
            .withOpenDays(Set.of(LocalDate.of(year, 12, 21)));
    List<LocalTime> times =
        List.of(
            LocalTime.MIDNIGHT,
            LocalTime.of(2, 30),
            LocalTime.of(11, 59, 59, 999_999_999),
            LocalTime.NOON,
            LocalTime.MAX);
    Map<CutOffClass, LocalDate> before = new EnumMap<>(CutOffClass.class);
    for (LocalDate today = LocalDate.of(year, 1, 1);
        today.getYear() == year;
        today = today.plusDays(1)) {
      for (LocalTime time : times) {
        for (CutOffClass ofProduct : CutOffClass.values()) {
          LocalDate withoutApproval = null;
          for (int approval : new int[] {0, 1, 3}) {
            Instant now = ZonedDateTime.of(today, time, DeliveryCalendar.ZONE).toInstant();
            LocalDate earliest = calendar.earliest(ofProduct, now, approval).orElseThrow();
            assertPromise(calendar, ofProduct, now, approval, earliest);
            if (approval == 0) {
              withoutApproval = earliest;
              LocalDate last = before.put(ofProduct, earliest);
              // time passes: the earliest day never comes nearer
              assertThat(last == null || !earliest.isBefore(last)).isTrue();
            } else {
              assertThat(earliest).isAfterOrEqualTo(withoutApproval);
            }
          }
        }
      }
    }
  }

  private static void assertPromise(
      DeliveryCalendar calendar,
      CutOffClass ofProduct,
      Instant now,
      int approval,
      LocalDate earliest) {
    String what = ofProduct + " at " + now + " approval " + approval + ": " + earliest;
    Instant deadline = calendar.decideBefore(earliest, ofProduct);
    LocalDate decided = calendar.approvedBefore(earliest, ofProduct).toLocalDate();
    Instant ready = DeliveryCalendar.finalAt(now, approval);

    assertThat(calendar.status(earliest, ofProduct, now, approval))
        .as(what)
        .isEqualTo(DayStatus.OPEN);
    assertThat(calendar.deliversOn(earliest)).as(what).isTrue();
    assertThat(calendar.fullDays()).as(what).doesNotContain(earliest);
    assertThat(ready).as(what).isAfterOrEqualTo(now).isBefore(deadline);
    assertThat(calendar.approvedBefore(earliest, ofProduct).toLocalTime())
        .isEqualTo(LocalTime.NOON);
    assertThat(DeliveryCalendar.isWorkingDay(decided)).as(what).isTrue();
    assertWorkingDays(ofProduct, workingDaysBetween(calendar, decided, earliest), what);
    if (ofProduct == CutOffClass.C) {
      assertThat(earliest.getDayOfWeek()).as(what).isEqualTo(DayOfWeek.MONDAY);
    }
    for (LocalDate day = DeliveryCalendar.today(now);
        day.isBefore(earliest);
        day = day.plusDays(1)) {
      assertThat(calendar.status(day, ofProduct, now, approval))
          .as(what + " not " + day)
          .isNotEqualTo(DayStatus.OPEN);
    }
    // the promise made now still stands a moment before its deadline, and no longer at it
    LocalDate today = DeliveryCalendar.today(deadline);
    assertThat(calendar.status(earliest, ofProduct, deadline.minusNanos(1), 0))
        .as(what)
        .isEqualTo(DayStatus.OPEN);
    assertThat(calendar.status(earliest, ofProduct, deadline, 0))
        .as(what)
        .isEqualTo(DayStatus.CUT_OFF_PASSED);
    assertThat(today).isBefore(earliest);
  }

  /** Counted by another way than the calendar does: day by day forward. */
  private static int workingDaysBetween(DeliveryCalendar calendar, LocalDate from, LocalDate to) {
    return (int)
        from.datesUntil(to)
            .filter(day -> day.getDayOfWeek().getValue() <= DayOfWeek.FRIDAY.getValue())
            .filter(day -> !HOLIDAYS.contains(day))
            .filter(day -> !calendar.closedDays().containsKey(day))
            .count();
  }

  private static void assertWorkingDays(CutOffClass ofProduct, int days, String what) {
    switch (ofProduct) {
      case A -> assertThat(days).as(what).isEqualTo(1);
      case B -> assertThat(days).as(what).isEqualTo(2);
      // Thursday and Friday before the Monday; one fewer where Friday is a day off
      case C -> assertThat(days).as(what).isBetween(1, 2);
      case D -> assertThat(days).as(what).isEqualTo(5);
      case E -> assertThat(days).as(what).isEqualTo(10);
    }
  }

  // ---- zone and cost

  @ParameterizedTest
  @ValueSource(strings = {"Asia/Tokyo", "America/Los_Angeles", "UTC", "Pacific/Kiritimati"})
  void zoneOfTheMachineDoesNotMatter(String zone) {
    TimeZone usual = TimeZone.getDefault();
    // half past midnight on Thursday in the Netherlands: Wednesday still in London
    Instant now = Instant.parse("2026-11-25T23:30:00Z");
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      assertThat(CALENDAR.earliest(CutOffClass.A, now, 0)).contains(LocalDate.parse("2026-11-27"));
      assertThat(CALENDAR.status(LocalDate.parse("2026-11-25"), CutOffClass.A, now, 0))
          .isEqualTo(DayStatus.PAST);
    } finally {
      TimeZone.setDefault(usual);
    }
  }

  @Test
  void closedDaysOfOtherYearsChangeNothing() {
    Map<LocalDate, String> many =
        LocalDate.of(2000, 1, 1)
            .datesUntil(LocalDate.of(2026, 1, 1))
            .collect(Collectors.toMap(day -> day, day -> "dicht"));
    DeliveryCalendar loaded = CALENDAR.withClosedDays(many);
    Instant now = at(LocalDateTime.parse("2026-11-25T10:00"));
    for (CutOffClass ofProduct : CutOffClass.values()) {
      assertThat(loaded.earliest(ofProduct, now, 1))
          .isEqualTo(CALENDAR.earliest(ofProduct, now, 1));
    }
  }

  private static Instant at(LocalDateTime here) {
    return here.atZone(DeliveryCalendar.ZONE).toInstant();
  }
}
