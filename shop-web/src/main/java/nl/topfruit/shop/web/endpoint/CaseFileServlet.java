package nl.topfruit.shop.web.endpoint;

import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.topfruit.shop.commitment.casefile.Cases;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.web.faces.Language;

/** {@code /office/case-file?reference=…}: the case of a message as a zip, for our staff. */
@WebServlet("/office/case-file")
public class CaseFileServlet extends HttpServlet {
  @Inject private transient Cases cases;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String reference = request.getParameter("reference");
    if (reference == null || !reference.matches("M-[0-9A-Z]{1,17}")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] zip;
    try {
      zip = cases.file(reference, Language.of(request).locale());
    } catch (NotFound | EJBAccessException e) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType("application/zip");
    response.setContentLength(zip.length);
    response.setHeader(
        "Content-Disposition", "attachment; filename=\"topfruit-" + reference + ".zip\"");
    response.getOutputStream().write(zip);
  }
}
