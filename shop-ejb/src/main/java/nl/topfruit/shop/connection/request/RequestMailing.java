package nl.topfruit.shop.connection.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.Mail;
import nl.topfruit.shop.messaging.Mailer;
import nl.topfruit.shop.messaging.OutboxHandler;

/** Tells our desk that somebody asked for a connection, and him that we have it. */
@ApplicationScoped
public class RequestMailing implements OutboxHandler {
  static final String KIND = "CONNECTION_REQUEST_MAIL";
  private static final String TEXTS = "connection.connection";
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  /** Who gets a letter. */
  enum To {
    DESK,
    ASKER
  }

  @PersistenceContext private EntityManager em;
  @Inject private Mailer mailer;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(String dedupeKey, String payload) throws MessagingException, IOException {
    String[] parts = payload.split(":");
    ConnectionRequest request = em.find(ConnectionRequest.class, UUID.fromString(parts[0]));
    Mail mail = To.valueOf(parts[1]) == To.DESK ? toDesk(request) : toAsker(request);
    mailer.send(mail, new Mailer.About(request.accountId(), request.reference(), Links.NONE));
  }

  private static Mail toDesk(ConnectionRequest request) {
    return new Mail(
        Texts.of(TEXTS, DUTCH, "request.mail.desk"),
        Texts.of(
            TEXTS, DUTCH, "request.mail.desk.subject", request.reference(), request.organisation()),
        Texts.of(
            TEXTS,
            DUTCH,
            "request.mail.desk.text",
            request.organisation(),
            request.kvkNumber(),
            request.name(),
            request.email(),
            Objects.requireNonNullElse(request.phone(), "–"),
            request.systemName(),
            request.protocol() == null ? "–" : request.protocol().name(),
            Objects.requireNonNullElse(request.remarks(), "–")),
        List.of());
  }

  /** Nothing that was filled in but the reference: anybody can fill in anybody's address. */
  private static Mail toAsker(ConnectionRequest request) {
    Locale reader = Locale.forLanguageTag(request.language());
    return new Mail(
        request.email(),
        Texts.of(TEXTS, reader, "request.mail.subject", request.reference()),
        Texts.of(TEXTS, reader, "request.mail.text", request.reference()),
        List.of());
  }
}
