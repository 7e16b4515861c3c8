package nl.topfruit.shop.web.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import nl.topfruit.shop.ordering.ShoppingSessions;

/**
 * {@code /portal/shopping}: from the portal into the shop, each time with a basket of its own. Also
 * by GET, for a bookmark: all it leaves is a session that ends by itself.
 */
@WebServlet("/portal/shopping")
public class ShoppingServlet extends HttpServlet {
  @Inject private transient ShoppingSessions sessions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String token = sessions.openForPerson();
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", request.getContextPath() + "/shop/" + token + "/");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) {
    doGet(request, response);
  }
}
