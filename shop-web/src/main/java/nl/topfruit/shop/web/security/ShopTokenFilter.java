package nl.topfruit.shop.web.security;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.LanguageFilter;
import nl.topfruit.shop.web.faces.PageAddresses;

/**
 * Takes the token out of {@code /shop/⟨token⟩/⟨page⟩} and shows {@code /shop/⟨page⟩}, which has no
 * address of its own. {@link Gatekeeper} has asked already whose token it is. A session that is
 * over shows one page, whatever is asked for: what became of it and how to go on. One that was
 * opened to show a product has that page and no other.
 */
public class ShopTokenFilter extends HttpFilter {
  private static final String SHOP = "/shop";
  private static final String OVER = SHOP + "/after";

  /**
   * Servlet without an address: what a purchasing system's buyer reads when his call-up is over.
   */
  private static final String SESSION_OVER = "session over";

  private static final String DETAIL = "/detail";

  /** A second post of the way out, from a double click, gets the same form again. */
  private static final Map<ShoppingSession.State, String> WAY_OUT =
      Map.of(
          ShoppingSession.State.RETURNED, "/return", ShoppingSession.State.CANCELLED, "/log-off");

  @Inject private transient ShoppingSessions sessions;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Optional<ShopAddress> address = ShopAddress.of(request);
    if (address.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    String page = address.get().page();
    SessionIdentity shopper = (SessionIdentity) request.getAttribute(Gatekeeper.SHOPPER);
    if (shopper == null || isExpired(shopper) && shopper.punchout()) {
      request.getServletContext().getNamedDispatcher(SESSION_OVER).forward(request, response);
      return;
    }
    if (page.isEmpty()) {
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getRequestURI() + "/");
      return;
    }
    Optional<Language> language = LanguageFilter.asked(request);
    if (language.isPresent() && !isExpired(shopper)) {
      sessions.speak(language.get().code());
      LanguageFilter.redirect(request, response);
      return;
    }
    request.setAttribute(PageAddresses.TOKEN, address.get().token());
    if (shopper.looksOnly() != DETAIL.equals(page)) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    boolean open = shopper.state() == ShoppingSession.State.OPEN;
    boolean shown = open || isPost(request) && page.equals(WAY_OUT.get(shopper.state()));
    if (!shown) {
      response.setStatus(HttpServletResponse.SC_GONE);
    }
    request.getRequestDispatcher(shown ? SHOP + page(page) : OVER).forward(request, response);
  }

  private static boolean isExpired(SessionIdentity shopper) {
    return shopper.state() == ShoppingSession.State.EXPIRED;
  }

  private static boolean isPost(HttpServletRequest request) {
    return "POST".equals(request.getMethod());
  }

  private static String page(String path) {
    return path.endsWith("/") ? path + "index" : path;
  }
}
