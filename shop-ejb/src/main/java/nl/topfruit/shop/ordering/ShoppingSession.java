package nl.topfruit.shop.ordering;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.protocol.oci.OciFunction;

/**
 * One call-up of a customer's system, or one round of shopping of a portal user: one basket, one
 * way back. Whoever holds its token is the shopper; the token itself is not kept, only its hash.
 * One that was opened to show a product (DETAIL) looks only: there is no basket and no way back.
 *
 * <pre>
 * OPEN --handed over / placed--> RETURNED
 * OPEN --logged off-----------> CANCELLED
 * OPEN --too late-------------> EXPIRED
 * </pre>
 */
@Entity
public class ShoppingSession {
  /** The life of a session. */
  public enum State {
    OPEN,
    RETURNED,
    CANCELLED,
    EXPIRED
  }

  @Id private UUID id;

  @Version private int version;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  @Enumerated(EnumType.STRING)
  private State state;

  @Enumerated(EnumType.STRING)
  private OciFunction function;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "connection_id")
  private UUID connectionId;

  @Column(name = "person_id")
  private UUID personId;

  @Column(name = "web_shop_id")
  private UUID webShopId;

  private String language;

  @Column(name = "invoice_party_id")
  private UUID invoicePartyId;

  @Column(name = "branch_id")
  private UUID branchId;

  @Column(name = "cost_centre_code")
  private String costCentreCode;

  @Column(name = "purpose_id")
  private UUID purposeId;

  @Column(name = "contact_name")
  private String contactName;

  @Column(name = "contact_reach")
  private String contactReach;

  @Column(name = "hook_url")
  private String hookUrl;

  @Column(name = "return_target")
  private String returnTarget;

  @Column(name = "return_charset")
  private String returnCharset;

  private String echo;

  @Column(name = "cancel_url")
  private String cancelUrl;

  @Column(name = "opened_at")
  private Instant openedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "ended_at")
  private Instant endedAt;

  @Column(name = "requisition_id")
  private UUID requisitionId;

  private boolean kept;

  protected ShoppingSession() {}

  /** A session of a person in the portal: no way back but our own confirmation. */
  static ShoppingSession ofPerson(
      byte[] tokenHash,
      UUID accountId,
      UUID personId,
      UUID webShopId,
      String language,
      Instant now,
      Duration duration) {
    var session = new ShoppingSession();
    session.id = Ids.next();
    session.tokenHash = tokenHash;
    session.state = State.OPEN;
    session.function = OciFunction.SHOPPING;
    session.accountId = accountId;
    session.personId = personId;
    session.webShopId = webShopId;
    session.language = language;
    session.openedAt = now;
    session.expiresAt = now.plus(duration);
    return session;
  }

  /**
   * A session of a customer's system.
   *
   * @param hookUrl where the basket goes, byte for byte as it came
   * @param target window of the return form
   * @param charset of the return page
   * @param echo parameters to be given back, as JSON
   * @param cancelUrl where a shopper goes who takes nothing along, where his system named an
   *     address; else null
   */
  static ShoppingSession ofConnection(
      byte[] tokenHash,
      UUID accountId,
      UUID connectionId,
      OciFunction function,
      UUID webShopId,
      String language,
      String hookUrl,
      String target,
      String charset,
      String echo,
      String cancelUrl,
      Instant now,
      Duration duration) {
    var session = ofPerson(tokenHash, accountId, null, webShopId, language, now, duration);
    session.connectionId = connectionId;
    session.function = function;
    session.hookUrl = hookUrl;
    session.returnTarget = target;
    session.returnCharset = charset;
    session.echo = echo;
    session.cancelUrl = cancelUrl;
    return session;
  }

  /**
   * Who shops and for whom, where the system said so.
   *
   * @param personId a person of the account, null where nobody was named
   * @param invoicePartyId only branches of this legal entity can be chosen; null for any
   */
  void isFor(UUID personId, UUID invoicePartyId) {
    this.personId = personId;
    this.invoicePartyId = invoicePartyId;
  }

  /** What is filled in for this shopper. */
  void prefills(
      UUID branchId,
      String costCentreCode,
      UUID purposeId,
      String contactName,
      String contactReach) {
    this.branchId = branchId;
    this.costCentreCode = costCentreCode;
    this.purposeId = purposeId;
    this.contactName = contactName;
    this.contactReach = contactReach;
  }

  /** The shopper looks at another web shop; the basket stays. */
  void browses(UUID webShopId) {
    this.webShopId = webShopId;
  }

  void speaks(String language) {
    this.language = language;
  }

  /**
   * The basket has become a requisition: the session is over for good.
   *
   * @throws BusinessRuleViolation "ordering.sessionOver" when it was over already
   */
  public void returnedAs(UUID requisitionId, Instant now) {
    end(State.RETURNED, now);
    this.requisitionId = requisitionId;
  }

  /** The shopper leaves with nothing. */
  public void cancel(Instant now) {
    end(State.CANCELLED, now);
  }

  /** The shopper leaves with nothing and takes his basket up another time. */
  void keep(Instant now) {
    end(State.CANCELLED, now);
    this.kept = true;
  }

  void expire(Instant now) {
    end(State.EXPIRED, now);
  }

  private void end(State end, Instant now) {
    if (state != State.OPEN) {
      throw new BusinessRuleViolation(null, "ordering.sessionOver", state.name());
    }
    this.state = end;
    this.endedAt = now;
  }

  public UUID id() {
    return id;
  }

  public State state() {
    return state;
  }

  /** What the call-up wanted; SHOPPING for a person of the portal. */
  public OciFunction function() {
    return function;
  }

  /** It was opened to show a product: it has no basket and no way back. */
  public boolean looksOnly() {
    return function == OciFunction.DETAIL;
  }

  public UUID accountId() {
    return accountId;
  }

  public UUID connectionId() {
    return connectionId;
  }

  public UUID personId() {
    return personId;
  }

  public UUID webShopId() {
    return webShopId;
  }

  public String language() {
    return language;
  }

  public UUID invoicePartyId() {
    return invoicePartyId;
  }

  public UUID branchId() {
    return branchId;
  }

  public String costCentreCode() {
    return costCentreCode;
  }

  public UUID purposeId() {
    return purposeId;
  }

  public String contactName() {
    return contactName;
  }

  public String contactReach() {
    return contactReach;
  }

  public String hookUrl() {
    return hookUrl;
  }

  public String returnTarget() {
    return returnTarget;
  }

  public String returnCharset() {
    return returnCharset;
  }

  public String echo() {
    return echo;
  }

  public String cancelUrl() {
    return cancelUrl;
  }

  public Instant openedAt() {
    return openedAt;
  }

  public Instant expiresAt() {
    return expiresAt;
  }

  public Instant endedAt() {
    return endedAt;
  }

  public UUID requisitionId() {
    return requisitionId;
  }
}
