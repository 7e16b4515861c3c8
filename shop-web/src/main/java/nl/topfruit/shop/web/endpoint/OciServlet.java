package nl.topfruit.shop.web.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.protocol.Masking;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.punchout.CallUpRefused;
import nl.topfruit.shop.punchout.CallUps;

/**
 * OCI call-up, by GET or POST. The answer leads to a clean address right away, so that the password
 * stays in no history, or is a page with a form; what cannot be opened is a page that says what to
 * do.
 */
@WebServlet("/oci")
public class OciServlet extends HttpServlet {
  private static final int MOST_BYTES = 64 * 1024;

  @Inject private CallUps callUps;
  @Inject private MessageLog log;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    open(request, response, query);
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String query = request.getQueryString() == null ? "" : request.getQueryString();
    try {
      String form = new String(Body.read(request, MOST_BYTES), StandardCharsets.ISO_8859_1);
      open(request, response, query.isEmpty() ? form : form.isEmpty() ? query : query + "&" + form);
    } catch (Body.TooLarge e) {
      MessageLog.Entry entry = received(request, "(" + e.getMessage() + ")");
      refuse(
          request, response, entry, "", new CallUpPage.Fault(413, "TOO_LARGE", "callUp.tooLarge"));
    }
  }

  private void open(HttpServletRequest request, HttpServletResponse response, String raw)
      throws IOException {
    MessageLog.Entry entry = received(request, raw);
    try {
      CallUps.Answer answer = callUps.answer(raw, RemoteAddress.of(request), entry);
      if (answer.page() != null) {
        String kind = answer.postsItself() ? "validate" : "search";
        FormPage.write(request, response, answer.page(), kind, answer.postsItself());
        return;
      }
      response.setStatus(HttpServletResponse.SC_SEE_OTHER);
      response.setHeader(
          "Location",
          request.getContextPath() + "/shop/" + answer.token() + "/" + answer.firstPage());
    } catch (UnreadableMessage e) {
      refuse(request, response, entry, raw, CallUpPage.Fault.of(e));
    } catch (CallUpRefused e) {
      refuse(request, response, entry, raw, CallUpPage.Fault.of(e));
    }
  }

  private MessageLog.Entry received(HttpServletRequest request, String raw) {
    byte[] masked =
        Masking.maskPasswords(raw, callUps.passwordNames(raw))
            .getBytes(StandardCharsets.ISO_8859_1);
    String type =
        request.getMethod()
            + " "
            + (request.getContentType() == null ? "" : request.getContentType());
    return log.received(
        Message.Channel.OCI_CALL_UP, RemoteAddress.of(request), type.strip(), masked);
  }

  private void refuse(
      HttpServletRequest request,
      HttpServletResponse response,
      MessageLog.Entry entry,
      String raw,
      CallUpPage.Fault fault)
      throws IOException {
    callUps.refused(entry, raw, fault.code(), fault.status(), fault.inDutch());
    CallUpPage.write(request, response, fault, entry.reference());
  }
}
