package nl.topfruit.shop.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The one answer to "can it be delivered that day": used by list, product, basket, return and order
 * intake, so that no two of them can disagree.
 *
 * <p>We deliver on every day that is no closed weekday, no holiday ({@link DutchHolidays}) and not
 * closed by staff; a day that staff opened is a delivery day whatever else it is. Working days, in
 * which cut-offs and approval are counted, are Monday to Friday without the holidays: Saturday is a
 * delivery day, no working day. A day that staff closed is no working day for our cut-offs either,
 * but the customer's approver works on it.
 *
 * <p>An order must be final before {@link #approvedBefore}. A buyer whose order still has to be
 * approved is promised a day only if the usual approval time, counted from now in working days,
 * ends before that moment; a request on a day off is counted from the beginning of the next working
 * day. Nought days of approval means that the order is final now.
 *
 * <p>Days are {@link LocalDate}, the zone is Europe/Amsterdam whatever the zone of server or
 * browser. What an answer costs does not grow with the data: a few steps of a day. Immutable.
 *
 * @param closedWeekdays weekdays without delivery
 * @param closedDays days that staff closed, with the reason for people
 * @param openDays days that staff opened although they would be closed
 * @param cutOffs what each class means; a class that is left out has its usual meaning
 * @param fullDays days whose capacity is exhausted
 */
public record DeliveryCalendar(
    Set<DayOfWeek> closedWeekdays,
    Map<LocalDate, String> closedDays,
    Set<LocalDate> openDays,
    Map<CutOffClass, CutOff> cutOffs,
    Set<LocalDate> fullDays) {

  public static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");

  /** Days ahead that can be ordered for; what lies beyond is TOO_FAR. */
  public static final int HORIZON_DAYS = 365;

  /** Working days that a customer's approval may usually take, at most. */
  public static final int MOST_APPROVAL_DAYS = 60;

  public DeliveryCalendar {
    closedWeekdays = Set.copyOf(closedWeekdays);
    closedDays = Map.copyOf(closedDays);
    openDays = Set.copyOf(openDays);
    Map<CutOffClass, CutOff> all = new EnumMap<>(CutOff.USUAL);
    all.putAll(cutOffs);
    cutOffs = Map.copyOf(all);
    fullDays = Set.copyOf(fullDays);
  }

  /** The usual calendar: closed on Sunday, the usual cut-offs, room on every day. */
  public static DeliveryCalendar usual() {
    return new DeliveryCalendar(
        Set.of(DayOfWeek.SUNDAY), Map.of(), Set.of(), CutOff.USUAL, Set.of());
  }

  public DeliveryCalendar withClosedWeekdays(Set<DayOfWeek> weekdays) {
    return new DeliveryCalendar(weekdays, closedDays, openDays, cutOffs, fullDays);
  }

  public DeliveryCalendar withClosedDays(Map<LocalDate, String> days) {
    return new DeliveryCalendar(closedWeekdays, days, openDays, cutOffs, fullDays);
  }

  public DeliveryCalendar withOpenDays(Set<LocalDate> days) {
    return new DeliveryCalendar(closedWeekdays, closedDays, days, cutOffs, fullDays);
  }

  public DeliveryCalendar withCutOff(CutOffClass ofProduct, CutOff cutOff) {
    Map<CutOffClass, CutOff> changed = new EnumMap<>(cutOffs);
    changed.put(ofProduct, cutOff);
    return new DeliveryCalendar(closedWeekdays, closedDays, openDays, changed, fullDays);
  }

  public DeliveryCalendar withFullDays(Set<LocalDate> days) {
    return new DeliveryCalendar(closedWeekdays, closedDays, openDays, cutOffs, days);
  }

  /**
   * The calendar as it is for somebody for whom a place on this day is already held (a requisition
   * that waits for its order): the day is never full for him.
   */
  public DeliveryCalendar withPlaceHeldOn(LocalDate day) {
    if (!fullDays.contains(day)) {
      return this;
    }
    Set<LocalDate> others = new HashSet<>(fullDays);
    others.remove(day);
    return withFullDays(others);
  }

  /** The day that it is in the Netherlands at this moment. */
  public static LocalDate today(Instant now) {
    return LocalDate.ofInstant(now, ZONE);
  }

  /**
   * The first day that can be promised now; empty when nothing is open within the horizon.
   *
   * @param approvalDays working days that the customer's approval usually takes, 0 when the order
   *     is final at once
   */
  public Optional<LocalDate> earliest(CutOffClass ofProduct, Instant now, int approvalDays) {
    LocalDate today = today(now);
    Instant ready = finalAt(now, approvalDays);
    // A working day is a day at least, so nothing earlier can be open.
    LocalDate first = today(ready).plusDays(cutOff(ofProduct).workingDaysBefore());
    return firstOpen(first, ofProduct, today, ready);
  }

  /**
   * The day on which a final order is delivered that asks for this day: the day itself where that
   * can still be, otherwise the next day that is open; empty when there is none within the horizon.
   * The price of lateness is a later day, never an earlier one.
   */
  public Optional<LocalDate> nextPossible(LocalDate wanted, CutOffClass ofProduct, Instant now) {
    LocalDate today = today(now);
    return firstOpen(wanted.isBefore(today) ? today : wanted, ofProduct, today, now);
  }

  /** Whether this day can be promised now, and if not, the first reason why not. */
  public DayStatus status(LocalDate day, CutOffClass ofProduct, Instant now, int approvalDays) {
    return status(day, ofProduct, today(now), finalAt(now, approvalDays));
  }

  /** The day with all that its cell in a calendar shows. */
  public Day day(LocalDate day, CutOffClass ofProduct, Instant now, int approvalDays) {
    return day(day, ofProduct, today(now), finalAt(now, approvalDays));
  }

  /** The days from the first to the last, both included; at most a horizon of them. */
  public List<Day> days(
      LocalDate first, LocalDate last, CutOffClass ofProduct, Instant now, int approvalDays) {
    if (first.plusDays(HORIZON_DAYS).isBefore(last)) {
      throw new IllegalArgumentException("More than a year of days: " + first + " to " + last);
    }
    LocalDate today = today(now);
    Instant ready = finalAt(now, approvalDays);
    List<Day> days = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      days.add(day(day, ofProduct, today, ready));
    }
    return List.copyOf(days);
  }

  /**
   * The month in whole weeks, Monday to Sunday: the first and last days may be of another month.
   */
  public List<Day> month(YearMonth month, CutOffClass ofProduct, Instant now, int approvalDays) {
    return days(
        month.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)),
        month.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)),
        ofProduct,
        now,
        approvalDays);
  }

  /**
   * The moment before which an order for this day must be final. It is given for every day, open or
   * not. At the very moment it is too late.
   */
  public ZonedDateTime approvedBefore(LocalDate day, CutOffClass ofProduct) {
    CutOff cutOff = cutOff(ofProduct);
    LocalDate decided = day;
    if (cutOff.decidedOn() == null) {
      for (int i = 0; i < cutOff.workingDaysBefore(); i++) {
        decided = workingDayBefore(decided);
      }
    } else {
      decided = day.with(TemporalAdjusters.previous(cutOff.decidedOn()));
      if (!weWorkOn(decided)) {
        decided = workingDayBefore(decided);
      }
    }
    return ZonedDateTime.of(decided, cutOff.timeOn(decided.getDayOfWeek()), ZONE);
  }

  /** {@link #approvedBefore} as a point on the time line. */
  public Instant decideBefore(LocalDate day, CutOffClass ofProduct) {
    return approvedBefore(day, ofProduct).toInstant();
  }

  /** Whether we deliver at all on this day. */
  public boolean deliversOn(LocalDate day) {
    return openDays.contains(day) || closedBy(day) == null;
  }

  /** Monday to Friday without the holidays. */
  public static boolean isWorkingDay(LocalDate day) {
    return switch (day.getDayOfWeek()) {
      case SATURDAY, SUNDAY -> false;
      default -> DutchHolidays.find(day) == null;
    };
  }

  /**
   * So many working days later; from a day off, the next working day is the first.
   *
   * @param days nought or more; nought gives the day itself
   */
  public static LocalDate plusWorkingDays(LocalDate day, int days) {
    LocalDate later = day;
    for (int i = 0; i < days; i++) {
      later = later.plusDays(1);
      while (!isWorkingDay(later)) {
        later = later.plusDays(1);
      }
    }
    return later;
  }

  /** When an order of now will be final, if its approval takes the usual time. */
  static Instant finalAt(Instant now, int approvalDays) {
    if (approvalDays < 0 || approvalDays > MOST_APPROVAL_DAYS) {
      throw new IllegalArgumentException("Working days of approval: " + approvalDays);
    }
    if (approvalDays == 0) {
      return now;
    }
    LocalDate day = today(now);
    LocalTime time = LocalTime.ofInstant(now, ZONE);
    if (!isWorkingDay(day)) {
      day = plusWorkingDays(day, 1);
      time = LocalTime.MIDNIGHT;
    }
    return ZonedDateTime.of(plusWorkingDays(day, approvalDays), time, ZONE).toInstant();
  }

  private Optional<LocalDate> firstOpen(
      LocalDate first, CutOffClass ofProduct, LocalDate today, Instant ready) {
    LocalDate last = today.plusDays(HORIZON_DAYS);
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      if (status(day, ofProduct, today, ready).open()) {
        return Optional.of(day);
      }
    }
    return Optional.empty();
  }

  private Day day(LocalDate day, CutOffClass ofProduct, LocalDate today, Instant ready) {
    DayStatus status = status(day, ofProduct, today, ready);
    return new Day(
        day,
        status,
        status == DayStatus.HOLIDAY ? DutchHolidays.find(day) : null,
        status == DayStatus.CLOSED ? closedDays.get(day) : null);
  }

  private DayStatus status(LocalDate day, CutOffClass ofProduct, LocalDate today, Instant finalAt) {
    if (day.isBefore(today)) {
      return DayStatus.PAST;
    }
    if (day.isAfter(today.plusDays(HORIZON_DAYS))) {
      return DayStatus.TOO_FAR;
    }
    DayStatus closed = openDays.contains(day) ? null : closedBy(day);
    if (closed != null) {
      return closed;
    }
    if (!cutOff(ofProduct).deliveredOn(day.getDayOfWeek())) {
      return DayStatus.OTHER_WEEKDAY;
    }
    if (!finalAt.isBefore(decideBefore(day, ofProduct))) {
      return DayStatus.CUT_OFF_PASSED;
    }
    return fullDays.contains(day) ? DayStatus.FULL : DayStatus.OPEN;
  }

  private DayStatus closedBy(LocalDate day) {
    if (closedWeekdays.contains(day.getDayOfWeek())) {
      return DayStatus.CLOSED_WEEKDAY;
    }
    if (DutchHolidays.find(day) != null) {
      return DayStatus.HOLIDAY;
    }
    return closedDays.containsKey(day) ? DayStatus.CLOSED : null;
  }

  private LocalDate workingDayBefore(LocalDate day) {
    LocalDate earlier = day.minusDays(1);
    while (!weWorkOn(earlier)) {
      earlier = earlier.minusDays(1);
    }
    return earlier;
  }

  private boolean weWorkOn(LocalDate day) {
    return isWorkingDay(day) && !closedDays.containsKey(day);
  }

  private CutOff cutOff(CutOffClass ofProduct) {
    return cutOffs.get(ofProduct);
  }
}
