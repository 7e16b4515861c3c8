package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.calendar.Day;
import nl.topfruit.shop.calendar.DayStatus;
import nl.topfruit.shop.ordering.ProductView;
import nl.topfruit.shop.web.faces.Texts;

/** A month of delivery days for a product: a part of its page, and what that page turns over. */
@Named("shopDays")
@RequestScoped
public class DaysPage {
  /** Closed for a reason that one would not guess. */
  private static final Set<DayStatus> SAID =
      EnumSet.of(DayStatus.HOLIDAY, DayStatus.CLOSED, DayStatus.FULL);

  @Inject private ProductPage page;
  @Inject private LineForm line;
  @Inject private Texts texts;

  private ProductView product;
  private CalendarText words;

  @PostConstruct
  void load() {
    product = page.getView();
    words = CalendarText.in(Locale.forLanguageTag(product.visit().language()));
  }

  public List<Day> getDays() {
    return product.days();
  }

  /** "november 2026". */
  public String getMonth() {
    return texts.get("shop.month." + product.month().getMonthValue())
        + " "
        + product.month().getYear();
  }

  /** "ma" to "zo". */
  public List<String> getWeekdays() {
    return product.days().stream().limit(7).map(day -> words.weekday(day.date())).toList();
  }

  /** The month before, null where nothing can be chosen in it. */
  public YearMonth getPrevious() {
    YearMonth previous = product.month().minusMonths(1);
    return product.mayShow(previous) ? previous : null;
  }

  /** The month after, null where nothing can be chosen in it. */
  public YearMonth getNext() {
    YearMonth next = product.month().plusMonths(1);
    return product.mayShow(next) ? next : null;
  }

  /** The day that is filled in, null for what is no day. */
  public LocalDate getChosen() {
    return ProductPage.day(String.valueOf(line.getOf().get("deliver-on")));
  }

  /** "Goedgekeurd vóór wo 25 nov 12:00, dan bezorgd do 26 nov.", or why it cannot be. */
  public String hint(LocalDate date) {
    if (date == null) {
      return "";
    }
    Day day = product.on(date);
    return day.open()
        ? words.hint(date, product.approvedBefore(date), product.visit().needsApproval())
        : words.status(day);
  }

  /** "do 26 nov 2026". */
  public String name(Day day) {
    return words.dayWithYear(day.date());
  }

  /** Why a day cannot be chosen. */
  public String reason(Day day) {
    return words.status(day);
  }

  /** The days of this month that are closed for a reason one would not guess. */
  public List<String> getClosedDays() {
    return product.days().stream()
        .filter(day -> SAID.contains(day.status()))
        .map(day -> texts.with("shop.calendar." + day.status(), day.date(), why(day)))
        .toList();
  }

  private String why(Day day) {
    return day.holiday() == null ? day.reason() : words.holiday(day.holiday());
  }
}
