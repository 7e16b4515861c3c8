package nl.topfruit.shop.punchout.console;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.protocol.oci.OciReturnReader;
import nl.topfruit.shop.protocol.oci.RawParameter;

/** Holds the fields of a return against the standard. */
final class ReturnVerdicts {
  private static final String TEXTS = "punchout.console.console";

  private ReturnVerdicts() {}

  static List<CheckedField> of(List<RawParameter> returned, Locale reader) {
    Set<String> faults = Set.copyOf(OciReturnReader.read(returned).faults());
    return returned.stream()
        .map(
            field ->
                new CheckedField(
                    field.name(),
                    field.value(),
                    faults.contains(field.name()) ? Texts.of(TEXTS, reader, "return.name") : ""))
        .toList();
  }
}
