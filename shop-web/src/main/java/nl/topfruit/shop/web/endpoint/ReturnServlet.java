package nl.topfruit.shop.web.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.protocol.oci.OciHtml;
import nl.topfruit.shop.punchout.Returns;
import nl.topfruit.shop.web.faces.StaticFiles;
import nl.topfruit.shop.web.security.ContentPolicy;

/**
 * The page that takes the buyer back to his own system: with the basket ({@code
 * /shop/⟨token⟩/return}) or with nothing ({@code /shop/⟨token⟩/log-off}). Only a post does it; the
 * token in the address is what makes the post the shopper's own.
 */
@WebServlet({"/shop/return", "/shop/log-off"})
public class ReturnServlet extends HttpServlet {
  private static final String TEXTS = "punchout.punchout";

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
    if (logOff && ofPortal(request)) {
      sessions.cancel();
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader("Location", request.getContextPath() + "/portal/");
      return;
    }
    try {
      write(request, response, logOff ? returns.logOff() : returns.handOver(), logOff);
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

  private static void write(
      HttpServletRequest request, HttpServletResponse response, Returns.Ready ready, boolean logOff)
      throws IOException {
    Locale locale = Locale.forLanguageTag(ready.language());
    String page = logOff ? "logOff." : "return.";
    var texts =
        new OciHtml.Texts(
            ready.language(),
            Texts.of(TEXTS, locale, page + "title", ready.systemName()),
            Texts.of(TEXTS, locale, page + "sentence"),
            Texts.of(TEXTS, locale, page + "button", ready.systemName()),
            StaticFiles.address(request.getServletContext(), "css/shop.css"),
            StaticFiles.address(request.getServletContext(), "js/return.js"));
    response.setHeader(
        "Content-Security-Policy", ContentPolicy.of(request).withFormsLeaving().header());
    response.setContentType(OciHtml.contentType(ready.form()));
    byte[] html = OciHtml.page(ready.form(), texts);
    response.setContentLength(html.length);
    response.getOutputStream().write(html);
  }
}
