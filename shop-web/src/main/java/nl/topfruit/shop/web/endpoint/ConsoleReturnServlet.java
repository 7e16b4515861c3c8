package nl.topfruit.shop.web.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.punchout.console.ConsoleReturns;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.StaticFiles;
import nl.topfruit.shop.web.faces.Texts;

/**
 * {@code POST /console-return/⟨token⟩}: where the shop returns to when our staff play a customer's
 * system. Whoever posts the form has the token of the run; what he gets shows what he posted and
 * leads to the run, which only staff can see.
 */
@WebServlet("/console-return/*")
public class ConsoleReturnServlet extends HttpServlet {
  private static final int MOST_BYTES = 10 * 1024 * 1024;

  @Inject private transient ConsoleReturns returns;
  @Inject private transient Texts texts;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo() == null ? "/" : request.getPathInfo();
    Optional<ConsoleReturns.Taken> taken;
    try {
      taken =
          returns.take(path.substring(1), request.getContentType(), Body.read(request, MOST_BYTES));
    } catch (Body.TooLarge e) {
      response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
      return;
    }
    if (taken.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    byte[] page = page(request, taken.get()).getBytes(StandardCharsets.UTF_8);
    response.setContentType("text/html; charset=UTF-8");
    response.setContentLength(page.length);
    response.getOutputStream().write(page);
  }

  private String page(HttpServletRequest request, ConsoleReturns.Taken taken) {
    Language language = Language.of(request);
    var rows = new StringBuilder();
    for (RawParameter field : taken.fields()) {
      rows.append("<tr><td><code>")
          .append(CallUpPage.escape(field.name()))
          .append("</code></td><td><code>")
          .append(CallUpPage.escape(field.value()))
          .append("</code></td></tr>\n");
    }
    String table =
        rows.isEmpty()
            ? ""
            : "<table><caption class=\"small faint\">%s</caption><tbody>\n%s</tbody></table>"
                .formatted(CallUpPage.escape(texts.get(language, "console.taken.fields")), rows);
    return """
        <!DOCTYPE html>
        <html lang="%s">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex">
        <title>%s</title><link rel="stylesheet" href="%s"></head>
        <body><main class="narrow card panel taken" id="main" data-console-run="%s" data-fields="%d">
        <h1>%s</h1>
        <p>%s</p>
        <p><a class="btn primary" target="_top" data-action="result" href="%s">%s</a></p>
        %s
        </main></body>
        </html>
        """
        .formatted(
            language.code(),
            CallUpPage.escape(texts.get(language, "console.taken")),
            StaticFiles.address(request.getServletContext(), "css/shop.css"),
            taken.number(),
            taken.fields().size(),
            CallUpPage.escape(texts.get(language, "console.taken")),
            CallUpPage.escape(
                texts.with(language, "console.taken.text", taken.number(), taken.fields().size())),
            request.getContextPath() + "/office/console-run?number=" + taken.number(),
            CallUpPage.escape(texts.get(language, "console.taken.result")),
            table);
  }
}
