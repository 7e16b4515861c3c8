package nl.topfruit.shop.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.io.Serializable;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * A person who signed in, as it is kept in his HTTP session.
 *
 * @param callerName name of the principal
 * @param roles container roles
 */
public record SignedIn(String callerName, Set<String> roles) implements Serializable {
  private static final String KEY = SignedIn.class.getName();

  public SignedIn {
    roles = new TreeSet<>(roles);
  }

  /** The person behind this request, if one signed in. */
  public static Optional<SignedIn> of(HttpServletRequest request) {
    HttpSession session = request.getSession(false);
    return session != null && session.getAttribute(KEY) instanceof SignedIn person
        ? Optional.of(person)
        : Optional.empty();
  }

  /** Remembers the person, in a session that nobody knew before he signed in. */
  public void remember(HttpServletRequest request) {
    HttpSession old = request.getSession(false);
    if (old != null) {
      old.invalidate();
    }
    request.getSession(true).setAttribute(KEY, this);
  }

  public boolean hasAny(String... wanted) {
    for (String role : wanted) {
      if (roles.contains(role)) {
        return true;
      }
    }
    return false;
  }
}
