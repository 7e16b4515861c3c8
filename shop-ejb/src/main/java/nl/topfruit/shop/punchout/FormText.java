package nl.topfruit.shop.punchout;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import nl.topfruit.shop.protocol.oci.OciHtml;

/** A form as the message log keeps it: one field a line, in the order in which it is posted. */
final class FormText {
  static final String TYPE = "text/plain; charset=UTF-8";

  private FormText() {}

  static byte[] of(OciHtml.Form form) {
    return form.fields().stream()
        .map(field -> field.name() + "=" + field.value())
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }
}
