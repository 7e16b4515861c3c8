package nl.topfruit.shop.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Name and secret of a customer's system, as HTTP Basic carries them (RFC 7617, UTF-8).
 *
 * @param key name of the connection
 * @param secret what it shares with us; never written anywhere
 */
record BasicCredentials(String key, String secret) {
  /** What a 401 asks for. */
  static final String CHALLENGE = "Basic realm=\"Topfruit\", charset=\"UTF-8\"";

  private static final String SCHEME = "Basic ";

  /** The credentials of a request; none where they are missing or cannot be read. */
  static Optional<BasicCredentials> of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    String pair;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      pair = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    int colon = pair.indexOf(':');
    boolean readable = colon > 0 && pair.chars().noneMatch(Character::isISOControl);
    return readable
        ? Optional.of(new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return key + ":***";
  }
}
