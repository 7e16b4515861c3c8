package nl.topfruit.shop.purchasing.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.connection.ConnectionAuthentication.Outcome;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.oci.PlainOrder;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.purchasing.intake.OrderIntake;

/** The smallest way to report an authorised order: {@code POST /oci/order}. */
@Stateless
public class PlainOrders {
  private static final String TEXT = "text/plain; charset=UTF-8";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int CONFLICT = 409;

  @Inject private ConnectionAuthentication authentication;
  @Inject private OrderIntake intake;
  @Inject private MessageLog log;
  @Inject private Clock clock;

  /**
   * Takes the order in and answers it; the entry of the message log ends in the same commit. Open
   * to all: the connection's own credentials are checked here.
   *
   * @param mediaType of the body, empty when none was given
   * @param form the body as it came, bytes above 127 as ISO-8859-1 characters
   * @param entry the message in the message log
   */
  @PermitAll
  public Reply receive(
      String mediaType, String form, String remoteAddress, MessageLog.Entry entry) {
    Connection connection = null;
    Locale reader = IntakeTexts.DUTCH;
    try {
      if (!mediaType.isEmpty() && !FORM.equals(mediaType)) {
        throw new UnreadableMessage(
            UnreadableMessage.Reason.MEDIA_TYPE, "", "mediaType", mediaType, FORM);
      }
      PlainOrder order = PlainOrder.read(RawParameter.parse(form, StandardCharsets.UTF_8));
      var caller =
          authentication.authenticate(
              ConnectionCredential.Kind.OCI, "", order.username(), order.password(), remoteAddress);
      if (caller.outcome() != Outcome.KNOWN || caller.credential().console()) {
        return notKnown(caller.outcome(), entry, order.username());
      }
      connection = caller.connection();
      PurchaseOrderMessage message = order.toMessage(OffsetDateTime.now(clock));
      Fits.check(message);
      OrderIntake.Received received =
          intake.receive(connection, caller.branchId(), message, entry.reference());
      int status = received.answer().outcome() == Answer.Outcome.CONFLICT ? CONFLICT : 200;
      Reply reply = reply(status, PlainOrder.answer(received.answer()));
      log.ended(entry, IntakeTexts.ending(connection, received, status, reply));
      return reply;
    } catch (UnreadableMessage unreadable) {
      Reply reply = refusal(unreadable, entry.reference(), reader);
      log.ended(entry, IntakeTexts.unreadable(connection, unreadable, reply.status(), reply));
      return reply;
    }
  }

  /** The answer to a form that could not be read. */
  public static Reply refusal(UnreadableMessage unreadable, String reference, Locale reader) {
    return reply(
        unreadable.reason().ociStatus(),
        PlainOrder.refusal(reference, ProtocolTexts.sentence(reader, unreadable)));
  }

  /** The answer when we are to blame: it may be sent again. */
  public static Reply failure(String reference) {
    return reply(
        500,
        "FAILED\n"
            + reference
            + "\n"
            + Texts.of(
                "purchasing.purchasing", IntakeTexts.DUTCH, "purchasing.answer.failure", reference)
            + "\n");
  }

  private Reply notKnown(Outcome outcome, MessageLog.Entry entry, String name) {
    boolean wait = outcome == Outcome.TOO_MANY;
    int status = wait ? TOO_MANY_REQUESTS : UnreadableMessage.Reason.CREDENTIALS.ociStatus();
    Reply reply =
        reply(
            status,
            PlainOrder.refusal(
                entry.reference(), IntakeTexts.notKnown(outcome, IntakeTexts.DUTCH)));
    log.ended(entry, IntakeTexts.notKnown(outcome, name, status, reply));
    return reply;
  }

  private static Reply reply(int status, String text) {
    return new Reply(status, TEXT, text.getBytes(StandardCharsets.UTF_8));
  }
}
