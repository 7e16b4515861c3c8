package nl.topfruit.shop.web.office;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.HookHandling;
import nl.topfruit.shop.protocol.oci.OciNames;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.RuleText;

/** A profile as the inputs of a form, and back. Names are those of the inputs. */
final class ProfileForm {
  private ProfileForm() {}

  static Map<String, Object> of(OciProfile profile) {
    Map<String, Object> form = new HashMap<>();
    form.put("oci-version", profile.version().name());
    form.put("charset", profile.charset());
    form.put("target", profile.target());
    form.put("hook-handling", profile.hookHandling().name());
    form.put("cancel", profile.cancel().name());
    form.put("name-username", line(profile.names().username()));
    form.put("name-password", line(profile.names().password()));
    form.put("name-hook", line(profile.names().hook()));
    form.put("name-cancel", line(profile.names().cancel()));
    form.put("name-email", line(profile.names().ordererEmail()));
    form.put("name-person", line(profile.names().ordererName()));
    form.put("name-phone", line(profile.names().ordererPhone()));
    form.put("hook-unencoded", profile.names().hookUnencoded());
    form.put("units", lines(profile.units()));
    form.put("custom-fields", lines(profile.customFields()));
    form.put("price-decimals", String.valueOf(profile.priceDecimals()));
    form.put("price-unit", profile.priceUnit());
    form.put("decimal-comma", profile.decimalComma());
    form.put(
        "longest-return",
        profile.longestReturn() == null ? null : profile.longestReturn().toString());
    form.put("rules", RuleText.write(profile.rules()));
    return form;
  }

  private static String line(List<String> names) {
    return String.join(" ", names);
  }

  private static String lines(Map<String, ?> entries) {
    return entries.entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining("\n"));
  }

  /**
   * @throws BusinessRuleViolation with the input that cannot be read
   */
  static OciProfile read(FormValues form, OciProfile before) {
    String charset = form.text("charset");
    return before
        .with()
        .version(OciProfile.Version.valueOf(form.text("oci-version")))
        .charset(charset == null ? "" : charset)
        .target(form.text("target"))
        .hookHandling(HookHandling.valueOf(form.text("hook-handling")))
        .cancel(CancelHandling.valueOf(form.text("cancel")))
        .names(names(form))
        .units(entries(form, "units"))
        .customFields(lengths(form))
        .priceDecimals(form.number("price-decimals"))
        .priceUnit(form.is("price-unit"))
        .decimalComma(form.is("decimal-comma"))
        .longestReturn(form.text("longest-return") == null ? null : form.number("longest-return"))
        .rules(RuleText.read(form.text("rules")).rules())
        .build();
  }

  private static OciNames names(FormValues form) {
    return new OciNames(
        needed(form, "name-username"),
        needed(form, "name-password"),
        needed(form, "name-hook"),
        form.is("hook-unencoded"),
        form.words("name-cancel"),
        form.words("name-email"),
        form.words("name-person"),
        form.words("name-phone"));
  }

  private static List<String> needed(FormValues form, String field) {
    List<String> names = form.words(field);
    if (names.isEmpty()) {
      throw new BusinessRuleViolation(field, "connection.nameNeeded");
    }
    return names;
  }

  private static Map<String, String> entries(FormValues form, String field) {
    Map<String, String> entries = new LinkedHashMap<>();
    String typed = form.text(field);
    for (String line : typed == null ? new String[0] : typed.split("\\r\\n?|\\n")) {
      int equals = line.indexOf('=');
      if (line.isBlank()) {
        continue;
      }
      if (equals < 1) {
        throw new BusinessRuleViolation(field, "connection.entry", line.strip());
      }
      entries.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    return entries;
  }

  private static Map<String, Integer> lengths(FormValues form) {
    Map<String, Integer> lengths = new LinkedHashMap<>();
    entries(form, "custom-fields")
        .forEach(
            (name, length) -> {
              if (!length.matches("\\d{1,5}")) {
                throw new BusinessRuleViolation("custom-fields", "connection.entryLength", name);
              }
              lengths.put(name, Integer.valueOf(length));
            });
    return lengths;
  }
}
