package nl.topfruit.shop.messaging;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

/**
 * The message log. What came in is kept in a commit of its own, so that it is there whatever
 * happens afterwards.
 */
@Stateless
public class MessageLog {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Letters that nobody confuses on the telephone. */
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** A document at hand, to be completed when it is answered. */
  public record Entry(String reference, Instant at) {}

  /**
   * How a document ended.
   *
   * @param outcome enum name of the answer, such as PLACED, HELD, OPENED, UNREADABLE
   * @param status protocol status (HTTP or cXML), 0 where there is none
   * @param detail one sentence for staff: what was wrong and with which field
   * @param links what it is about
   */
  public record Ending(
      UUID connectionId,
      UUID accountId,
      String subject,
      String outcome,
      int status,
      String detail,
      String answerType,
      byte[] answer,
      Links links) {

    /** The ending of a message that is about nothing that we keep. */
    public Ending(
        UUID connectionId,
        UUID accountId,
        String subject,
        String outcome,
        int status,
        String detail,
        String answerType,
        byte[] answer) {
      this(
          connectionId,
          accountId,
          subject,
          outcome,
          status,
          detail,
          answerType,
          answer,
          Links.NONE);
    }

    /** The same, about these things. */
    public Ending about(Links things) {
      return new Ending(
          connectionId, accountId, subject, outcome, status, detail, answerType, answer, things);
    }
  }

  /**
   * Keeps a document before it is judged. Open to all: nobody is known yet.
   *
   * @param payload with passwords and shared secrets masked already
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Entry received(
      Message.Channel channel, String remoteAddress, String contentType, byte[] payload) {
    return write(Message.Direction.IN, channel, remoteAddress, contentType, payload);
  }

  /**
   * Keeps a document that we send, in the caller's transaction. Open to all: the caller's service
   * has checked.
   */
  @PermitAll
  public Entry sent(Message.Channel channel, String contentType, byte[] payload) {
    return write(Message.Direction.OUT, channel, null, contentType, payload);
  }

  /**
   * Completes an entry in the caller's transaction: the answer and its effect are one commit. Open
   * to all, as above.
   */
  @PermitAll
  public void ended(Entry entry, Ending ending) {
    complete(entry, ending);
  }

  /**
   * Completes an entry whose document had no effect, in a commit of its own. Open to all, as above.
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void endedWithoutEffect(Entry entry, Ending ending) {
    complete(entry, ending);
  }

  private Entry write(
      Message.Direction direction,
      Message.Channel channel,
      String remoteAddress,
      String contentType,
      byte[] payload) {
    Entry entry = new Entry(newReference(), Instant.now(clock));
    em.persist(
        new Message(
            entry.reference(),
            entry.at(),
            direction,
            channel,
            remoteAddress,
            contentType,
            payload));
    em.flush();
    return entry;
  }

  private void complete(Entry entry, Ending ending) {
    em.createQuery(
            """
            update Message m set m.connectionId = :connection, m.accountId = :account, m.subject = :subject,
              m.outcome = :outcome, m.status = :status, m.detail = :detail, m.answerType = :type, m.answer = :answer,
              m.durationMs = :duration, m.sessionId = :session, m.requisitionId = :requisition,
              m.purchaseOrderId = :purchaseOrder, m.orderId = :order, m.invoiceId = :invoice
            where m.reference = :reference
            """)
        .setParameter("connection", ending.connectionId())
        .setParameter("account", ending.accountId())
        .setParameter("subject", cut(ending.subject(), 120))
        .setParameter("outcome", ending.outcome())
        .setParameter("status", ending.status())
        .setParameter("detail", ending.detail())
        .setParameter("type", ending.answerType())
        .setParameter("answer", ending.answer())
        .setParameter("session", ending.links().sessionId())
        .setParameter("requisition", ending.links().requisitionId())
        .setParameter("purchaseOrder", ending.links().purchaseOrderId())
        .setParameter("order", ending.links().orderId())
        .setParameter("invoice", ending.links().invoiceId())
        .setParameter(
            "duration", (int) (Instant.now(clock).toEpochMilli() - entry.at().toEpochMilli()))
        .setParameter("reference", entry.reference())
        .executeUpdate();
  }

  private static String cut(String text, int length) {
    return text == null || text.length() <= length ? text : text.substring(0, length);
  }

  private static String newReference() {
    var reference = new StringBuilder("M-");
    for (int i = 0; i < 10; i++) {
      reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return reference.toString();
  }
}
