package nl.topfruit.shop.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.protocol.oci.OciHtml;
import nl.topfruit.shop.punchout.Returns;
import nl.topfruit.shop.web.faces.StaticFiles;
import nl.topfruit.shop.web.security.ContentPolicy;

/** Writes a form for the customer's system as a page (CONTRACT "What the return posts"). */
final class FormPage {
  private static final Set<String> OWN_WINDOW = Set.of("_self", "_top", "_parent");
  private static final String TEXTS = "punchout.punchout";

  private FormPage() {}

  /**
   * @param kind what the sentences on the page are about: "return", "logOff", "validate", "search"
   * @param postsItself a script posts the form; without it only its button does
   */
  static void write(
      HttpServletRequest request,
      HttpServletResponse response,
      Returns.Ready ready,
      String kind,
      boolean postsItself)
      throws IOException {
    Locale locale = Locale.forLanguageTag(ready.language());
    var texts =
        new OciHtml.Texts(
            ready.language(),
            Texts.of(TEXTS, locale, kind + ".title", ready.systemName()),
            Texts.of(
                TEXTS,
                locale,
                kind + (postsItself && elsewhere(ready) ? ".elsewhere" : ".sentence"),
                ready.systemName()),
            Texts.of(TEXTS, locale, kind + ".button", ready.systemName()),
            StaticFiles.address(request.getServletContext(), "css/shop.css"),
            postsItself ? StaticFiles.address(request.getServletContext(), "js/return.js") : null);
    response.setHeader(
        "Content-Security-Policy", ContentPolicy.of(request).withFormsLeaving().header());
    response.setContentType(OciHtml.contentType(ready.form()));
    byte[] html = OciHtml.page(ready.form(), texts);
    response.setContentLength(html.length);
    response.getOutputStream().write(html);
  }

  /** The form goes to another window, and this one stays open over it. */
  private static boolean elsewhere(Returns.Ready ready) {
    String target = ready.form().target();
    return target != null && !target.isEmpty() && !OWN_WINDOW.contains(target);
  }
}
