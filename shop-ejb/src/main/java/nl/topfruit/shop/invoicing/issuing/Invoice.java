package nl.topfruit.shop.invoicing.issuing;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatSummary;
import nl.topfruit.shop.invoicing.InvoiceDocument.Kind;
import nl.topfruit.shop.invoicing.InvoiceDocument.Profile;

/**
 * An invoice or credit note of ours. Once it has a number nothing of it changes but what became of
 * it.
 *
 * <pre>
 * BLOCKED --mended and checked again--> ISSUED --sent--> SENT --paid--> PAID
 *                                                      --disputed--> DISPUTED
 * ISSUED, SENT --credited--> PARTLY_CREDITED, CREDITED
 * </pre>
 */
@Entity
public class Invoice {
  /** The life of an invoice. */
  public enum State {
    DRAFT,
    BLOCKED,
    ISSUED,
    SENT,
    DISPUTED,
    PARTLY_PAID,
    PAID,
    PARTLY_CREDITED,
    CREDITED
  }

  @Id private UUID id;

  @Version private int version;

  private String number;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "invoice_party_id")
  private UUID invoicePartyId;

  @Column(name = "selling_entity_id")
  private UUID sellingEntityId;

  @Column(name = "order_id")
  private UUID orderId;

  @Column(name = "purchase_order_number")
  private String purchaseOrderNumber;

  @Enumerated(EnumType.STRING)
  private Profile profile;

  private String language;

  @Column(name = "issued_on")
  private LocalDate issuedOn;

  @Column(name = "issued_at")
  private Instant issuedAt;

  @Column(name = "due_on")
  private LocalDate dueOn;

  private Money net;

  private Money vat;

  private Money gross;

  private String findings;

  @Column(name = "created_at")
  private Instant createdAt;

  protected Invoice() {}

  /** Whom and what an invoice is for. */
  record Subject(
      UUID accountId,
      UUID invoicePartyId,
      UUID sellingEntityId,
      UUID orderId,
      String purchaseOrderNumber,
      Kind kind,
      Profile profile,
      String language) {}

  private Invoice(Subject subject, VatSummary amounts, Instant now) {
    this.id = Ids.next();
    this.kind = subject.kind();
    this.accountId = subject.accountId();
    this.invoicePartyId = subject.invoicePartyId();
    this.sellingEntityId = subject.sellingEntityId();
    this.orderId = subject.orderId();
    this.purchaseOrderNumber = subject.purchaseOrderNumber();
    this.profile = subject.profile();
    this.language = subject.language();
    this.net = amounts.net();
    this.vat = amounts.vat();
    this.gross = amounts.gross();
    this.findings = "[]";
    this.createdAt = now;
  }

  /** An invoice that passed every check and has its number. */
  static Invoice issued(
      Subject subject,
      VatSummary amounts,
      String number,
      LocalDate issuedOn,
      LocalDate dueOn,
      Instant now) {
    var invoice = new Invoice(subject, amounts, now);
    invoice.state = State.ISSUED;
    invoice.number = number;
    invoice.issuedOn = issuedOn;
    invoice.issuedAt = now;
    invoice.dueOn = dueOn;
    return invoice;
  }

  /**
   * A draft that may not leave; it has no number.
   *
   * @param findings what is wrong with it, as JSON
   */
  static Invoice blocked(Subject subject, VatSummary amounts, String findings, Instant now) {
    var invoice = new Invoice(subject, amounts, now);
    invoice.state = State.BLOCKED;
    invoice.findings = findings;
    return invoice;
  }

  /** It has left by mail. */
  void sent() {
    if (number == null) {
      throw new BusinessRuleViolation(null, "invoicing.notIssued");
    }
    if (state == State.ISSUED) {
      state = State.SENT;
    }
  }

  public UUID id() {
    return id;
  }

  public String number() {
    return number;
  }

  public Kind kind() {
    return kind;
  }

  public State state() {
    return state;
  }

  public UUID accountId() {
    return accountId;
  }

  public UUID invoicePartyId() {
    return invoicePartyId;
  }

  public UUID sellingEntityId() {
    return sellingEntityId;
  }

  public UUID orderId() {
    return orderId;
  }

  public String purchaseOrderNumber() {
    return purchaseOrderNumber;
  }

  public Profile profile() {
    return profile;
  }

  public String language() {
    return language;
  }

  public LocalDate issuedOn() {
    return issuedOn;
  }

  public Instant issuedAt() {
    return issuedAt;
  }

  public LocalDate dueOn() {
    return dueOn;
  }

  public Money net() {
    return net;
  }

  public Money vat() {
    return vat;
  }

  public Money gross() {
    return gross;
  }

  public String findings() {
    return findings;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
