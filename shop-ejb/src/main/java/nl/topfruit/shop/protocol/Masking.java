package nl.topfruit.shop.protocol;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes passwords out of raw messages before they are written anywhere: values of password fields
 * in a query or form body, and the secrets of a cXML Credential. Everything else stays to the byte.
 */
public final class Masking {

  private static final String MASK = "***";
  private static final Set<String> PASSWORD_WORDS =
      Set.of("password", "passwd", "pwd", "wachtwoord", "passwort", "secret");

  /** To the end of the message when the element is never closed: rather too much than a secret. */
  private static final Pattern XML_SECRET =
      Pattern.compile(
          "(<(?:\\w+:)?(SharedSecret|CredentialMac|DigitalSignature)\\b[^>]*(?<!/)>)(.*?)"
              + "(?=</(?:\\w+:)?\\2\\b|\\z)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private static final Pattern FORM_DATA_PART =
      Pattern.compile(
          "(\\bname=\"([^\"\\r\\n]{0,200}+)\"[^\\r\\n]{0,300}+(?:\\r?\\n[^\\r\\n]{1,300}+){0,9}\\r?\\n\\r?\\n)(.*?)(?=\\r?\\n--|\\z)",
          Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

  private Masking() {}

  /** Masks a query string, a whole address, a form body, XML or multipart text. */
  public static String maskPasswords(String raw) {
    return maskPasswords(raw, Set.of());
  }

  /**
   * @param passwordNames parameter names that hold a password in this connection, beside every name
   *     that speaks for itself ("PASSWORD", "pwd", "client_secret")
   */
  public static String maskPasswords(String raw, Collection<String> passwordNames) {
    if (raw == null || raw.isEmpty()) {
      return raw;
    }
    String masked = XML_SECRET.matcher(raw).replaceAll("$1" + MASK);
    return raw.stripLeading().startsWith("<")
        ? masked
        : maskPairs(maskParts(masked, passwordNames), passwordNames);
  }

  /** The same on bytes: UTF-16 by its mark or its zeros, otherwise any superset of ASCII. */
  public static byte[] maskPasswords(byte[] raw, Collection<String> passwordNames) {
    Charset charset = wide(raw);
    return maskPasswords(new String(raw, charset), passwordNames).getBytes(charset);
  }

  private static Charset wide(byte[] raw) {
    if (raw.length < 2) {
      return StandardCharsets.ISO_8859_1;
    }
    if ((raw[0] == (byte) 0xFE && raw[1] == (byte) 0xFF) || (raw[0] == 0 && raw[1] != 0)) {
      return StandardCharsets.UTF_16BE;
    }
    if ((raw[0] == (byte) 0xFF && raw[1] == (byte) 0xFE) || (raw[0] != 0 && raw[1] == 0)) {
      return StandardCharsets.UTF_16LE;
    }
    return StandardCharsets.ISO_8859_1;
  }

  private static String maskParts(String raw, Collection<String> passwordNames) {
    return FORM_DATA_PART
        .matcher(raw)
        .replaceAll(
            part ->
                Matcher.quoteReplacement(
                    part.group(1)
                        + (isPassword(part.group(2), passwordNames) ? MASK : part.group(3))));
  }

  private static String maskPairs(String raw, Collection<String> passwordNames) {
    StringBuilder masked = new StringBuilder(raw.length());
    int start = 0;
    while (start <= raw.length()) {
      int end = endOfPair(raw, start);
      String pair = raw.substring(start, end);
      int equals = pair.indexOf('=');
      if (equals >= 0 && isPassword(nameOf(pair.substring(0, equals)), passwordNames)) {
        masked.append(pair, 0, equals + 1).append(MASK);
      } else {
        masked.append(pair);
      }
      if (end < raw.length()) {
        masked.append(raw.charAt(end));
      }
      start = end + 1;
    }
    return masked.toString();
  }

  private static int endOfPair(String raw, int start) {
    for (int i = start; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '&' || c == '\n' || c == '\r') {
        return i;
      }
    }
    return raw.length();
  }

  /** Of a whole address only what follows the '?' is the name. */
  private static String nameOf(String beforeEquals) {
    return beforeEquals.substring(beforeEquals.lastIndexOf('?') + 1);
  }

  private static boolean isPassword(String rawName, Collection<String> passwordNames) {
    if (rawName.length() > 200) {
      return false;
    }
    String name = decoded(rawName).strip().toLowerCase(Locale.ROOT);
    return PASSWORD_WORDS.stream().anyMatch(name::contains)
        || name.equals("pass")
        || passwordNames.stream().anyMatch(name::equalsIgnoreCase);
  }

  private static String decoded(String rawName) {
    try {
      return URLDecoder.decode(rawName, StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException notEncoded) {
      return rawName;
    }
  }
}
