package nl.topfruit.shop.web.faces;

import jakarta.faces.context.FacesContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The switch in the footer: {@code ?lang=en} on any page is remembered in a cookie and leads back
 * to the page without it. The shop keeps no cookie; its own filter remembers the choice with the
 * shopping session.
 */
public class LanguageFilter extends HttpFilter {
  private static final String PARAMETER = Language.NAME + "=";
  private static final int YEAR = Math.toIntExact(Duration.ofDays(365).toSeconds());

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<Language> asked = asked(request);
    boolean shop = request.getServletPath().startsWith("/shop");
    if (asked.isEmpty() || shop) {
      chain.doFilter(request, response);
      return;
    }
    Cookie cookie = new Cookie(Language.NAME, asked.get().code());
    cookie.setPath(request.getContextPath() + "/");
    cookie.setMaxAge(YEAR);
    cookie.setHttpOnly(true);
    cookie.setSecure(request.isSecure());
    cookie.setAttribute("SameSite", "Lax");
    response.addCookie(cookie);
    redirect(request, response);
  }

  /**
   * The language that the footer of a page asks for; never read from the body, which belongs to the
   * endpoint.
   */
  public static Optional<Language> asked(HttpServletRequest request) {
    if (request.getQueryString() == null || !"GET".equals(request.getMethod())) {
      return Optional.empty();
    }
    return Arrays.stream(request.getQueryString().split("&"))
        .filter(part -> part.startsWith(PARAMETER))
        .findFirst()
        .flatMap(part -> Language.of(part.substring(PARAMETER.length())));
  }

  /** "?…" that shows the page being made in another language: {@code #{t:inLanguage('en')}}. */
  public static String switchTo(String code) {
    HttpServletRequest request =
        (HttpServletRequest) FacesContext.getCurrentInstance().getExternalContext().getRequest();
    String rest = without(request.getQueryString(), Language.NAME, Notice.NAME);
    return "?" + rest + (rest.isEmpty() ? "" : "&") + PARAMETER + code;
  }

  /** A query string, as it stands in the address, without these parameters. */
  static String without(String query, String... names) {
    if (query == null) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .filter(part -> Arrays.stream(names).noneMatch(name -> part.startsWith(name + "=")))
        .collect(Collectors.joining("&"));
  }

  /** Back to the same address without the question for a language. */
  public static void redirect(HttpServletRequest request, HttpServletResponse response) {
    String rest = without(request.getQueryString(), Language.NAME);
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    // one slash at the start: "//host" would be an address elsewhere
    String here = request.getRequestURI().replaceFirst("^/+", "/");
    response.setHeader("Location", here + (rest.isEmpty() ? "" : "?" + rest));
  }
}
