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
 * {@code /health/ready} when it can work, which it cannot without its database, with another
 * version of it, or when nothing leaves the outbox; else 503 and which of them it is.
 */
@WebServlet({"/health/live", "/health/ready"})
public class HealthEndpoint extends HttpServlet {
  private static final Logger LOG = Logger.getLogger(HealthEndpoint.class.getName());
  private static final String READY =
      "{\"status\":\"%s\",\"database\":\"%s\",\"version\":\"%s\",\"outbox\":\"%s\"}";

  @Inject private transient Readiness readiness;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().endsWith("/live")) {
      write(response, true, "{\"status\":\"UP\"}");
      return;
    }
    try {
      Readiness.Health health = readiness.check();
      write(
          response,
          health.ready(),
          READY.formatted(
              word(health.ready()), "UP", word(health.version()), word(health.outbox())));
    } catch (EJBException e) {
      LOG.log(Level.WARNING, "The database does not answer", e);
      write(response, false, "{\"status\":\"DOWN\",\"database\":\"DOWN\"}");
    }
  }

  private static void write(HttpServletResponse response, boolean up, String json)
      throws IOException {
    response.setStatus(up ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    response.setContentType("application/json");
    response.getWriter().print(json);
  }

  private static String word(boolean up) {
    return up ? "UP" : "DOWN";
  }
}
