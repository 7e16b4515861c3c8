package nl.topfruit.shop.web.faces;

import java.util.Arrays;
import java.util.List;

/**
 * One of a few things to choose from, in a filter or a select.
 *
 * @param value as it stands in the address or the form
 * @param label as people read it
 */
public record Choice(String value, String label) {

  /** The states of a thing, by their words. */
  public static List<Choice> of(Enum<?>[] states) {
    return Arrays.stream(states)
        .map(state -> new Choice(state.name(), States.word(state)))
        .toList();
  }
}
