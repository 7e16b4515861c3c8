package nl.topfruit.shop.purchasing.channel;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.catalog.SellingEntity;
import nl.topfruit.shop.common.Clocks;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionAuthentication;
import nl.topfruit.shop.connection.ConnectionAuthentication.Outcome;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.MediaType;
import nl.topfruit.shop.protocol.PartyId;
import nl.topfruit.shop.protocol.ProblemJson;
import nl.topfruit.shop.protocol.ProtocolTexts;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.ubl.UblAccounting;
import nl.topfruit.shop.protocol.ubl.UblOrderReader;
import nl.topfruit.shop.protocol.ubl.UblOrderResponse;
import nl.topfruit.shop.protocol.ubl.UblParty;
import nl.topfruit.shop.purchasing.intake.OrderIntake;

/** UBL orders by Peppol BIS Ordering 3, {@code POST /ubl/orders}. */
@Stateless
public class UblOrders {
  private static final int TOO_MANY_REQUESTS = 429;

  @PersistenceContext private EntityManager em;
  @Inject private ConnectionAuthentication authentication;
  @Inject private OrderIntake intake;
  @Inject private MessageLog log;

  /** Name and secret of HTTP Basic (RFC 7617). */
  private record Basic(String name, String secret) {
    static Optional<Basic> read(String header) {
      if (header == null || !header.regionMatches(true, 0, "Basic ", 0, 6)) {
        return Optional.empty();
      }
      try {
        String pair =
            new String(
                Base64.getDecoder().decode(header.substring(6).strip()), StandardCharsets.UTF_8);
        int colon = pair.indexOf(':');
        return colon < 0
            ? Optional.empty()
            : Optional.of(new Basic(pair.substring(0, colon), pair.substring(colon + 1)));
      } catch (IllegalArgumentException notBase64) {
        return Optional.empty();
      }
    }
  }

  /**
   * Takes an order in and answers it; its entry in the message log ends in the same commit. Open to
   * all: name and secret of the connection are checked here.
   *
   * @param contentType header as it came, or null
   * @param authorization header as it came, or null
   * @param entry the message in the message log
   */
  @PermitAll
  public Reply receive(
      String contentType,
      byte[] body,
      String authorization,
      String remoteAddress,
      MessageLog.Entry entry) {
    Connection connection = null;
    Locale reader = IntakeTexts.DUTCH;
    try {
      Basic basic = Basic.read(authorization).orElse(new Basic("", ""));
      var caller =
          authentication.authenticate(
              ConnectionCredential.Kind.BASIC, "", basic.name(), basic.secret(), remoteAddress);
      if (caller.outcome() != Outcome.KNOWN) {
        return notKnown(caller.outcome(), basic.name(), entry);
      }
      connection = caller.connection();
      reader =
          Locale.forLanguageTag(em.find(BusinessAccount.class, connection.accountId()).language());
      MediaType type = MediaType.parse(contentType);
      if (!type.isXml()) {
        throw new UnreadableMessage(
            UnreadableMessage.Reason.MEDIA_TYPE, "", "mediaType", type.type(), "application/xml");
      }
      PurchaseOrderMessage message =
          UblOrderReader.read(body, type.charset(), UblAccounting.LEDGER_CODE);
      Fits.check(message);
      OrderIntake.Received received =
          intake.receive(connection, caller.branchId(), message, entry.reference());
      Reply reply =
          received.answer().outcome() == Answer.Outcome.CONFLICT
              ? conflict(received)
              : new Reply(200, UblOrderResponse.MEDIA_TYPE, response(received, message));
      log.ended(entry, IntakeTexts.ending(connection, received, reply.status(), reply));
      return reply;
    } catch (UnreadableMessage unreadable) {
      Reply reply = refusal(unreadable, entry.reference(), reader);
      log.ended(entry, IntakeTexts.unreadable(connection, unreadable, reply.status(), reply));
      return reply;
    }
  }

  /** The answer to a message that could not be read. */
  public static Reply refusal(UnreadableMessage unreadable, String reference, Locale reader) {
    return new Reply(
        unreadable.reason().ublStatus(),
        ProblemJson.MEDIA_TYPE,
        ProblemJson.of(unreadable, reference, reader));
  }

  /** The answer when we are to blame: it may be sent again. */
  public static Reply failure(String reference) {
    String sentence =
        Texts.of(
            "purchasing.purchasing", IntakeTexts.DUTCH, "purchasing.answer.failure", reference);
    return problem(500, "purchasing.answer.failureTitle", sentence, reference, IntakeTexts.DUTCH);
  }

  private Reply notKnown(Outcome outcome, String name, MessageLog.Entry entry) {
    boolean wait = outcome == Outcome.TOO_MANY;
    int status = wait ? TOO_MANY_REQUESTS : UnreadableMessage.Reason.CREDENTIALS.ublStatus();
    Reply reply =
        new Reply(
            status,
            ProblemJson.MEDIA_TYPE,
            ProblemJson.write(
                status,
                "about:blank",
                ProtocolTexts.sentence(IntakeTexts.DUTCH, "title.CREDENTIALS"),
                IntakeTexts.notKnown(outcome, IntakeTexts.DUTCH),
                entry.reference(),
                List.of(),
                IntakeTexts.DUTCH));
    log.ended(entry, IntakeTexts.notKnown(outcome, name, status, reply));
    return reply;
  }

  private static Reply conflict(OrderIntake.Received received) {
    return new Reply(
        UnreadableMessage.Reason.CONFLICT.ublStatus(),
        ProblemJson.MEDIA_TYPE,
        ProblemJson.write(
            UnreadableMessage.Reason.CONFLICT.ublStatus(),
            "about:blank",
            ProtocolTexts.sentence(received.reader(), "title.CONFLICT"),
            received.answer().sentence(),
            received.reference(),
            List.of(
                new UnreadableMessage.Fault(
                    "/Order/cbc:ID", "conflict", List.of(received.answer().orderNumber().raw()))),
            received.reader()));
  }

  private static Reply problem(
      int status, String titleKey, String detail, String reference, Locale reader) {
    return new Reply(
        status,
        ProblemJson.MEDIA_TYPE,
        ProblemJson.write(
            status,
            "about:blank",
            Texts.of("purchasing.purchasing", reader, titleKey),
            detail,
            reference,
            List.of(),
            reader));
  }

  /** Its id and moment are those of the first answer: a duplicate gets the same document. */
  private byte[] response(OrderIntake.Received received, PurchaseOrderMessage message) {
    return UblOrderResponse.write(
        received.answer(),
        new UblOrderResponse.Header(
            received.reference(),
            OffsetDateTime.ofInstant(received.first(), Clocks.AMSTERDAM),
            message.currency(),
            message.reference(),
            seller(),
            buyer(received, message),
            received.reader()));
  }

  private UblParty seller() {
    SellingEntity seller =
        em.createQuery(
                "select s from SellingEntity s join WebShop w on w.sellingEntityId = s.id order by w.position",
                SellingEntity.class)
            .setMaxResults(1)
            .getSingleResult();
    return new UblParty(new PartyId("0106", seller.kvkNumber()), seller.name(), "NL");
  }

  /** The legal entity that the order names, else the first one that has an electronic address. */
  private static UblParty buyer(OrderIntake.Received received, PurchaseOrderMessage message) {
    List<InvoiceParty> own =
        received.parties().stream()
            .filter(party -> party.accountId().equals(received.account().id()))
            .toList();
    Optional<PartyId> endpoint =
        message.buyerIds().stream().filter(id -> id.scheme().matches("\\d{4}")).findFirst();
    Optional<InvoiceParty> named =
        own.stream()
            .filter(
                party ->
                    message.buyerIds().stream()
                        .anyMatch(
                            id ->
                                id.value().equals(party.endpointId())
                                    || id.value().equals(party.kvkNumber())
                                    || id.value().equals(party.oin())))
            .findFirst();
    InvoiceParty party = named.or(() -> own.stream().findFirst()).orElseThrow();
    return new UblParty(
        endpoint.orElse(new PartyId(party.endpointScheme(), party.endpointId())),
        named.isPresent() ? party.name() : received.account().name(),
        "NL");
  }
}
