package nl.topfruit.shop.protocol.oci.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.topfruit.shop.protocol.ProtocolTexts;

/**
 * Rules as people write them, one a line: {@code CUST_FIELD1[8] = cut(cost-centre, 8)}; the number
 * in brackets is the longest value their system takes, where that is not what the standard says.
 *
 * @param rules that could be read, in order
 * @param faults of the lines that could not
 */
public record RuleText(List<Rule> rules, List<Fault> faults) {
  private static final Pattern LINE =
      Pattern.compile("\\s*([^\\s=\\[\\]]+)\\s*(?:\\[\\s*(\\d{1,5})\\s*])?\\s*=(.*)");

  public RuleText {
    rules = List.copyOf(rules);
    faults = List.copyOf(faults);
  }

  /**
   * @param line counted from 1
   * @param expression why it is none; null when the line is no rule at all
   */
  public record Fault(int line, UnreadableExpression expression) {

    /** Where, why, and what to do about it. */
    public String sentence(Locale reader) {
      return ProtocolTexts.sentence(
          reader,
          expression == null ? "rule.noRule" : "rule.inLine",
          Integer.toString(line),
          expression == null ? "" : expression.sentence(reader));
    }
  }

  /** Empty lines are passed over; fields are written in capitals, however they are typed. */
  public static RuleText read(String text) {
    List<Rule> rules = new ArrayList<>();
    List<Fault> faults = new ArrayList<>();
    String[] lines = text == null ? new String[0] : text.split("\\r\\n?|\\n");
    for (int i = 0; i < lines.length; i++) {
      Matcher line = LINE.matcher(lines[i]);
      if (lines[i].isBlank()) {
        continue;
      }
      if (!line.matches()) {
        faults.add(new Fault(i + 1, null));
        continue;
      }
      try {
        rules.add(
            new Rule(
                line.group(1).toUpperCase(Locale.ROOT),
                Expression.parse(line.group(3).strip()),
                line.group(2) == null ? null : Integer.valueOf(line.group(2))));
      } catch (UnreadableExpression unreadable) {
        faults.add(new Fault(i + 1, unreadable));
      }
    }
    return new RuleText(rules, faults);
  }

  /** As {@link #read} reads them. */
  public static String write(List<Rule> rules) {
    return rules.stream()
        .map(
            rule ->
                rule.field()
                    + (rule.length() == null ? "" : "[" + rule.length() + "]")
                    + " = "
                    + rule.value())
        .collect(Collectors.joining("\n"));
  }
}
