package nl.topfruit.shop.protocol;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type, read leniently.
 *
 * @param type lower case, "text/xml"; empty when the header was missing
 * @param parameters names in lower case
 */
public record MediaType(String type, Map<String, String> parameters) {

  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;]*))");

  public MediaType {
    parameters = Map.copyOf(parameters);
  }

  /** The value of a Content-Type header, or null. */
  public static MediaType parse(String header) {
    if (header == null) {
      return new MediaType("", Map.of());
    }
    int semicolon = header.indexOf(';');
    String type = semicolon < 0 ? header : header.substring(0, semicolon);
    Map<String, String> parameters = new LinkedHashMap<>();
    Matcher matcher = PARAMETER.matcher(semicolon < 0 ? "" : header.substring(semicolon));
    while (matcher.find()) {
      String quoted = matcher.group(2);
      String value = quoted == null ? matcher.group(3).strip() : quoted.replaceAll("\\\\(.)", "$1");
      parameters.putIfAbsent(matcher.group(1).toLowerCase(Locale.ROOT), value);
    }
    return new MediaType(type.strip().toLowerCase(Locale.ROOT), parameters);
  }

  /** text/xml, application/xml and everything that ends in +xml. */
  public boolean isXml() {
    return type.equals("text/xml") || type.equals("application/xml") || type.endsWith("+xml");
  }

  public boolean isMultipart() {
    return type.startsWith("multipart/");
  }

  /** The charset parameter; null when there is none that Java knows. */
  public Charset charset() {
    String name = parameters.get("charset");
    try {
      return name == null ? null : Charset.forName(name.strip());
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      return null;
    }
  }
}
