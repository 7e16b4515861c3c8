package nl.topfruit.shop.purchasing.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.common.Clocks;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.connection.ConnectionAuthentication.Outcome;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.MediaType;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.cxml.CxmlAccounting;
import nl.topfruit.shop.protocol.cxml.CxmlAnswers;
import nl.topfruit.shop.protocol.cxml.CxmlMessage;
import nl.topfruit.shop.protocol.cxml.CxmlMultipart;
import nl.topfruit.shop.purchasing.intake.OrderIntake;

/**
 * The one cXML address, {@code POST /cxml}: what can be asked here, orders, and news of what became
 * of a requisition. HTTP says 200 to all of it; the verdict is the Status.
 */
@Stateless
public class CxmlOrders {
  private static final String DOMAIN = "@topfruit.nl";
  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int REFUSALS_FROM = 400;

  @PersistenceContext private EntityManager em;
  @Inject private ConnectionAuthentication authentication;
  @Inject private OrderIntake intake;
  @Inject private Rejections rejections;
  @Inject private MessageLog log;
  @Inject private Clock clock;

  /** What is being answered. */
  private record Call(MessageLog.Entry entry, String url, Instant now) {}

  /**
   * Takes a message in and answers it; its entry in the message log ends in the same commit. Open
   * to all: the identity and secret of the connection are checked here.
   *
   * @param contentType header as it came, or null
   * @param url the absolute address of this endpoint, for the profile
   * @param entry the message in the message log
   */
  @PermitAll
  public Reply receive(
      String contentType, byte[] body, String remoteAddress, String url, MessageLog.Entry entry) {
    var call = new Call(entry, url, Instant.now(clock));
    Connection connection = null;
    Locale reader = IntakeTexts.DUTCH;
    try {
      MediaType type = MediaType.parse(contentType);
      CxmlMultipart.Part root = CxmlMultipart.unpack(type, body).root();
      CxmlMessage message = CxmlMessage.read(root.content(), root.type().charset());
      ConnectionAuthentication.Result caller = caller(message.envelope(), remoteAddress);
      if (caller.outcome() != Outcome.KNOWN) {
        return notKnown(call, caller.outcome(), message.envelope());
      }
      connection = caller.connection();
      reader =
          Locale.forLanguageTag(em.find(BusinessAccount.class, connection.accountId()).language());
      return switch (message.request()) {
        case PROFILE -> profile(call, connection, reader);
        case ORDER -> order(call, caller, message);
        case STATUS_UPDATE -> statusUpdate(call, connection, message, reader);
        case UNSUPPORTED -> throw message.unsupported();
      };
    } catch (UnreadableMessage unreadable) {
      Reply reply = refusal(unreadable, entry, reader);
      log.ended(
          entry,
          IntakeTexts.unreadable(connection, unreadable, unreadable.reason().cxmlStatus(), reply));
      return reply;
    }
  }

  /** The answer to a message that could not be read. */
  public static Reply refusal(UnreadableMessage unreadable, MessageLog.Entry entry, Locale reader) {
    return reply(
        CxmlAnswers.refusal(
            unreadable, entry.reference(), stamp(entry.reference(), entry.at(), reader)));
  }

  /** The answer when we are to blame: it may be sent again. */
  public static Reply failure(MessageLog.Entry entry) {
    String sentence =
        Texts.of(
            "purchasing.purchasing",
            IntakeTexts.DUTCH,
            "purchasing.answer.failure",
            entry.reference());
    return reply(
        CxmlAnswers.status(500, sentence, stamp(entry.reference(), entry.at(), IntakeTexts.DUTCH)));
  }

  /** From names the connection; where the sender is a network that has our secret, Sender does. */
  private ConnectionAuthentication.Result caller(
      CxmlMessage.Envelope envelope, String remoteAddress) {
    String secret = envelope.sharedSecret() == null ? "" : envelope.sharedSecret();
    List<PartyId> names =
        Stream.concat(envelope.from().stream(), envelope.sender().stream()).distinct().toList();
    return authentication.authenticateAny(
        ConnectionCredential.Kind.CXML,
        names.stream()
            .map(id -> new ConnectionAuthentication.Name(id.scheme(), id.value()))
            .toList(),
        secret,
        remoteAddress);
  }

  private Reply notKnown(Call call, Outcome outcome, CxmlMessage.Envelope envelope) {
    String sentence =
        call.entry().reference() + ": " + IntakeTexts.notKnown(outcome, IntakeTexts.DUTCH);
    Reply reply =
        reply(
            CxmlAnswers.status(
                UNAUTHORIZED,
                sentence,
                stamp(call.entry().reference(), call.now(), IntakeTexts.DUTCH)));
    String name = envelope.from().isEmpty() ? null : envelope.from().get(0).toString();
    log.ended(call.entry(), IntakeTexts.notKnown(outcome, name, UNAUTHORIZED, reply));
    return reply;
  }

  private Reply profile(Call call, Connection connection, Locale reader) {
    Reply reply =
        reply(
            CxmlAnswers.profile(
                call.url(),
                List.of("ProfileRequest", "OrderRequest", "StatusUpdateRequest"),
                stamp(call.entry().reference(), call.now(), reader)));
    ended(call, connection, null, "PROFILE", reply, Links.NONE);
    return reply;
  }

  private Reply order(Call call, ConnectionAuthentication.Result caller, CxmlMessage message) {
    PurchaseOrderMessage order = message.order(CxmlAccounting.USUAL);
    Fits.check(order);
    OrderIntake.Received received =
        intake.receive(caller.connection(), caller.branchId(), order, call.entry().reference());
    Reply reply =
        reply(
            CxmlAnswers.order(
                received.answer(),
                stamp(received.reference(), received.first(), received.reader())));
    int status = CxmlAnswers.code(received.answer().outcome());
    log.ended(call.entry(), IntakeTexts.ending(caller.connection(), received, status, reply));
    return reply;
  }

  private Reply statusUpdate(Call call, Connection connection, CxmlMessage message, Locale reader) {
    CxmlMessage.StatusUpdate update = message.statusUpdate();
    Optional<Requisition> rejected =
        update.code() >= REFUSALS_FROM
            ? rejections.reject(connection, update.payloadId(), update.text())
            : Optional.empty();
    Reply reply =
        reply(
            CxmlAnswers.status(
                OK,
                Texts.of(
                    "purchasing.purchasing",
                    reader,
                    rejected.isPresent()
                        ? "purchasing.answer.rejectionNoted"
                        : "purchasing.answer.noted",
                    call.entry().reference()),
                stamp(call.entry().reference(), call.now(), reader)));
    ended(
        call,
        connection,
        update.payloadId(),
        rejected.isPresent() ? "REJECTED" : "NOTED",
        reply,
        rejected.map(r -> Links.requisition(r.sessionId(), r.id())).orElse(Links.NONE));
    return reply;
  }

  private void ended(
      Call call, Connection connection, String subject, String outcome, Reply reply, Links links) {
    log.ended(
        call.entry(),
        new MessageLog.Ending(
                connection.id(),
                connection.accountId(),
                subject,
                outcome,
                OK,
                null,
                reply.contentType(),
                reply.body())
            .about(links));
  }

  private static CxmlAnswers.Stamp stamp(String reference, Instant at, Locale reader) {
    return new CxmlAnswers.Stamp(
        reference + DOMAIN, OffsetDateTime.ofInstant(at, Clocks.AMSTERDAM), reader);
  }

  private static Reply reply(byte[] document) {
    return new Reply(OK, CxmlAnswers.MEDIA_TYPE, document);
  }
}
