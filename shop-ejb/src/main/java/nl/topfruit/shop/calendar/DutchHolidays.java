package nl.topfruit.shop.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The Dutch public holidays, computed for any year. Good Friday is not among them (no official day
 * off: we deliver), Liberation Day only in lustrum years (2025, 2030, …), when the collective
 * agreements make it a day off. King's Day moves to the Saturday when 27 April is a Sunday.
 */
final class DutchHolidays {

  private static final int LUSTRUM = 5;

  private DutchHolidays() {}

  /** The holiday on this day, if it is one. Costs the same for every day. */
  static Optional<Holiday> on(LocalDate day) {
    return Optional.ofNullable(find(day));
  }

  /** The holidays of a year in their order. */
  static SortedMap<LocalDate, Holiday> in(int year) {
    SortedMap<LocalDate, Holiday> days = new TreeMap<>();
    LocalDate first = LocalDate.of(year, 1, 1);
    for (LocalDate day = first; day.getYear() == year; day = day.plusDays(1)) {
      Holiday holiday = find(day);
      if (holiday != null) {
        days.put(day, holiday);
      }
    }
    return Collections.unmodifiableSortedMap(days);
  }

  /**
   * Easter Sunday in the Gregorian calendar (the "anonymous" algorithm, Meeus, Astronomical
   * Algorithms, chapter 8).
   */
  static LocalDate easterSunday(int year) {
    int golden = year % 19;
    int century = year / 100;
    int ofCentury = year % 100;
    int moonShift = (century - (century + 8) / 25 + 1) / 3;
    int epact = (19 * golden + century - century / 4 - moonShift + 15) % 30;
    int weekday = (32 + 2 * (century % 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4) % 7;
    int correction = (golden + 11 * epact + 22 * weekday) / 451;
    int marchBased = epact + weekday - 7 * correction + 114;
    return LocalDate.of(year, marchBased / 31, marchBased % 31 + 1);
  }

  static Holiday find(LocalDate day) {
    return switch (day.getMonth()) {
      case JANUARY -> day.getDayOfMonth() == 1 ? Holiday.NEW_YEARS_DAY : null;
      case MARCH, APRIL, MAY, JUNE -> inSpring(day);
      case DECEMBER ->
          switch (day.getDayOfMonth()) {
            case 25 -> Holiday.CHRISTMAS_DAY;
            case 26 -> Holiday.SECOND_CHRISTMAS_DAY;
            default -> null;
          };
      default -> null;
    };
  }

  private static Holiday inSpring(LocalDate day) {
    int afterEaster = day.getDayOfYear() - easterSunday(day.getYear()).getDayOfYear();
    Holiday movable =
        switch (afterEaster) {
          case 0 -> Holiday.EASTER_SUNDAY;
          case 1 -> Holiday.EASTER_MONDAY;
          case 39 -> Holiday.ASCENSION_DAY;
          case 49 -> Holiday.WHIT_SUNDAY;
          case 50 -> Holiday.WHIT_MONDAY;
          default -> null;
        };
    if (movable != null) {
      return movable;
    }
    if (day.equals(kingsDay(day.getYear()))) {
      return Holiday.KINGS_DAY;
    }
    return day.equals(LocalDate.of(day.getYear(), 5, 5)) && day.getYear() % LUSTRUM == 0
        ? Holiday.LIBERATION_DAY
        : null;
  }

  private static LocalDate kingsDay(int year) {
    LocalDate birthday = LocalDate.of(year, 4, 27);
    return birthday.getDayOfWeek() == DayOfWeek.SUNDAY ? birthday.minusDays(1) : birthday;
  }
}
