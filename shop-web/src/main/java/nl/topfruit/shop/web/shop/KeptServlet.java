package nl.topfruit.shop.web.shop;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.ordering.basket.KeptBaskets;
import nl.topfruit.shop.web.faces.PageAddresses;

/**
 * {@code POST /shop/⟨token⟩/kept}: what becomes of the basket that the shopper left behind; with
 * {@code take-up} it comes into the basket, with {@code throw-away} it is gone.
 */
@WebServlet("/shop/kept")
public class KeptServlet extends HttpServlet {
  @Inject private transient KeptBaskets kept;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean takeUp = request.getParameter("take-up") != null;
    if (!takeUp && request.getParameter("throw-away") == null) {
      response.sendError(HttpServletResponse.SC_BAD_REQUEST);
      return;
    }
    String next;
    try {
      if (takeUp) {
        kept.takeUp();
        next = PageAddresses.address(request, "/shop/basket.xhtml") + "?notice=takenUp";
      } else {
        kept.throwAway();
        next = PageAddresses.address(request, "/shop/index.xhtml") + "?notice=thrownAway";
      }
    } catch (BusinessRuleViolation e) {
      // it ended this moment: the next page says so
      next = PageAddresses.address(request, "/shop/after.xhtml");
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", next);
  }
}
