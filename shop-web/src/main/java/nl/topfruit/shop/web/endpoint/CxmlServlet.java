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
import nl.topfruit.shop.purchasing.channel.CxmlOrders;
import nl.topfruit.shop.purchasing.channel.Reply;
import nl.topfruit.shop.web.faces.Language;

/** The one cXML address: {@code POST /cxml}, {@code text/xml} or {@code multipart/related}. */
@WebServlet("/cxml")
public class CxmlServlet extends HttpServlet {
  @Inject private transient OrderMessages messages;
  @Inject private transient CxmlOrders orders;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    messages.handle(Message.Channel.CXML, request, response, new Document(request));
  }

  private final class Document implements OrderMessages.Road {
    private final HttpServletRequest request;

    Document(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public Reply answer(byte[] body, MessageLog.Entry entry) {
      return orders.receive(
          request.getContentType(),
          body,
          RemoteAddress.of(request),
          PublicAddress.of(request, "/cxml"),
          entry);
    }

    @Override
    public Reply refuse(UnreadableMessage unreadable, MessageLog.Entry entry) {
      return CxmlOrders.refusal(unreadable, entry, Language.NL.locale());
    }

    @Override
    public Reply fail(MessageLog.Entry entry) {
      return CxmlOrders.failure(entry);
    }
  }
}
