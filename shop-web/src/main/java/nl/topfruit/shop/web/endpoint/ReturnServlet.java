package nl.topfruit.shop.web.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.punchout.Returns;

/**
 * The page that takes the buyer back to his own system: with the basket ({@code
 * /shop/⟨token⟩/return}) or with nothing ({@code /shop/⟨token⟩/log-off}). Only a post does it; the
 * token in the address is what makes the post the shopper's own.
 */
@WebServlet({"/shop/return", "/shop/log-off"})
public class ReturnServlet extends HttpServlet {
  @Inject private Returns returns;
  @Inject private ShoppingSessions sessions;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "review");
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean logOff = request.getServletPath().endsWith("log-off");
    if (logOff && request.getParameter("keep") != null) {
      sessions.keep();
    }
    if (logOff && ofPortal(request)) {
      sessions.cancel();
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + "/portal/");
      return;
    }
    try {
      if (logOff) {
        Optional<Returns.Ready> back = returns.logOff();
        if (back.isPresent()) {
          FormPage.write(request, response, back.get(), "logOff", true);
        } else {
          response.setStatus(HttpServletResponse.SC_SEE_OTHER);
          response.setHeader("Location", "./?close=1");
        }
      } else {
        FormPage.write(request, response, returns.handOver(), "return", true);
      }
    } catch (BusinessRuleViolation e) {
      // the review page checks again and says line by line what stands in the way
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", "review?refused=1");
    }
  }

  private static boolean ofPortal(HttpServletRequest request) {
    return request.getAttribute(SessionIdentity.class.getName()) instanceof SessionIdentity shopper
        && !shopper.punchout();
  }
}
