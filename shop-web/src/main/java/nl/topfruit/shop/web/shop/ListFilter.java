package nl.topfruit.shop.web.shop;

import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.topfruit.shop.catalog.AllergenGroup;
import nl.topfruit.shop.catalog.ListRequest;
import nl.topfruit.shop.catalog.ListRequest.Sort;
import nl.topfruit.shop.common.Money;

/**
 * What the list is asked for, read from the address; what makes no sense there is not looked at.
 */
public final class ListFilter {
  static final int SIZE = 24;

  /** The choice that does not choose. */
  private static final String ALL = "all";

  private static final int LONGEST = 100;
  private static final int FARTHEST_PAGE = 500;

  private final HttpServletRequest request;
  private final Set<AllergenGroup> without;
  private final Set<String> occasions;

  ListFilter(HttpServletRequest request) {
    this.request = request;
    this.occasions = new LinkedHashSet<>(values("occasion"));
    this.without = EnumSet.noneOf(AllergenGroup.class);
    values("without").forEach(name -> group(name).ifPresent(without::add));
  }

  private static Optional<AllergenGroup> group(String name) {
    return Arrays.stream(AllergenGroup.values()).filter(g -> g.name().equals(name)).findFirst();
  }

  ListRequest request() {
    return new ListRequest(
        getSearch(),
        getCategory(),
        occasions,
        without,
        isNoAlcohol(),
        isChildSafe(),
        budget() == null ? null : Money.euro(BigDecimal.valueOf(budget())),
        null,
        getSort(),
        List.of(),
        (getPage() - 1) * SIZE,
        SIZE);
  }

  /** The wanted delivery day, null for any. */
  LocalDate day() {
    try {
      return value("on").isEmpty() ? null : LocalDate.parse(value("on"));
    } catch (DateTimeParseException e) {
      // an address that was edited by hand: shown as if no day was asked for
      return null;
    }
  }

  Integer budget() {
    return value("max").matches("\\d{1,6}") ? Integer.valueOf(value("max")) : null;
  }

  public String getSearch() {
    return value("q");
  }

  public String getCategory() {
    return value("category");
  }

  public LocalDate getDay() {
    return day();
  }

  public boolean isNoAlcohol() {
    return "1".equals(value("alcohol0"));
  }

  public boolean isChildSafe() {
    return "1".equals(value("child"));
  }

  public Sort getSort() {
    return Arrays.stream(Sort.values())
        .filter(sort -> sort.name().equals(value("sort")))
        .findFirst()
        .orElse(Sort.RECOMMENDED);
  }

  public Sort[] getSorts() {
    return Sort.values();
  }

  public int getPage() {
    return value("page").matches("[1-9]\\d{0,2}")
        ? Math.min(Integer.parseInt(value("page")), FARTHEST_PAGE)
        : 1;
  }

  Set<String> occasions() {
    return occasions;
  }

  Set<AllergenGroup> without() {
    return without;
  }

  /** Filters that are on, beside search and sort. */
  public int getCount() {
    return occasions.size()
        + without.size()
        + (isNoAlcohol() ? 1 : 0)
        + (isChildSafe() ? 1 : 0)
        + (budget() == null ? 0 : 1)
        + (day() == null ? 0 : 1);
  }

  public boolean isNarrowed() {
    return getCount() > 0 || !getSearch().isEmpty() || !getCategory().isEmpty();
  }

  /** The same list on another page of it, as an address. */
  public String page(int number) {
    StringBuilder address = new StringBuilder("?");
    for (Map.Entry<String, String[]> parameter : request.getParameterMap().entrySet()) {
      if (!List.of("page", "notice", "lang").contains(parameter.getKey())) {
        for (String value : parameter.getValue()) {
          append(address, parameter.getKey(), value);
        }
      }
    }
    append(address, "page", number > 1 ? String.valueOf(number) : "");
    return address.toString();
  }

  private static void append(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address
          .append(address.length() > 1 ? "&" : "")
          .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  private List<String> values(String name) {
    String[] values = request.getParameterValues(name);
    return values == null ? List.of() : Arrays.stream(values).limit(20).map(this::cut).toList();
  }

  /** What is asked for under this name; nothing when that is all. */
  private String value(String name) {
    String value = request.getParameter(name);
    return value == null || ALL.equals(value) ? "" : cut(value);
  }

  private String cut(String value) {
    String stripped = value.strip();
    return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
  }
}
