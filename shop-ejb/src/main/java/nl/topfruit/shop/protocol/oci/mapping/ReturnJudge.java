package nl.topfruit.shop.protocol.oci.mapping;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.protocol.Quantities;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.protocol.oci.mapping.ReturnCheck.Field;
import nl.topfruit.shop.protocol.oci.mapping.ReturnCheck.Verdict;

/** One posted return being judged. */
final class ReturnJudge {
  private static final Pattern FIELD = Pattern.compile("NEW_ITEM-([A-Z0-9_]+)\\[([1-9]\\d{0,5})]");
  private static final Pattern LONG_TEXT =
      Pattern.compile("NEW_ITEM-(LONGTEXT)_([1-9]\\d{0,5}):132\\[]");
  private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
  private static final Pattern REFERENCE = Pattern.compile("&(#\\d+|#x[0-9A-Fa-f]+|[a-z]+);");
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z!][^<>]*>");

  /** Two bytes of UTF-8 that were read as two characters: "Ã©" for "é". */
  private static final Pattern MISREAD = Pattern.compile("[ÂÃ][\\u0080-\\u00bf]|â‚¬|â€");

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\r\\n\\t]]");

  /** What was found wrong, or merely odd. */
  private record Finding(Verdict verdict, String key, List<String> arguments) {}

  private final OciProfile profile;
  private final List<Field> others = new ArrayList<>();
  private final Map<Integer, List<Field>> lines = new TreeMap<>();
  private final Map<Integer, Map<String, String>> sent = new HashMap<>();

  ReturnJudge(OciProfile profile) {
    this.profile = profile;
  }

  void read(RawParameter parameter) {
    Matcher name = LONG_TEXT.matcher(parameter.name());
    if (!name.matches()) {
      name = FIELD.matcher(parameter.name());
    }
    if (name.matches() && isNamedRightly(name)) {
      item(name.group(1), Integer.parseInt(name.group(2)), parameter);
    } else {
      boolean meant = parameter.name().toUpperCase(Locale.ROOT).startsWith("NEW_ITEM");
      others.add(
          new Field(
              0,
              "",
              parameter.name(),
              parameter.value(),
              meant ? Verdict.WRONG : Verdict.OK,
              meant ? "check.name" : "check.other",
              List.of()));
    }
  }

  /** {@code LONGTEXT[1]} has the form of a field and is none. */
  private static boolean isNamedRightly(Matcher name) {
    return name.pattern() == LONG_TEXT || !name.group(1).startsWith("LONGTEXT");
  }

  private void item(String field, int line, RawParameter parameter) {
    Map<String, String> values = sent.computeIfAbsent(line, number -> new HashMap<>());
    Finding finding =
        values.containsKey(field)
            ? new Finding(Verdict.WRONG, "check.double", List.of())
            : judged(field, parameter.value())
                .orElse(new Finding(Verdict.OK, "check.ok", List.of()));
    if (!parameter.value().isBlank()) {
      values.putIfAbsent(field, parameter.value());
    }
    lines
        .computeIfAbsent(line, number -> new ArrayList<>())
        .add(
            new Field(
                line,
                field,
                parameter.name(),
                parameter.value(),
                finding.verdict(),
                finding.key(),
                finding.arguments()));
  }

  private Optional<Finding> judged(String field, String value) {
    if (value.isBlank()) {
      return warning("check.empty");
    }
    if (CONTROL.matcher(value).find()) {
      return wrong("check.controlCharacter");
    }
    return content(field, value)
        .or(() -> length(field, value))
        .or(() -> agreed(field))
        .or(() -> spelling(field, value));
  }

  private Optional<Finding> length(String field, String value) {
    int length = OciText.length(value);
    int room = profile.length(field);
    if (length > room) {
      return wrong("check.tooLong", Integer.toString(length), Integer.toString(room));
    }
    return StandardField.named(field)
        .map(StandardField::length)
        .filter(standard -> length > standard)
        .flatMap(standard -> warning("check.longerThanStandard", standard.toString()));
  }

  private Optional<Finding> agreed(String field) {
    boolean known = profile.rule(field).isPresent() || profile.customFields().containsKey(field);
    if (known) {
      return Optional.empty();
    }
    return StandardField.named(field).isPresent()
        ? warning("check.notAgreed")
        : warning("check.unknownField");
  }

  private Optional<Finding> content(String field, String value) {
    return switch (field) {
      case "QUANTITY", "PRICE" -> decimal(field, value);
      case "PRICEUNIT" -> isWhole(value, 1) ? Optional.empty() : wrong("check.whole", shown(value));
      case "LEADTIME" -> isWhole(value, 0) ? Optional.empty() : wrong("check.whole", shown(value));
      case "UNIT" ->
          profile.units().containsValue(value)
              ? Optional.empty()
              : wrong(
                  "check.unit",
                  shown(value),
                  String.join(
                      ", ", profile.units().values().stream().sorted().distinct().toList()));
      case "CURRENCY" ->
          CURRENCY.matcher(value).matches()
              ? Optional.empty()
              : wrong("check.currency", shown(value));
      case "SERVICE" ->
          value.equals("X") ? Optional.empty() : wrong("check.letter", shown(value), "X");
      case "ATTACHMENT_PURPOSE" ->
          value.equals("C") ? Optional.empty() : warning("check.letter", shown(value), "C");
      default -> Optional.empty();
    };
  }

  private Optional<Finding> decimal(String field, String value) {
    String plain = profile.decimalComma() ? value.replace(',', '.') : value;
    if (!StandardField.Form.DECIMAL.reads(plain)
        || profile.decimalComma() && value.indexOf('.') >= 0) {
      return wrong("check.decimal", shown(value), profile.decimalComma() ? "," : ".");
    }
    BigDecimal number = new BigDecimal(plain);
    if (number.signum() == 0) {
      return wrong("check.zero");
    }
    if (field.equals("PRICE") && number.stripTrailingZeros().scale() > profile.priceDecimals()) {
      return wrong("check.priceDecimals", shown(value), Integer.toString(profile.priceDecimals()));
    }
    return Optional.empty();
  }

  private static boolean isWhole(String value, int least) {
    return value.matches("\\d{1,9}") && Integer.parseInt(value) >= least;
  }

  private static Optional<Finding> spelling(String field, String value) {
    if (MISREAD.matcher(value).find()) {
      return warning("check.charset");
    }
    if (REFERENCE.matcher(value).find()) {
      return warning("check.reference");
    }
    if (TAG.matcher(value).find()) {
      return warning("check.tag");
    }
    if (!field.equals("LONGTEXT") && !value.strip().equals(value)) {
      return warning("check.blanks");
    }
    return Optional.empty();
  }

  List<Field> judged() {
    List<Field> all = new ArrayList<>();
    int expected = 1;
    for (Map.Entry<Integer, List<Field>> line : lines.entrySet()) {
      int number = line.getKey();
      all.addAll(line.getValue());
      if (number != expected) {
        all.add(missing(number, "", "check.gap", Integer.toString(expected)));
      }
      expected = number + 1;
      lacking(number, all);
    }
    if (profile.longestReturn() != null && lines.size() > profile.longestReturn()) {
      all.add(
          missing(
              0,
              "",
              "check.tooManyLines",
              Integer.toString(lines.size()),
              profile.longestReturn().toString()));
    }
    all.addAll(others);
    return all;
  }

  private void lacking(int line, List<Field> all) {
    Map<String, String> values = sent.get(line);
    for (StandardField field : StandardField.missingIn(values.keySet())) {
      all.add(missing(line, field.name(), "check.missing"));
    }
    for (StandardField field : StandardField.values()) {
      field
          .needs()
          .filter(need -> values.containsKey(field.name()) && !values.containsKey(need.name()))
          .ifPresent(need -> all.add(missing(line, need.name(), "check.dependent", field.name())));
    }
    if (values.containsKey("MATNR") && values.containsKey("DESCRIPTION")) {
      all.add(
          new Field(
              line,
              "MATNR",
              OciReturn.wireName("MATNR", line),
              values.get("MATNR"),
              Verdict.WARNING,
              "check.materialAndDescription",
              List.of()));
    }
  }

  private static Field missing(int line, String field, String key, String... arguments) {
    String name =
        field.isEmpty()
            ? "NEW_ITEM" + (line == 0 ? "" : "[" + line + "]")
            : OciReturn.wireName(field, line);
    return new Field(line, field, name, null, Verdict.WRONG, key, List.of(arguments));
  }

  private static String shown(String value) {
    return Quantities.shortened(value);
  }

  private static Optional<Finding> wrong(String key, String... arguments) {
    return Optional.of(new Finding(Verdict.WRONG, key, List.of(arguments)));
  }

  private static Optional<Finding> warning(String key, String... arguments) {
    return Optional.of(new Finding(Verdict.WARNING, key, List.of(arguments)));
  }
}
