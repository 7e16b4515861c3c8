package nl.topfruit.shop.common;

import java.util.Map;

/**
 * What a list on a page asks for.
 *
 * @param search free text, empty for all
 * @param filters by name of the filter; each service knows its own and ignores the rest
 * @param sort name of a sort that the service knows, or null for its usual one
 * @param descending the other way round
 * @param first row to begin with, from 0
 * @param size rows at most
 */
public record TableQuery(
    String search,
    Map<String, String> filters,
    String sort,
    boolean descending,
    int first,
    int size) {

  public static final int PAGE = 25;

  public static TableQuery firstPage() {
    return new TableQuery("", Map.of(), null, false, 0, PAGE);
  }

  public String filter(String name) {
    return filters.getOrDefault(name, "");
  }
}
