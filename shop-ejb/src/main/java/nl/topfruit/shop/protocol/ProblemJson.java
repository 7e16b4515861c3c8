package nl.topfruit.shop.protocol;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * Errors of machine addresses as {@code application/problem+json} (RFC 9457): type, title, status,
 * detail, our reference, and every fault with its XPath.
 */
public final class ProblemJson {

  public static final String MEDIA_TYPE = "application/problem+json";

  private ProblemJson() {}

  /**
   * @param type address of a page that explains it, or {@code about:blank}
   * @param reference under which the message stands in the message log
   * @param faults in the language of {@code locale}
   */
  public static byte[] write(
      int status,
      String type,
      String title,
      String detail,
      String reference,
      List<UnreadableMessage.Fault> faults,
      Locale locale) {
    StringBuilder json = new StringBuilder(512).append('{');
    json.append("\"type\":").append(quoted(type));
    json.append(",\"title\":").append(quoted(title));
    json.append(",\"status\":").append(status);
    json.append(",\"detail\":").append(quoted(detail));
    json.append(",\"reference\":").append(quoted(reference));
    json.append(",\"errors\":[");
    for (int i = 0; i < faults.size(); i++) {
      UnreadableMessage.Fault fault = faults.get(i);
      json.append(i == 0 ? "" : ",")
          .append("{\"xpath\":")
          .append(quoted(fault.location()))
          .append(",\"code\":")
          .append(quoted(fault.key()))
          .append(",\"detail\":")
          .append(quoted(ProtocolTexts.sentence(locale, fault)))
          .append('}');
    }
    return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** A message that could not be read, with the status that UBL answers. */
  public static byte[] of(UnreadableMessage message, String reference, Locale locale) {
    String title = ProtocolTexts.sentence(locale, "title." + message.reason());
    return write(
        message.reason().ublStatus(),
        "about:blank",
        title,
        ProtocolTexts.sentence(locale, message),
        reference,
        message.faults(),
        locale);
  }

  private static String quoted(String text) {
    if (text == null) {
      return "null";
    }
    StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\n' -> quoted.append("\\n");
        case '\r' -> quoted.append("\\r");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c < ' ' || Character.isSurrogate(c)) {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          } else {
            quoted.append(c);
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
