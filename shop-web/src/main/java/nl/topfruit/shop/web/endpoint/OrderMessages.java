package nl.topfruit.shop.web.endpoint;

import jakarta.ejb.EJBException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.protocol.Masking;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.purchasing.channel.Reply;
import nl.topfruit.shop.web.faces.Language;

/**
 * The way of every order message: kept as it came in a commit of its own, with secrets masked; then
 * handed to the service, which answers; then the answer goes back. Whatever happens, the message
 * log says how it ended.
 */
@ApplicationScoped
class OrderMessages {
  /** A message of more is not read. */
  static final int MOST_BYTES = 10 * 1024 * 1024;

  private static final Logger LOG = Logger.getLogger(OrderMessages.class.getName());
  private static final String ROLLED_BACK_TO_LET_ANOTHER_GO = "40";

  @Inject private MessageLog log;

  /** What differs between the protocols. */
  interface Road {
    /** Answers the message; everything it does is one commit. */
    Reply answer(byte[] body, MessageLog.Entry entry);

    /** Refuses what could not be read. */
    Reply refuse(UnreadableMessage unreadable, MessageLog.Entry entry);

    /** Says that we are to blame. */
    Reply fail(MessageLog.Entry entry);
  }

  void handle(
      Message.Channel channel, HttpServletRequest request, HttpServletResponse response, Road road)
      throws IOException {
    byte[] body;
    try {
      body = Body.read(request, MOST_BYTES);
    } catch (Body.TooLarge e) {
      byte[] instead = ("(" + e.getMessage() + ")").getBytes(StandardCharsets.UTF_8);
      refuse(received(channel, request, instead), tooLarge(), road, response);
      return;
    }
    MessageLog.Entry entry = received(channel, request, Masking.maskPasswords(body, Set.of()));
    write(response, answer(body, entry, road));
  }

  private MessageLog.Entry received(
      Message.Channel channel, HttpServletRequest request, byte[] payload) {
    String type = request.getContentType() == null ? "" : request.getContentType();
    return log.received(
        channel,
        RemoteAddress.of(request),
        type.length() > 200 ? type.substring(0, 200) : type,
        payload);
  }

  private static UnreadableMessage tooLarge() {
    return new UnreadableMessage(
        UnreadableMessage.Reason.TOO_LARGE, "", "tooLarge", MOST_BYTES / 1024 / 1024 + " MB");
  }

  private void refuse(
      MessageLog.Entry entry, UnreadableMessage unreadable, Road road, HttpServletResponse response)
      throws IOException {
    Reply reply = road.refuse(unreadable, entry);
    ended(
        entry,
        unreadable.reason().name(),
        ProtocolTexts.sentence(Language.NL.locale(), unreadable),
        reply);
    write(response, reply);
  }

  /**
   * A commit that had to let another one go first had no effect and is tried once more. So is the
   * message by its sender, when we fail: it is claimed by its number and nothing is doubled.
   */
  private Reply answer(byte[] body, MessageLog.Entry entry, Road road) {
    try {
      return again(e -> road.answer(body, e), entry);
    } catch (EJBException e) {
      LOG.log(Level.SEVERE, e, () -> "Message " + entry.reference() + " could not be handled");
      Reply reply = road.fail(entry);
      ended(entry, "FAILED", String.valueOf(root(e)), reply);
      return reply;
    }
  }

  private static Reply again(Function<MessageLog.Entry, Reply> attempt, MessageLog.Entry entry) {
    try {
      return attempt.apply(entry);
    } catch (EJBException e) {
      boolean deadlock =
          root(e) instanceof SQLException sql
              && String.valueOf(sql.getSQLState()).startsWith(ROLLED_BACK_TO_LET_ANOTHER_GO);
      if (!deadlock) {
        throw e;
      }
      LOG.log(Level.INFO, "Message {0} is tried once more", entry.reference());
      return attempt.apply(entry);
    }
  }

  private static Throwable root(Throwable thrown) {
    Throwable root = thrown;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  private void ended(MessageLog.Entry entry, String outcome, String detail, Reply reply) {
    log.endedWithoutEffect(
        entry,
        new MessageLog.Ending(
            null, null, null, outcome, reply.status(), detail, reply.contentType(), reply.body()));
  }

  private static void write(HttpServletResponse response, Reply reply) throws IOException {
    response.setStatus(reply.status());
    response.setContentType(reply.contentType());
    response.setContentLength(reply.body().length);
    response.getOutputStream().write(reply.body());
  }
}
