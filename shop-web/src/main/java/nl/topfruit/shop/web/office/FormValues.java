package nl.topfruit.shop.web.office;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.common.BusinessRuleViolation;

/**
 * What stands in a form of many inputs.
 *
 * @param of by name of the input, as the page binds it
 */
record FormValues(Map<String, Object> of) {

  /** Without blanks around it; null for nothing. */
  String text(String field) {
    Object value = of.get(field);
    return value == null || value.toString().isBlank() ? null : value.toString().strip();
  }

  /** What is separated by blanks, lines, commas or semicolons; none for nothing. */
  List<String> words(String field) {
    String typed = text(field);
    return typed == null ? List.of() : Arrays.asList(typed.split("[\\s,;]+"));
  }

  /** A box that is ticked. */
  boolean is(String field) {
    return Boolean.parseBoolean(String.valueOf(of.get(field)));
  }

  /**
   * @throws BusinessRuleViolation "connection.number" for anything but up to five digits
   */
  int number(String field) {
    String typed = text(field);
    if (typed == null || !typed.matches("\\d{1,5}")) {
      throw new BusinessRuleViolation(field, "connection.number");
    }
    return Integer.parseInt(typed);
  }
}
