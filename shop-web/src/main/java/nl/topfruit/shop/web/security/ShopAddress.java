package nl.topfruit.shop.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code /shop/⟨token⟩/⟨page⟩}: the token of a shopping session and the page it is asked for.
 *
 * @param token as it stands in the path; whether a session has it is another question
 * @param page the rest of the path with its slash, empty for {@code /shop/⟨token⟩}
 */
record ShopAddress(String token, String page) {
  /**
   * 160 random bits are 27 characters in base64url and 40 in hexadecimal; no page has so long a
   * name.
   */
  private static final Pattern PATH = Pattern.compile("/shop/([A-Za-z0-9_-]{20,64})(/.*)?");

  static Optional<ShopAddress> of(HttpServletRequest request) {
    return of(request.getRequestURI().substring(request.getContextPath().length()));
  }

  static Optional<ShopAddress> of(String path) {
    Matcher matcher = PATH.matcher(path);
    return matcher.matches()
        ? Optional.of(
            new ShopAddress(matcher.group(1), matcher.group(2) == null ? "" : matcher.group(2)))
        : Optional.empty();
  }
}
