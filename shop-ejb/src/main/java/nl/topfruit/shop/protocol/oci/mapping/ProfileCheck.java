package nl.topfruit.shop.protocol.oci.mapping;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import nl.topfruit.shop.protocol.Units;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.protocol.oci.OciCharset;

/** Looks for what is wrong with a profile before a buyer meets it. */
final class ProfileCheck {
  private static final Pattern FIELD = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,5}");
  private static final int LONGEST_TARGET = 60;
  private static final int MOST_PRICE_DECIMALS = 3;
  private static final int USUAL_PRICE_DECIMALS = 2;
  private static final int DAY_LENGTH = 10;

  private final OciProfile profile;
  private final Set<String> fields;
  private final List<ProfileFault> faults = new ArrayList<>();

  ProfileCheck(OciProfile profile) {
    this.profile = profile;
    this.fields = profile.rules().stream().map(Rule::field).collect(Collectors.toSet());
  }

  List<ProfileFault> faults() {
    wholeProfile();
    names();
    units();
    customFields();
    Set<String> seen = new HashSet<>();
    for (Rule rule : profile.rules()) {
      if (!seen.add(rule.field())) {
        block(rule.field(), "profile.fieldTwice");
      }
      name(rule);
      length(rule);
      value(rule);
    }
    missing();
    return List.copyOf(faults);
  }

  private void wholeProfile() {
    if (OciCharset.named(profile.charset()).isEmpty()) {
      block("charset", "profile.charset", profile.charset());
    }
    if (profile.target() != null && profile.target().length() > LONGEST_TARGET) {
      block("target", "profile.targetTooLong", Integer.toString(LONGEST_TARGET));
    } else if ("_self".equalsIgnoreCase(profile.target())) {
      warn("target", "profile.targetSelf");
    }
    if (profile.priceDecimals() < 0 || profile.priceDecimals() > MOST_PRICE_DECIMALS) {
      block("priceDecimals", "profile.priceDecimals", Integer.toString(profile.priceDecimals()));
    } else if (profile.priceDecimals() < USUAL_PRICE_DECIMALS && !profile.priceUnit()) {
      warn("priceDecimals", "profile.fewPriceDecimals", Integer.toString(profile.priceDecimals()));
    }
    if (profile.longestReturn() != null && profile.longestReturn() < 1) {
      block("longestReturn", "profile.longestReturn", profile.longestReturn().toString());
    }
    if (profile.cancel() == CancelHandling.CANCEL_URL && profile.names().cancel().isEmpty()) {
      block("cancel", "profile.cancelName");
    }
  }

  private void names() {
    Set<String> seen = new HashSet<>();
    for (List<String> aliases : profile.names().aliases()) {
      for (String name : aliases) {
        if (name.isEmpty()) {
          block("names", "profile.nameEmpty");
        } else if (OciCallUp.isOurs(name)) {
          block("names", "profile.nameIsOurs", name);
        } else if (!seen.add(name.toLowerCase(Locale.ROOT))) {
          block("names", "profile.nameTwice", name);
        }
      }
    }
  }

  private void units() {
    if (profile.units().isEmpty()) {
      block("units", "profile.noUnits");
    } else if (profile.theirs(Units.PIECE) == null) {
      warn("units", "profile.noPieces", Units.PIECE);
    }
    int longest = profile.length("UNIT");
    profile
        .units()
        .forEach(
            (unit, code) -> {
              if (code.isBlank()) {
                block("units." + unit, "profile.unitEmpty", unit);
              } else if (OciText.length(code) > longest) {
                block("units." + unit, "profile.unitTooLong", code, Integer.toString(longest));
              }
            });
  }

  private void customFields() {
    profile
        .customFields()
        .forEach(
            (name, length) -> {
              if (StandardField.named(name).isPresent()) {
                warn(name, "profile.customIsStandard");
              }
              if (length < 1) {
                block(name, "profile.length", length.toString());
              }
            });
  }

  private void name(Rule rule) {
    if (!FIELD.matcher(rule.field()).matches()) {
      block(rule.field(), "profile.fieldName");
    } else if (StandardField.named(rule.field()).isEmpty()
        && !profile.customFields().containsKey(rule.field())) {
      warn(rule.field(), "profile.unknownField");
    } else if (profile.version() == OciProfile.Version.OCI_4_0
        && StandardField.named(rule.field()).filter(StandardField::isOnlyOfFive).isPresent()) {
      warn(rule.field(), "profile.onlyOfFive");
    }
  }

  private void length(Rule rule) {
    Integer own = rule.length();
    if (own != null && own < 1) {
      block(rule.field(), "profile.length", own.toString());
      return;
    }
    StandardField.named(rule.field())
        .filter(standard -> own != null && own > standard.length())
        .ifPresent(
            standard ->
                warn(
                    rule.field(),
                    "profile.longerThanStandard",
                    own.toString(),
                    Integer.toString(standard.length())));
    int room = profile.length(rule.field());
    int least = least(rule.value());
    if (least > room) {
      block(
          rule.field(),
          "profile.neverFits",
          rule.value().toString(),
          Integer.toString(least),
          Integer.toString(room));
    }
  }

  /** Characters of the longest result that needs no value of a line to be known. */
  private static int least(Expression expression) {
    if (expression instanceof Expression.Constant constant) {
      return OciText.length(constant.text());
    }
    if (expression instanceof Expression.Pad pad) {
      return Math.max(pad.length(), least(pad.of()));
    }
    if (expression instanceof Expression.Day day) {
      return day.pattern().length();
    }
    if (expression instanceof Expression.Value value) {
      return value.value() == ItemValue.DELIVERY_DAY ? DAY_LENGTH : 0;
    }
    if (expression instanceof Expression.Table table) {
      return Math.max(
          table.otherwise() == null ? 0 : OciText.length(table.otherwise()),
          table.entries().stream().mapToInt(e -> OciText.length(e.to())).max().orElse(0));
    }
    if (expression instanceof Expression.Cut cut) {
      return Math.min(cut.length(), least(cut.of()));
    }
    if (expression instanceof Expression.Last last) {
      return Math.min(last.length(), least(last.of()));
    }
    return 0;
  }

  private void value(Rule rule) {
    numeric(rule);
    cuts(rule, rule.value());
    if (rule.value() instanceof Expression.Constant constant) {
      if (constant.text().isBlank()) {
        warn(rule.field(), "profile.constantEmpty");
      }
      OciCharset.named(profile.charset())
          .filter(charset -> !OciCharset.fit(constant.text(), charset).equals(constant.text()))
          .ifPresent(charset -> block(rule.field(), "profile.constantCharset", charset.name()));
    }
  }

  /** A number goes out as we reckon with it, or their sum is another than ours. */
  private void numeric(Rule rule) {
    switch (rule.field()) {
      case "QUANTITY" -> only(rule, ItemValue.QUANTITY, null);
      case "PRICE" -> only(rule, ItemValue.PRICE, null);
      case "PRICEUNIT" -> only(rule, ItemValue.PRICE_UNIT, "1");
      case "LEADTIME" -> {
        if (!(rule.value() instanceof Expression.Constant constant
            && WHOLE.matcher(constant.text()).matches())) {
          only(rule, ItemValue.LEAD_TIME, null);
        }
      }
      default -> {}
    }
  }

  private void only(Rule rule, ItemValue value, String constant) {
    boolean right =
        rule.value().equals(new Expression.Value(value))
            || constant != null && rule.value().equals(new Expression.Constant(constant));
    if (!right) {
      block(rule.field(), "profile.onlyNumber", value.word());
    }
  }

  private void cuts(Rule rule, Expression expression) {
    Expression of =
        expression instanceof Expression.Cut cut
            ? cut.of()
            : expression instanceof Expression.Last last ? last.of() : null;
    if (of instanceof Expression.Value value) {
      if (value.kind() == ItemValue.Kind.NUMBER) {
        block(rule.field(), "profile.numberCut", value.toString());
      } else if (value.kind() == ItemValue.Kind.CODE) {
        warn(rule.field(), "profile.codeCut", value.toString());
      }
    }
    expression.parts().forEach(part -> cuts(rule, part));
  }

  private void missing() {
    for (StandardField field : StandardField.missingIn(fields)) {
      block(field.name(), "profile.noRule");
    }
    for (StandardField field : StandardField.values()) {
      field
          .needs()
          .filter(needed -> fields.contains(field.name()) && !fields.contains(needed.name()))
          .ifPresent(needed -> block(field.name(), "profile.needs", needed.name()));
    }
    if (fields.containsAll(Arrays.asList("MATNR", "DESCRIPTION"))) {
      warn("MATNR", "profile.materialAndDescription");
    }
    if (!fields.contains("PRICE")) {
      warn("PRICE", "profile.noPrice");
    } else if (profile.priceUnit() && !fields.contains("PRICEUNIT")) {
      block("PRICEUNIT", "profile.priceUnitNotSent");
    }
    if (!fields.contains("EXT_PRODUCT_ID")) {
      warn("EXT_PRODUCT_ID", "profile.noProduct");
    }
    boolean found =
        profile.rules().stream()
            .flatMap(rule -> rule.value().values())
            .anyMatch(
                value ->
                    value == ItemValue.QUOTE_ID
                        || value == ItemValue.LINE_KEY
                        || value == ItemValue.DESCRIPTION);
    if (!found) {
      warn("EXT_QUOTE_ID", "profile.noWayBack");
    }
  }

  private void block(String field, String key, String... arguments) {
    faults.add(new ProfileFault(field, key, List.of(arguments), true));
  }

  private void warn(String field, String key, String... arguments) {
    faults.add(new ProfileFault(field, key, List.of(arguments), false));
  }
}
