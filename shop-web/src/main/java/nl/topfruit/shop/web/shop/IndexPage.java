package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.catalog.AllergenGroup;
import nl.topfruit.shop.catalog.Shelf;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.ordering.DayPromise;
import nl.topfruit.shop.ordering.ShopList;
import nl.topfruit.shop.ordering.ShopWindow;
import nl.topfruit.shop.web.faces.Texts;

/** The list of the shop: what is looked for stands in the address, so that coming back finds it. */
@Named("shopIndex")
@RequestScoped
public class IndexPage {
  @Inject private HttpServletRequest request;
  @Inject private ShopWindow window;
  @Inject private ShopBar bar;
  @Inject private Texts texts;

  /**
   * A box to tick.
   *
   * @param count products that it leaves
   */
  public record Choice(String code, String label, int count, boolean chosen) {}

  private static final int MOST_OCCASIONS = 8;

  private ListFilter filter;
  private ShopList list;
  private CalendarText words;

  @PostConstruct
  void load() {
    filter = new ListFilter(request);
    list = window.list(filter.request(), filter.day());
    bar.show(list.visit());
    words = CalendarText.in(Locale.forLanguageTag(list.visit().language()));
  }

  /** The title; as the first thing on the page it makes the list be read before the bar asks. */
  public String getTitle() {
    return texts.get("shop.list.title");
  }

  public ListFilter getFilter() {
    return filter;
  }

  public List<Shelf.Row> getRows() {
    return list.shelf().rows();
  }

  public Shelf getShelf() {
    return list.shelf();
  }

  public List<ShopList.DayCount> getDays() {
    return list.days();
  }

  /** The wanted day is none of those that are offered. */
  public boolean isOtherDay() {
    LocalDate wanted = filter.day();
    return wanted != null && list.days().stream().noneMatch(day -> day.day().equals(wanted));
  }

  /** Occasions that occur in what is found, and those that are chosen, most products first. */
  public List<Choice> getOccasions() {
    Map<String, Integer> counts = new HashMap<>(list.shelf().facets().occasions());
    filter.occasions().forEach(code -> counts.putIfAbsent(code, 0));
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_OCCASIONS)
        .map(
            occasion ->
                new Choice(
                    occasion.getKey(),
                    words("shop.occasion.", occasion.getKey()),
                    occasion.getValue(),
                    filter.occasions().contains(occasion.getKey())))
        .toList();
  }

  /** What must not be in it. */
  public List<Choice> getAvoidable() {
    return AllergenGroup.usuallyAvoided().stream()
        .map(
            group ->
                new Choice(
                    group.name(),
                    texts.get("shop.without." + group.name()),
                    list.shelf().facets().groups().get(group),
                    filter.without().contains(group)))
        .toList();
  }

  /** A word that we have, or the code as a word: products come with occasions of their own. */
  private String words(String prefix, String code) {
    return texts.containsKey(prefix + code)
        ? texts.get(prefix + code)
        : code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1);
  }

  /** "goedgekeurd vóór wo 12:00: do 26 nov". */
  public String promise(Shelf.Row row) {
    DayPromise promise = promiseOf(row);
    return promise.day() == null
        ? texts.get("calendar.promise.none")
        : words.promise(
            promise.day(),
            promise.approvedBefore(),
            list.visit().assortment().day(),
            list.visit().needsApproval());
  }

  public boolean isSoon(Shelf.Row row) {
    DayPromise promise = promiseOf(row);
    LocalDate today = list.visit().assortment().day();
    return promise.day() != null && promise.day().isBefore(today.plusDays(4));
  }

  private DayPromise promiseOf(Shelf.Row row) {
    return list.promises().get(row.article().cutOffClass());
  }

  /** The highest price that can be chosen as budget, in whole euros. */
  public int getDearest() {
    Money dearest = list.shelf().facets().dearest();
    return dearest == null ? 0 : dearest.amount().setScale(0, RoundingMode.UP).intValue();
  }

  public int getCheapest() {
    Money cheapest = list.shelf().facets().cheapest();
    return cheapest == null ? 0 : cheapest.amount().setScale(0, RoundingMode.UP).intValue();
  }

  /** The budget that is chosen, all of it when none is. */
  public int getBudget() {
    return filter.budget() == null ? getDearest() : Math.min(filter.budget(), getDearest());
  }

  public boolean isBudgeted() {
    return getBudget() < getDearest();
  }

  /** The wanted day goes along to the product. */
  public String getDayLink() {
    return filter.day() == null ? "" : "&on=" + filter.day();
  }

  public int getPages() {
    return (list.shelf().count() + ListFilter.SIZE - 1) / ListFilter.SIZE;
  }
}
