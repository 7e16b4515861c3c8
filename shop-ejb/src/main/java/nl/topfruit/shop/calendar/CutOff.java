package nl.topfruit.shop.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The moment before which an order must be final. Either a number of working days before delivery,
 * or a fixed weekday before it (and when that day is no working day, the working day before it).
 *
 * @param workingDaysBefore working days between that day and the delivery; 0 when a weekday decides
 * @param decidedOn the fixed weekday, null when working days are counted
 * @param before the time on that day (Europe/Amsterdam); an order at that very moment is too late
 * @param beforeOn other times on weekdays that have their own
 * @param deliveredOn weekdays on which such products are delivered; empty for every delivery day
 */
public record CutOff(
    int workingDaysBefore,
    DayOfWeek decidedOn,
    LocalTime before,
    Map<DayOfWeek, LocalTime> beforeOn,
    Set<DayOfWeek> deliveredOn) {

  /** The cut-offs of the house, classes A to E. */
  public static final Map<CutOffClass, CutOff> USUAL =
      Map.of(
          CutOffClass.A, workingDays(1, LocalTime.NOON),
          CutOffClass.B, workingDays(2, LocalTime.NOON),
          CutOffClass.C, weekday(DayOfWeek.THURSDAY, LocalTime.NOON, Set.of(DayOfWeek.MONDAY)),
          CutOffClass.D, workingDays(5, LocalTime.NOON),
          CutOffClass.E, workingDays(10, LocalTime.NOON));

  private static final int MOST_WORKING_DAYS = 60;

  public CutOff {
    Objects.requireNonNull(before, "before");
    beforeOn = Map.copyOf(beforeOn);
    deliveredOn = Set.copyOf(deliveredOn);
    if (workingDaysBefore < 0 || workingDaysBefore > MOST_WORKING_DAYS) {
      throw new IllegalArgumentException("Working days before delivery: " + workingDaysBefore);
    }
    if ((workingDaysBefore == 0) != (decidedOn != null)) {
      throw new IllegalArgumentException("Either working days or a weekday");
    }
  }

  /** Final so many working days (1 to 60) before the delivery, before this time. */
  public static CutOff workingDays(int days, LocalTime before) {
    return new CutOff(days, null, before, Map.of(), Set.of());
  }

  /** Final on the last such weekday before the delivery; delivered on these weekdays only. */
  public static CutOff weekday(DayOfWeek decidedOn, LocalTime before, Set<DayOfWeek> deliveredOn) {
    return new CutOff(0, decidedOn, before, Map.of(), deliveredOn);
  }

  /** The same with another time on one weekday, such as Friday 10:00. */
  public CutOff withTimeOn(DayOfWeek weekday, LocalTime time) {
    Map<DayOfWeek, LocalTime> times = new EnumMap<>(DayOfWeek.class);
    times.putAll(beforeOn);
    times.put(weekday, time);
    return new CutOff(workingDaysBefore, decidedOn, before, times, deliveredOn);
  }

  LocalTime timeOn(DayOfWeek weekday) {
    return beforeOn.getOrDefault(weekday, before);
  }

  boolean deliveredOn(DayOfWeek weekday) {
    return deliveredOn.isEmpty() || deliveredOn.contains(weekday);
  }
}
