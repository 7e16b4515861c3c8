package nl.topfruit.shop.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Forms of our pages are sent by our pages. A browser says where a post comes from; one that
 * another site made is not taken, also where no cookie would have to come along (signing in under
 * somebody else's name). Machines say nothing of the kind and have their own addresses.
 */
public class ForeignPosts extends HttpFilter {
  /** The simulated purchasing system takes baskets from elsewhere, as a real one does. */
  private static final String HOOK = "/simulator/hook";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String site = request.getHeader("Sec-Fetch-Site");
    boolean hook = request.getServletPath().startsWith(HOOK);
    boolean own = hook || site == null || "same-origin".equals(site) || "none".equals(site);
    if (!own && !"GET".equals(request.getMethod()) && !"HEAD".equals(request.getMethod())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    chain.doFilter(request, response);
  }
}
