package nl.topfruit.shop.web.endpoint;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.purchasing.channel.Reply;
import nl.topfruit.shop.purchasing.channel.UblOrders;
import nl.topfruit.shop.web.faces.Language;

/** UBL orders: {@code POST /ubl/orders}, HTTP Basic with name and secret of the connection. */
@WebServlet("/ubl/orders")
public class UblOrderServlet extends HttpServlet {
  @Inject private transient OrderMessages messages;
  @Inject private transient UblOrders orders;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    messages.handle(Message.Channel.UBL_ORDER, request, response, new Document(request, response));
  }

  private final class Document implements OrderMessages.Road {
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    Document(HttpServletRequest request, HttpServletResponse response) {
      this.request = request;
      this.response = response;
    }

    @Override
    public Reply answer(byte[] body, MessageLog.Entry entry) {
      Reply reply =
          orders.receive(
              request.getContentType(),
              body,
              request.getHeader("Authorization"),
              RemoteAddress.of(request),
              entry);
      if (reply.status() == HttpServletResponse.SC_UNAUTHORIZED) {
        response.setHeader("WWW-Authenticate", "Basic realm=\"Topfruit\", charset=\"UTF-8\"");
      }
      return reply;
    }

    @Override
    public Reply refuse(UnreadableMessage unreadable, MessageLog.Entry entry) {
      return UblOrders.refusal(unreadable, entry.reference(), Language.NL.locale());
    }

    @Override
    public Reply fail(MessageLog.Entry entry) {
      return UblOrders.failure(entry.reference());
    }
  }
}
