package nl.topfruit.shop.connection;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;

/**
 * How a customer's system makes itself known on one of its roads. Two may be valid at once while a
 * secret is changed.
 */
@Entity
public class ConnectionCredential {
  /** OCI user name, cXML From credential, or HTTP Basic key. */
  public enum Kind {
    OCI,
    CXML,
    BASIC
  }

  @Id private UUID id;

  @Column(name = "connection_id")
  private UUID connectionId;

  @Enumerated(EnumType.STRING)
  private Kind kind;

  private String domain;
  private String identity;
  private byte[] secret;

  @Column(name = "valid_until")
  private Instant validUntil;

  private boolean console;

  private String label;

  @Column(name = "invoice_party_id")
  private UUID invoicePartyId;

  @Column(name = "branch_id")
  private UUID branchId;

  @Column(name = "web_shop_id")
  private UUID webShopId;

  @Column(name = "created_at", insertable = false, updatable = false)
  private Instant createdAt;

  protected ConnectionCredential() {}

  /**
   * @param domain domain of a cXML credential, empty for the others
   * @param secret encrypted by the secret store
   */
  public ConnectionCredential(
      UUID connectionId, Kind kind, String domain, String identity, byte[] secret) {
    this.id = Ids.next();
    this.connectionId = connectionId;
    this.kind = kind;
    this.domain = domain;
    this.identity = identity;
    this.secret = secret.clone();
  }

  /**
   * A credential of our own staff, who play the customer's system for one call-up: it opens the
   * shop, also over a connection that was only requested, and orders nothing.
   *
   * @param secret encrypted by the secret store
   */
  public static ConnectionCredential ofConsole(
      UUID connectionId, String identity, byte[] secret, Instant validUntil) {
    var credential = new ConnectionCredential(connectionId, Kind.OCI, "", identity, secret);
    credential.validUntil = validUntil;
    credential.console = true;
    return credential;
  }

  /**
   * What this credential stands for, where a customer has one per administration or per delivery
   * address; each may be null.
   *
   * @param label the customer's own name for it
   * @param invoicePartyId only branches of this legal entity can be chosen
   * @param branchId the branch that is filled in
   * @param webShopId the web shop that opens first
   */
  public void leadsTo(String label, UUID invoicePartyId, UUID branchId, UUID webShopId) {
    this.label = label;
    this.invoicePartyId = invoicePartyId;
    this.branchId = branchId;
    this.webShopId = webShopId;
  }

  /**
   * The same with another secret; this one is taken until the given moment, so that the customer
   * can change it over there when it suits him.
   *
   * @param secret encrypted by the secret store
   * @param until moment at which this one ends
   */
  public ConnectionCredential replacedBy(byte[] secret, Instant until) {
    if (validUntil != null) {
      throw new BusinessRuleViolation(null, "connection.secretEnds");
    }
    validUntil = until;
    var next = new ConnectionCredential(connectionId, kind, domain, identity, secret);
    next.leadsTo(label, invoicePartyId, branchId, webShopId);
    return next;
  }

  /** It is taken until this moment. */
  public void endsAt(Instant moment) {
    if (validUntil == null || moment.isBefore(validUntil)) {
      validUntil = moment;
    }
  }

  public UUID id() {
    return id;
  }

  public UUID connectionId() {
    return connectionId;
  }

  public Kind kind() {
    return kind;
  }

  public String domain() {
    return domain;
  }

  public String identity() {
    return identity;
  }

  /** When it ends; null as long as nobody ended it. */
  public Instant validUntil() {
    return validUntil;
  }

  public Instant createdAt() {
    return createdAt;
  }

  /** Identities are compared to the letter, domains without case: both spellings are met. */
  boolean isKnownAs(String domain, String identity) {
    return this.domain.equalsIgnoreCase(domain) && this.identity.equals(identity);
  }

  /** It is one of our own staff's. */
  public boolean console() {
    return console;
  }

  boolean isValid(Instant now) {
    return validUntil == null || validUntil.isAfter(now);
  }

  byte[] secret() {
    return secret.clone();
  }

  public String label() {
    return label;
  }

  public UUID invoicePartyId() {
    return invoicePartyId;
  }

  public UUID branchId() {
    return branchId;
  }

  public UUID webShopId() {
    return webShopId;
  }
}
