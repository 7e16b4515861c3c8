package nl.topfruit.shop.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.Day;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.catalog.ProductSheet;
import nl.topfruit.shop.catalog.Shelf;

/**
 * A product as this visitor can order it.
 *
 * @param promise the earliest day
 * @param month the month whose days are shown
 * @param days that month in whole weeks, Monday to Sunday, without the weeks that are over
 * @param now the moment at which all this was so
 * @param alternatives what he could have instead; only where this one cannot be ordered
 * @param promises earliest days of the alternatives, by cut-off class
 */
public record ProductView(
    ShopVisit visit,
    ProductSheet sheet,
    DayPromise promise,
    YearMonth month,
    List<Day> days,
    DeliveryCalendar calendar,
    Instant now,
    List<Shelf.Row> alternatives,
    Map<String, DayPromise> promises) {

  /** It can be put into the basket. */
  public boolean available() {
    return sheet.active() && promise.day() != null;
  }

  /** Whether it can come on that day, and if not, why not. */
  public Day on(LocalDate day) {
    return calendar.day(day, cutOff(), now, visit.approvalDays());
  }

  /** When the order must be final to come on that day. */
  public ZonedDateTime approvedBefore(LocalDate day) {
    return calendar.approvedBefore(day, cutOff());
  }

  private CutOffClass cutOff() {
    return CutOffClass.valueOf(sheet.article().cutOffClass());
  }

  /** Whether a day can be chosen in that month. */
  public boolean mayShow(YearMonth other) {
    YearMonth first = promise.day() == null ? month : YearMonth.from(promise.day());
    LocalDate today = visit.assortment().day();
    YearMonth last = YearMonth.from(today.plusDays(DeliveryCalendar.HORIZON_DAYS));
    return !other.isBefore(first) && !other.isAfter(last);
  }
}
