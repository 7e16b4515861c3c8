package nl.topfruit.shop.demo.history;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import nl.topfruit.shop.calendar.DeliveryCalendar;

/**
 * Days of the history, counted from the day on which it is told.
 *
 * @param today the day on which the demo data was made
 */
record Days(LocalDate today) {
  private static final int FULL_AFTER = 8;

  /** Crates are decided on Thursday for Monday; that Thursday is still to come. */
  private static final int CRATES_AFTER = 6;

  /** So many working days later; earlier for a number below zero. */
  LocalDate workday(int days) {
    if (days >= 0) {
      return DeliveryCalendar.plusWorkingDays(today, days);
    }
    LocalDate day = today;
    for (int i = 0; i > days; i--) {
      day = day.minusDays(1);
      while (!DeliveryCalendar.isWorkingDay(day)) {
        day = day.minusDays(1);
      }
    }
    return day;
  }

  /** A time such as 09:20 on a working day. */
  Instant at(int workdays, String time) {
    return at(workday(workdays), time);
  }

  static Instant at(LocalDate day, String time) {
    return day.atTime(LocalTime.parse(time)).atZone(DeliveryCalendar.ZONE).toInstant();
  }

  /** Today when there are deliveries today, else the next day that has them. */
  LocalDate nextDelivery() {
    LocalDate day = today;
    while (!DeliveryCalendar.usual().deliversOn(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /** A Monday that crates of work fruit can still be promised for today and tomorrow. */
  LocalDate crates() {
    LocalDate monday =
        today.plusDays(CRATES_AFTER).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    while (!DeliveryCalendar.usual().deliversOn(monday)) {
      monday = monday.plusWeeks(1);
    }
    return monday;
  }

  /** The Saturday of next week, or the one after it, on which no van is free. */
  LocalDate fullSaturday() {
    LocalDate saturday =
        today.plusDays(FULL_AFTER).with(TemporalAdjusters.nextOrSame(DayOfWeek.SATURDAY));
    while (!DeliveryCalendar.usual().deliversOn(saturday)) {
      saturday = saturday.plusWeeks(1);
    }
    return saturday;
  }
}
