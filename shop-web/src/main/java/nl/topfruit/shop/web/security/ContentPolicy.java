package nl.topfruit.shop.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a page may load, where its forms may go and who may show it in a frame. Everything comes
 * from us. Styles may stand in attributes because PrimeFaces writes them; scripts may not. The shop
 * may be framed by the system it was called from, nothing else by anyone.
 *
 * @param scripts where scripts may come from
 * @param formsLeave true for the one page that hands the basket to the customer's system: Chromium
 *     applies form-action to the redirects after a post too, and would hold the buyer back
 * @param ancestors origins that may hold this page in a frame; none for most pages
 */
public record ContentPolicy(Scripts scripts, boolean formsLeave, Set<String> ancestors) {

  /** A whole script-src directive. */
  public record Scripts(String directive) {
    static final Scripts OURS = new Scripts("script-src 'self'");
  }

  /**
   * Called from inside a purchasing system; what is refused there, like the shop of a session that
   * nobody knows any more, must be read there, although we do not know whose system it is.
   */
  private static final String CALL_UP = "/oci";

  /** What our own staff play is shown in a frame of our own page, and nowhere else. */
  private static final String CONSOLE = "/console-return";

  /** Our own pages, as an ancestor. */
  static final String SELF = "'self'";

  private static final String ANCESTORS = ContentPolicy.class.getName() + ".ancestors";

  /**
   * The policy for an answer to this request, with the origins named by {@link #frameAncestors}.
   */
  public static ContentPolicy of(HttpServletRequest request) {
    Set<String> ancestors = new TreeSet<>();
    if (request.getAttribute(ANCESTORS) instanceof Set<?> named) {
      named.forEach(origin -> ancestors.add((String) origin));
    } else if (CALL_UP.equals(request.getServletPath()) || ShopAddress.of(request).isPresent()) {
      ancestors.add("*");
    } else if (request.getServletPath() != null && request.getServletPath().startsWith(CONSOLE)) {
      ancestors.add(SELF);
    }
    return new ContentPolicy(Scripts.OURS, false, ancestors);
  }

  /**
   * Names the origins that may frame the answer to this request: those of the connection the
   * session came from.
   */
  static void frameAncestors(HttpServletRequest request, Set<String> origins) {
    request.setAttribute(ANCESTORS, origins);
  }

  public ContentPolicy with(Scripts other) {
    return new ContentPolicy(other, formsLeave, ancestors);
  }

  /** For the return page, whose target was checked on the server. */
  public ContentPolicy withFormsLeaving() {
    return new ContentPolicy(scripts, true, ancestors);
  }

  boolean mayBeFramed() {
    return !ancestors.isEmpty();
  }

  /** The value of the header Content-Security-Policy. */
  public String header() {
    String script = scripts.directive().strip();
    return "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
        + (formsLeave ? "" : "form-action 'self'; ")
        + "frame-ancestors "
        + sources()
        + "; "
        + (script.endsWith(";") ? script.substring(0, script.length() - 1) : script);
  }

  private String sources() {
    if (ancestors.isEmpty()) {
      return "'none'";
    }
    Set<String> others = new TreeSet<>(ancestors);
    others.remove(SELF);
    return others.isEmpty() ? SELF : SELF + " " + String.join(" ", others);
  }
}
