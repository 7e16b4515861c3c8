package nl.topfruit.shop.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.Function;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.punchout.CallUpRefused;
import nl.topfruit.shop.web.faces.StaticFiles;

/**
 * What a buyer sees when a call-up opens nothing: in Dutch and English, with code and reference,
 * and never a sign-in form (CONTRACT "Answers to machines").
 */
final class CallUpPage {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private static final String TEXTS = "punchout.punchout";

  private CallUpPage() {}

  /**
   * What was wrong.
   *
   * @param code for whoever telephones us
   * @param sentence in the language asked for
   */
  record Fault(int status, String code, Function<Locale, String> sentence) {
    Fault(int status, String code, String key) {
      this(status, code, locale -> Texts.of(TEXTS, locale, key));
    }

    static Fault of(UnreadableMessage e) {
      return new Fault(
          e.reason().ociStatus(), e.reason().name(), locale -> ProtocolTexts.sentence(locale, e));
    }

    static Fault of(CallUpRefused e) {
      return new Fault(e.reason().status(), e.reason().name(), e::sentence);
    }

    String title(Locale locale) {
      boolean over = status == HttpServletResponse.SC_GONE;
      return Texts.of(TEXTS, locale, over ? "callUp.titleOver" : "callUp.title");
    }

    String inDutch() {
      return sentence.apply(DUTCH);
    }
  }

  static void write(
      HttpServletRequest request, HttpServletResponse response, Fault fault, String reference)
      throws IOException {
    String html =
        """
        <!DOCTYPE html>
        <html lang="nl">
        <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>%s</title><link rel="stylesheet" href="%s"></head>
        <body class="shop"><header class="punchbar"><div class="wrap"><span class="logo">top<b>fruit</b></span></div></header>
        <main class="wrap narrow" id="main"><section class="card panel refused">
        <h1>%s</h1>
        <p>%s</p>
        <p class="faint small">%s</p>
        <div lang="en" class="english"><h2>%s</h2>
        <p>%s</p>
        <p class="faint small">%s</p></div>
        </section></main></body>
        </html>
        """
            .formatted(
                escape(fault.title(DUTCH)),
                StaticFiles.address(request.getServletContext(), "css/shop.css"),
                escape(fault.title(DUTCH)),
                escape(fault.inDutch()),
                escape(Texts.of(TEXTS, DUTCH, "callUp.help", fault.code(), reference)),
                escape(fault.title(Locale.ENGLISH)),
                escape(fault.sentence().apply(Locale.ENGLISH)),
                escape(Texts.of(TEXTS, Locale.ENGLISH, "callUp.help", fault.code(), reference)));
    byte[] bytes = html.getBytes(StandardCharsets.UTF_8);
    response.setStatus(fault.status());
    response.setContentType("text/html; charset=UTF-8");
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
