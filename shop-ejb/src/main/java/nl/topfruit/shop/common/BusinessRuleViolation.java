package nl.topfruit.shop.common;

import jakarta.ejb.ApplicationException;
import java.util.Arrays;
import java.util.List;

/**
 * Something a person asked for that the rules forbid. It carries the key of a sentence that says
 * what happened and what to do now; the page, endpoint or mail turns it into Dutch or English. The
 * transaction is rolled back, nothing is wrong with the program.
 */
@ApplicationException(rollback = true)
public class BusinessRuleViolation extends RuntimeException {

  private final String field;
  private final String key;
  private final List<Object> arguments;

  /**
   * @param field the input it concerns (the hook names of the pages: "quantity", "deliver-on"), or
   *     null
   * @param key message key in the bundle of the room, such as "ordering.dayNotPossible"
   * @param arguments what the sentence names
   */
  public BusinessRuleViolation(String field, String key, Object... arguments) {
    super(key + Arrays.toString(arguments));
    this.field = field;
    this.key = key;
    this.arguments = List.of(arguments);
  }

  public String field() {
    return field;
  }

  public String key() {
    return key;
  }

  public List<Object> arguments() {
    return arguments;
  }
}
