package nl.topfruit.shop.common;

import java.util.List;

/**
 * A part of a list, with how long the whole list is.
 *
 * @param rows records, never managed entities
 * @param count rows in the whole list; at most {@link #CAP}, which means "that many or more"
 */
public record Page<T>(List<T> rows, long count) {
  /**
   * Counting a million rows costs more than reading one page of them; beyond this a list says
   * "10.000+".
   */
  public static final int CAP = 10_000;

  public static <T> Page<T> empty() {
    return new Page<>(List.of(), 0);
  }
}
