package nl.topfruit.shop.web.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.ordering.SessionIdentity;

/**
 * What a shop page shows when the call-up it came from is over or was never ours: 410, like a
 * call-up that opens nothing (CONTRACT "Answers to machines"). It has no address of its own; the
 * filter of the shop leads to it. The token is written nowhere.
 */
public class SessionOverServlet extends HttpServlet {
  @Inject private transient MessageLog log;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    CallUpPage.Fault fault =
        new CallUpPage.Fault(HttpServletResponse.SC_GONE, "SESSION_OVER", sentence(request));
    MessageLog.Entry entry =
        log.received(
            Message.Channel.OCI_CALL_UP,
            RemoteAddress.of(request),
            request.getMethod(),
            "/shop/***".getBytes(StandardCharsets.US_ASCII));
    log.endedWithoutEffect(
        entry,
        new MessageLog.Ending(
            null, null, null, fault.code(), fault.status(), fault.inDutch(), null, null));
    CallUpPage.write(request, response, fault, entry.reference());
  }

  /** Where we know whose session it was, we know what became of its basket. */
  private static String sentence(HttpServletRequest request) {
    if (request.getAttribute(SessionIdentity.class.getName()) instanceof SessionIdentity shopper) {
      return shopper.known() ? "callUp.SESSION_OVER.kept" : "callUp.SESSION_OVER.shared";
    }
    return "callUp.SESSION_OVER";
  }
}
