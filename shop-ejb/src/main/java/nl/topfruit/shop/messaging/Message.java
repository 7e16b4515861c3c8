package nl.topfruit.shop.messaging;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/**
 * One document on the wire, as it came or went, with its answer and what it is about. Secrets are
 * masked before it is kept. It is written before the document is judged and completed when it was
 * answered; after a time payload and answer are emptied, and how it ended stays.
 */
@Entity
public class Message {
  /** Which way it went. */
  public enum Direction {
    IN,
    OUT
  }

  /** The road it took. */
  public enum Channel {
    OCI_CALL_UP,
    OCI_RETURN,
    OCI_ORDER,
    CXML,
    UBL_ORDER,
    UBL_INVOICES,
    MAIL
  }

  @Id private UUID id;
  private String reference;
  private Instant at;

  @Enumerated(EnumType.STRING)
  private Direction direction;

  @Enumerated(EnumType.STRING)
  private Channel channel;

  @Column(name = "connection_id")
  private UUID connectionId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "remote_address")
  private String remoteAddress;

  @Column(name = "content_type")
  private String contentType;

  private byte[] payload;
  private String subject;
  private String outcome;
  private Integer status;
  private String detail;
  private byte[] answer;

  @Column(name = "answer_type")
  private String answerType;

  @Column(name = "duration_ms")
  private Integer durationMs;

  @Column(name = "session_id")
  private UUID sessionId;

  @Column(name = "requisition_id")
  private UUID requisitionId;

  @Column(name = "purchase_order_id")
  private UUID purchaseOrderId;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "invoice_id")
  private UUID invoiceId;

  @Column(name = "blanked_at")
  private Instant blankedAt;

  protected Message() {}

  Message(
      String reference,
      Instant at,
      Direction direction,
      Channel channel,
      String remoteAddress,
      String contentType,
      byte[] payload) {
    this.id = Ids.next();
    this.reference = reference;
    this.at = at;
    this.direction = direction;
    this.channel = channel;
    this.remoteAddress = remoteAddress;
    this.contentType = contentType;
    this.payload = payload;
  }
}
