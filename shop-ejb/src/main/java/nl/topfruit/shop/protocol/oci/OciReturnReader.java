package nl.topfruit.shop.protocol.oci;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a return as a purchasing system does, from the raw names: {@code NEW_ITEM-UNIT[2]} is one
 * name and no array of the container's making. For the simulator and for tests.
 */
public final class OciReturnReader {

  private static final Pattern FIELD = Pattern.compile("NEW_ITEM-([A-Z0-9_]+)\\[([1-9]\\d*)]");
  private static final Pattern LONG_TEXT =
      Pattern.compile("NEW_ITEM-(LONGTEXT)_([1-9]\\d*):132\\[]");

  private OciReturnReader() {}

  /**
   * @param items field name (without {@code NEW_ITEM-} and index) to value, in order of the index
   * @param others everything that is no item: the query of the return address, {@code ~} parameters
   * @param faults what a strict system would stumble over: names of another form, doubles, gaps in
   *     the numbering
   */
  public record Returned(
      List<Map<String, String>> items, List<FormField> others, List<String> faults) {}

  public static Returned read(List<RawParameter> parameters) {
    Map<Integer, Map<String, String>> items = new TreeMap<>();
    List<FormField> others = new ArrayList<>();
    List<String> faults = new ArrayList<>();
    for (RawParameter parameter : parameters) {
      Matcher field = FIELD.matcher(parameter.name());
      Matcher longText = LONG_TEXT.matcher(parameter.name());
      if (longText.matches()) {
        put(items, longText, parameter, faults);
      } else if (field.matches() && !field.group(1).startsWith("LONGTEXT")) {
        put(items, field, parameter, faults);
      } else if (parameter.name().startsWith("NEW_ITEM")) {
        faults.add(parameter.name());
      } else {
        others.add(new FormField(parameter.name(), parameter.value()));
      }
    }
    int expected = 1;
    for (int number : items.keySet()) {
      if (number != expected) {
        faults.add("NEW_ITEM [" + expected + "]");
        expected = number;
      }
      expected++;
    }
    return new Returned(List.copyOf(items.values()), List.copyOf(others), List.copyOf(faults));
  }

  private static void put(
      Map<Integer, Map<String, String>> items,
      Matcher name,
      RawParameter parameter,
      List<String> faults) {
    int number;
    try {
      number = Integer.parseInt(name.group(2));
    } catch (NumberFormatException beyondAllUse) {
      faults.add(parameter.name());
      return;
    }
    Map<String, String> item = items.computeIfAbsent(number, n -> new LinkedHashMap<>());
    if (item.putIfAbsent(name.group(1), parameter.value()) != null) {
      faults.add(parameter.name());
    }
  }
}
