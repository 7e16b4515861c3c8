package nl.topfruit.shop.ordering;

import static nl.topfruit.shop.security.Role.SHOPPER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.Day;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.catalog.Catalogue;
import nl.topfruit.shop.catalog.ListRequest;
import nl.topfruit.shop.catalog.ProductSheet;
import nl.topfruit.shop.catalog.Shelf;

/**
 * List and product as the shopper sees them: his assortment, with the days on which it can be
 * there. Three statements each: the visit, the calendar, the products.
 */
@Stateless
public class ShopWindow {
  /** Days that the filter offers. */
  private static final int DAYS_OFFERED = 5;

  /** How far ahead they are looked for. */
  private static final int DAYS_AHEAD = 60;

  private static final int MOST_ALTERNATIVES = 3;

  @Inject private ShopVisits visits;
  @Inject private Catalogue catalogue;
  @Inject private DeliveryDays deliveryDays;
  @Inject private Clock clock;

  /**
   * The list of the web shop he looks at.
   *
   * @param day only what can be delivered on this day, null for any
   */
  @RolesAllowed(SHOPPER)
  public ShopList list(ListRequest request, LocalDate day) {
    ShopVisit visit = visits.visit();
    Days days = new Days(visit, deliveryDays.calendar(visit.dutch()), Instant.now(clock));
    Map<String, DayPromise> promises = days.promises();
    Set<String> classes = day == null ? null : days.classesOn(day);
    Shelf shelf =
        catalogue.list(visit.shelf(), visit.dutch(), request.on(classes, soonestFirst(promises)));
    return new ShopList(visit, shelf, promises, days.next(shelf.facets().classes()));
  }

  /**
   * A product that he may buy in any of his web shops.
   *
   * @param month the month whose days are shown, null for that of the earliest day
   * @throws nl.topfruit.shop.common.NotFound outside his assortment
   */
  @RolesAllowed(SHOPPER)
  public ProductView product(String sku, YearMonth month) {
    ShopVisit visit = visits.visit();
    ProductSheet sheet = catalogue.product(visit.assortment(), visit.dutch(), sku);
    DeliveryCalendar calendar = deliveryDays.calendar(visit.dutch());
    Days days = new Days(visit, calendar, Instant.now(clock));
    CutOffClass cutOff = CutOffClass.valueOf(sheet.article().cutOffClass());
    DayPromise promise = days.promise(cutOff);
    YearMonth shown = days.month(month, promise);
    boolean orderable = sheet.active() && promise.day() != null;
    return new ProductView(
        visit,
        sheet,
        promise,
        shown,
        days.weeks(shown, cutOff),
        calendar,
        days.now,
        orderable ? List.of() : alternatives(visit, sheet, days),
        days.promises());
  }

  private List<Shelf.Row> alternatives(ShopVisit visit, ProductSheet sheet, Days days) {
    Map<String, DayPromise> promises = days.promises();
    List<String> soonest = soonestFirst(promises);
    var request =
        new ListRequest(
            "",
            sheet.article().categoryCode(),
            Set.of(),
            Set.of(),
            false,
            false,
            null,
            Set.copyOf(soonest),
            ListRequest.Sort.EARLIEST,
            soonest,
            0,
            MOST_ALTERNATIVES + 1);
    return catalogue.list(visit.assortment(), visit.dutch(), request).rows().stream()
        .filter(row -> !row.article().sku().equals(sheet.article().sku()))
        .limit(MOST_ALTERNATIVES)
        .toList();
  }

  private static List<String> soonestFirst(Map<String, DayPromise> promises) {
    return promises.entrySet().stream()
        .filter(promise -> promise.getValue().day() != null)
        .sorted(Comparator.comparing(promise -> promise.getValue().day()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toList());
  }

  /** The calendar for one visitor at one moment. */
  private record Days(ShopVisit visit, DeliveryCalendar calendar, Instant now) {

    DayPromise promise(CutOffClass cutOff) {
      LocalDate day = calendar.earliest(cutOff, now, visit.approvalDays()).orElse(null);
      return new DayPromise(day, day == null ? null : calendar.approvedBefore(day, cutOff));
    }

    Map<String, DayPromise> promises() {
      Map<String, DayPromise> promises = new LinkedHashMap<>();
      for (CutOffClass cutOff : CutOffClass.values()) {
        promises.put(cutOff.name(), promise(cutOff));
      }
      return promises;
    }

    Set<String> classesOn(LocalDate day) {
      Set<String> classes = new TreeSet<>();
      for (CutOffClass cutOff : CutOffClass.values()) {
        if (calendar.status(day, cutOff, now, visit.approvalDays()).open()) {
          classes.add(cutOff.name());
        }
      }
      return classes;
    }

    /** The next days on which at least one of these classes can come. */
    List<ShopList.DayCount> next(Map<String, Integer> counts) {
      List<ShopList.DayCount> days = new ArrayList<>();
      LocalDate today = DeliveryCalendar.today(now);
      for (int ahead = 0; ahead <= DAYS_AHEAD && days.size() < DAYS_OFFERED; ahead++) {
        LocalDate day = today.plusDays(ahead);
        int count = classesOn(day).stream().mapToInt(c -> counts.getOrDefault(c, 0)).sum();
        if (count > 0) {
          days.add(new ShopList.DayCount(day, count));
        }
      }
      return days;
    }

    /** The month in whole weeks, without those that are over. */
    List<Day> weeks(YearMonth month, CutOffClass cutOff) {
      LocalDate monday =
          DeliveryCalendar.today(now).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
      return calendar.month(month, cutOff, now, visit.approvalDays()).stream()
          .filter(day -> !day.date().isBefore(monday))
          .toList();
    }

    /** The wanted month if a day can be chosen in it, else the one of the earliest day. */
    YearMonth month(YearMonth wanted, DayPromise promise) {
      LocalDate today = DeliveryCalendar.today(now);
      YearMonth first = YearMonth.from(promise.day() == null ? today : promise.day());
      YearMonth last = YearMonth.from(today.plusDays(DeliveryCalendar.HORIZON_DAYS));
      boolean possible = wanted != null && !wanted.isBefore(first) && !wanted.isAfter(last);
      return possible ? wanted : first;
    }
  }
}
