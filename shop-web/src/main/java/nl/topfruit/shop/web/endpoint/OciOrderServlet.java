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
import nl.topfruit.shop.protocol.MediaType;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.purchasing.channel.PlainOrders;
import nl.topfruit.shop.purchasing.channel.Reply;
import nl.topfruit.shop.web.faces.Language;

/** The smallest way to report an authorised order back: {@code POST /oci/order}, a form. */
@WebServlet("/oci/order")
public class OciOrderServlet extends HttpServlet {
  @Inject private transient OrderMessages messages;
  @Inject private transient PlainOrders orders;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    messages.handle(Message.Channel.OCI_ORDER, request, response, new Form(request));
  }

  private final class Form implements OrderMessages.Road {
    private final HttpServletRequest request;

    Form(HttpServletRequest request) {
      this.request = request;
    }

    @Override
    public Reply answer(byte[] body, MessageLog.Entry entry) {
      return orders.receive(
          MediaType.parse(request.getContentType()).type(),
          new String(body, StandardCharsets.ISO_8859_1),
          RemoteAddress.of(request),
          entry);
    }

    @Override
    public Reply refuse(UnreadableMessage unreadable, MessageLog.Entry entry) {
      return PlainOrders.refusal(unreadable, entry.reference(), Language.NL.locale());
    }

    @Override
    public Reply fail(MessageLog.Entry entry) {
      return PlainOrders.failure(entry.reference());
    }
  }
}
