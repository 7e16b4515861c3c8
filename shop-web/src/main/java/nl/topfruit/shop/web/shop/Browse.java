package nl.topfruit.shop.web.shop;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.web.faces.PageAddresses;

/** {@code /shop/⟨token⟩/browse?shop=⟨code⟩}: from now on he looks at another web shop. */
@WebServlet("/shop/browse")
public class Browse extends HttpServlet {
  @Inject private transient ShoppingSessions sessions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String shop = request.getParameter("shop");
    try {
      sessions.browse(shop == null ? "" : shop);
    } catch (NotFound e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND, e.getMessage());
      return;
    }
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", PageAddresses.address(request, "/shop/index.xhtml"));
  }
}
