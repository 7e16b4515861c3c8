package nl.topfruit.shop.web.endpoint;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.topfruit.shop.messaging.Readiness;

/**
 * For operators and load balancers: {@code /health/live} as long as the program answers at all,
 * {@code /health/ready} when it can work, which it cannot without its database; else 503.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthEndpoint extends HttpServlet {
  private static final Logger LOG = Logger.getLogger(HealthEndpoint.class.getName());

  @Inject private transient Readiness readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    boolean up = request.getServletPath().endsWith("/live") || databaseAnswers();
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response
        .getWriter()
        .print(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\",\"database\":\"DOWN\"}");
  }

  private boolean databaseAnswers() {
    try {
      readiness.check();
      return true;
    } catch (EJBException e) {
      LOG.log(Level.WARNING, "The database does not answer", e);
      return false;
    }
  }
}
