package nl.topfruit.shop.purchasing.channel;

import java.util.Locale;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.purchasing.intake.OrderIntake;

/** What the message log says of an order that came in; staff read Dutch. */
final class IntakeTexts {
  static final Locale DUTCH = Locale.forLanguageTag("nl");

  private IntakeTexts() {}

  /** An order that was judged, now or before. */
  static MessageLog.Ending ending(
      Connection connection, OrderIntake.Received received, int status, Reply reply) {
    String outcome = received.duplicate() ? "DUPLICATE" : received.answer().outcome().name();
    String sentence = received.answer().sentence();
    return new MessageLog.Ending(
            connection.id(),
            connection.accountId(),
            received.answer().orderNumber().raw(),
            outcome,
            status,
            received.duplicate() ? received.reference() + ": " + sentence : sentence,
            reply.contentType(),
            reply.body())
        .about(received.links());
  }

  /** A message that could not be read. */
  static MessageLog.Ending unreadable(
      Connection connection, UnreadableMessage unreadable, int status, Reply reply) {
    return new MessageLog.Ending(
        connection == null ? null : connection.id(),
        connection == null ? null : connection.accountId(),
        null,
        unreadable.reason().name(),
        status,
        ProtocolTexts.sentence(DUTCH, unreadable),
        reply.contentType(),
        reply.body());
  }

  /** A sender who could not be believed. */
  static MessageLog.Ending notKnown(
      ConnectionAuthentication.Outcome outcome, String name, int status, Reply reply) {
    return new MessageLog.Ending(
        null,
        null,
        name,
        "CREDENTIALS",
        status,
        notKnown(outcome, DUTCH),
        reply.contentType(),
        reply.body());
  }

  static String notKnown(ConnectionAuthentication.Outcome outcome, Locale reader) {
    return switch (outcome) {
      case TOO_MANY -> Texts.of("purchasing.purchasing", reader, "purchasing.answer.tooMany");
      case NOT_OPEN -> Texts.of("purchasing.purchasing", reader, "purchasing.answer.notOpen");
      default -> ProtocolTexts.sentence(reader, "credentials");
    };
  }
}
