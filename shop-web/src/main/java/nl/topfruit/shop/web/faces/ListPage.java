package nl.topfruit.shop.web.faces;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;

/**
 * A page with a list that may be long. Search, filters, order and page stand in the address ({@code
 * ?q=…&state=HELD&sort=-number& page=3}), so the list has a bookmark, the back button works and no
 * session is needed. The bean names the filters and sorts it knows; whatever else stands in the
 * address is ignored. The rows are read once per request, when first asked for. Shown by {@code
 * <t:list of="#{bean}">}.
 *
 * @param <T> a record, one row
 */
public abstract class ListPage<T> {
  private static final int FARTHEST = 4_000;
  private static final int LONGEST_SEARCH = 200;

  /** Nobody types these, and no database takes all of them. */
  private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

  @Inject HttpServletRequest request;

  private TableQuery query;
  private Page<T> page;

  /** Reads the rows that are asked for. */
  protected abstract Page<T> find(TableQuery asked);

  /** Names of the filters that may stand in the address. */
  protected Set<String> filters() {
    return Set.of();
  }

  /** Names of the columns that can be sorted by. */
  protected Set<String> sorts() {
    return Set.of();
  }

  /** Rows on one page. */
  protected int size() {
    return TableQuery.PAGE;
  }

  /** What the address asks for. */
  public TableQuery getQuery() {
    if (query == null) {
      Map<String, String> filters = new LinkedHashMap<>();
      for (String name : new TreeSet<>(filters())) {
        if (!parameter(name).isEmpty()) {
          filters.put(name, parameter(name));
        }
      }
      String sort = parameter("sort");
      boolean descending = sort.startsWith("-");
      String column = descending ? sort.substring(1) : sort;
      query =
          new TableQuery(
              parameter("q"),
              filters,
              sorts().contains(column) ? column : null,
              descending && sorts().contains(column),
              (number() - 1) * size(),
              size());
    }
    return query;
  }

  private Page<T> page() {
    if (page == null) {
      page = find(getQuery());
    }
    return page;
  }

  public List<T> getRows() {
    return page().rows();
  }

  public long getCount() {
    return page().count();
  }

  public boolean isNothing() {
    return page().rows().isEmpty();
  }

  /**
   * Does the address narrow the list? Then an empty one says "clear the filters" rather than "there
   * is none yet".
   */
  public boolean isNarrowed() {
    return !getQuery().search().isEmpty() || !getQuery().filters().isEmpty();
  }

  public int getNumber() {
    return number();
  }

  /**
   * Pages of the whole list; of a list longer than counting goes, those that were counted and the
   * one being looked at.
   */
  public int getPages() {
    long counted = Math.max(1, (page().count() + size() - 1) / size());
    return (int) Math.max(counted, number());
  }

  public boolean isMore() {
    return number() < getPages() || (page().count() >= Page.CAP && page().rows().size() == size());
  }

  /** "?…" for another page of the same list. */
  public String link(int number) {
    return address(getQuery().search(), getQuery().filters(), sort(), number);
  }

  /** "?…" for the same list sorted by this column, the other way round when it is that already. */
  public String sortLink(String column) {
    boolean up = column.equals(getQuery().sort()) && !getQuery().descending();
    return address(getQuery().search(), getQuery().filters(), up ? "-" + column : column, 1);
  }

  /** "?…" for the same list with one filter set or, with an empty value, cleared. */
  public String filterLink(String name, String value) {
    Map<String, String> filters = new LinkedHashMap<>(getQuery().filters());
    filters.remove(name);
    if (!value.isEmpty()) {
      filters.put(name, value);
    }
    return address(getQuery().search(), filters, sort(), 1);
  }

  /** "ascending", "descending" or "none", as aria-sort has it. */
  public String sorted(String column) {
    if (!column.equals(getQuery().sort())) {
      return "none";
    }
    return getQuery().descending() ? "descending" : "ascending";
  }

  /** The sort as it stands in the address, empty for the usual one. */
  public String getSort() {
    return sort();
  }

  private String sort() {
    TableQuery asked = getQuery();
    return asked.sort() == null ? "" : (asked.descending() ? "-" : "") + asked.sort();
  }

  private int number() {
    String asked = parameter("page");
    return asked.matches("[1-9][0-9]{0,3}") ? Math.min(Integer.parseInt(asked), FARTHEST) : 1;
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    String stripped = value == null ? "" : CONTROLS.matcher(value).replaceAll(" ").strip();
    return stripped.length() > LONGEST_SEARCH ? stripped.substring(0, LONGEST_SEARCH) : stripped;
  }

  private static String address(
      String search, Map<String, String> filters, String sort, int number) {
    StringBuilder address = new StringBuilder("?");
    append(address, "q", search);
    filters.forEach((name, value) -> append(address, name, value));
    append(address, "sort", sort);
    append(address, "page", number > 1 ? String.valueOf(number) : "");
    return address.toString();
  }

  private static void append(StringBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address
          .append(address.length() > 1 ? "&" : "")
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }
}
