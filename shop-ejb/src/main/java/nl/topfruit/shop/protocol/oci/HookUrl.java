package nl.topfruit.shop.protocol.oci;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;

/**
 * The return address of a call-up, checked so that the host we compare is the host the browser will
 * post to. Everything that a browser would first repair (blanks, backslashes, missing slashes,
 * encoded or numeric host names) is refused instead of repaired; what passes is kept to the byte.
 */
public final class HookUrl {

  private static final String FIELD = "HOOK_URL";
  private static final int LONGEST = 16_384;
  private static final Pattern FORM =
      Pattern.compile("(?i)(https?)://([^/?#]*)([^?#]*)(\\?[^#]*)?(#.*)?", Pattern.DOTALL);
  private static final Pattern AUTHORITY =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[0-9A-Za-z._-]+)(?::(\\d{1,5}))?");
  private static final Pattern NUMERIC_END =
      Pattern.compile("(?:.*\\.)?(?:\\d+|0[xX][0-9A-Fa-f]*)\\.?");
  private static final Pattern IPV4 =
      Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

  private final String raw;
  private final String scheme;
  private final String host;
  private final int port;
  private final String path;
  private final String query;
  private final String fragment;

  private HookUrl(String raw, Matcher form, Matcher authority) {
    this.raw = raw;
    this.scheme = form.group(1).toLowerCase(Locale.ROOT);
    this.host = authority.group(1).toLowerCase(Locale.ROOT);
    this.port = authority.group(2) == null ? -1 : Integer.parseInt(authority.group(2));
    this.path = form.group(3);
    this.query = form.group(4) == null ? "" : form.group(4);
    this.fragment = form.group(5) == null ? "" : form.group(5);
  }

  /**
   * @param raw decoded once from the call-up
   * @throws UnreadableMessage for anything but an absolute http or https address whose host is
   *     beyond doubt
   */
  public static HookUrl parse(String raw) {
    if (raw == null || raw.isBlank()) {
      throw new UnreadableMessage(Reason.MISSING, FIELD, "missing", FIELD);
    }
    if (raw.length() > LONGEST) {
      throw wrong("tooLong", FIELD, Integer.toString(LONGEST));
    }
    if (raw.chars().anyMatch(c -> c <= ' ' || c == '\\' || (c >= 0x7f && c <= 0xa0))) {
      throw wrong("hookCharacters");
    }
    Matcher form = FORM.matcher(raw);
    if (!form.matches()) {
      throw wrong("hookNotAbsolute");
    }
    if (form.group(2).indexOf('@') >= 0) {
      throw wrong("hookUserInfo");
    }
    Matcher authority = AUTHORITY.matcher(form.group(2));
    if (!authority.matches() || !isUnambiguous(authority.group(1)) || !isPort(authority.group(2))) {
      throw wrong("hookHost");
    }
    return new HookUrl(raw, form, authority);
  }

  /** A browser reads 2130706433 and 0x7f.1 as an IPv4 address; only its canonical form passes. */
  private static boolean isUnambiguous(String host) {
    return host.startsWith("[")
        || !host.startsWith(".")
            && !host.contains("..")
            && (!NUMERIC_END.matcher(host).matches() || IPV4.matcher(host).matches());
  }

  private static boolean isPort(String port) {
    return port == null || Integer.parseInt(port) <= 65_535;
  }

  private static UnreadableMessage wrong(String key, String... arguments) {
    return new UnreadableMessage(Reason.WRONG_VALUE, FIELD, key, arguments);
  }

  /** The address as sent. */
  public String raw() {
    return raw;
  }

  public boolean isSecure() {
    return scheme.equals("https");
  }

  /** Lower case, without port. */
  public String host() {
    return host;
  }

  /** -1 when the address names none. */
  public int port() {
    return port;
  }

  /** Scheme, host and port, as {@code frame-ancestors} wants it. */
  public String origin() {
    return scheme + "://" + host + (port < 0 ? "" : ":" + port);
  }

  /**
   * Whether a list of allowed hosts holds this one: "erp.example" is that host at any port,
   * "erp.example:8443" that port only, "*.erp.example" every host below it.
   */
  public boolean isOn(Collection<String> allowedHosts) {
    return allowedHosts.stream().anyMatch(this::is);
  }

  private boolean is(String allowed) {
    String entry = allowed.strip().toLowerCase(Locale.ROOT);
    if (entry.startsWith("*.")) {
      return entry.length() > 2 && host.endsWith(entry.substring(1));
    }
    int effectivePort = port >= 0 ? port : isSecure() ? 443 : 80;
    return host.equals(entry) || (host + ":" + effectivePort).equals(entry);
  }

  /**
   * The action of the return form, byte for byte what was sent (less the query when it is split).
   */
  public String action(HookHandling handling) {
    return handling == HookHandling.SPLIT
        ? raw.substring(0, raw.length() - fragment.length() - query.length()) + fragment
        : raw;
  }

  /** The query as hidden inputs, in order and with doubles; none for WHOLE. */
  public List<FormField> queryFields(HookHandling handling, Charset charset) {
    return handling == HookHandling.WHOLE || query.length() < 2
        ? List.of()
        : RawParameter.parse(asBytes(query.substring(1), charset), charset).stream()
            .map(parameter -> new FormField(parameter.name(), parameter.value()))
            .toList();
  }

  private static String asBytes(String text, Charset charset) {
    return new String(text.getBytes(charset), StandardCharsets.ISO_8859_1);
  }

  @Override
  public String toString() {
    return origin() + path;
  }
}
