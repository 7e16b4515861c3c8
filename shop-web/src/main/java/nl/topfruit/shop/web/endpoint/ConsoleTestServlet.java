package nl.topfruit.shop.web.endpoint;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.punchout.console.ConnectionTest;
import nl.topfruit.shop.punchout.console.Diagnosis;
import nl.topfruit.shop.web.faces.Language;

/**
 * {@code POST /office/console-test?connection=…} with a call-up as its body: what is wrong with it,
 * as JSON, for the page of the test console.
 */
@WebServlet("/office/console-test")
public class ConsoleTestServlet extends HttpServlet {
  private static final int MOST_BYTES = 64 * 1024;

  @Inject private transient ConnectionTest test;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    try {
      answer(
          request,
          response,
          new String(Body.read(request, MOST_BYTES), StandardCharsets.ISO_8859_1));
    } catch (Body.TooLarge e) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
    }
  }

  /** A call-up without any parameter. */
  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    answer(request, response, "");
  }

  private void answer(HttpServletRequest request, HttpServletResponse response, String raw)
      throws IOException {
    Diagnosis found;
    try {
      found = test.explain(String.valueOf(request.getParameter("connection")), raw);
    } catch (NotFound | EJBAccessException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] json =
        Json.createObjectBuilder()
            .add("code", found.fault().name())
            .add("good", found.good())
            .add("sentence", found.sentence(Language.of(request).locale()))
            .add("nl", found.sentence(Language.NL.locale()))
            .add("en", found.sentence(Language.EN.locale()))
            .build()
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    response.setContentType("application/json");
    response.setContentLength(json.length);
    response.getOutputStream().write(json);
  }
}
