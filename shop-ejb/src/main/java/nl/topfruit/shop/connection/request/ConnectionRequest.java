package nl.topfruit.shop.connection.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.connection.Connection;

/**
 * A request for a connection. Its life:
 *
 * <pre>
 *  NEW ──becomes──▶ LINKED   (there is a connection now)
 *   └───isDeclined─▶ DECLINED
 * </pre>
 */
@Entity
public class ConnectionRequest {
  /** What has become of it; see the picture above. */
  public enum State {
    NEW,
    LINKED,
    DECLINED
  }

  @Id private UUID id;
  @Version private int version;
  private String reference;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Column(name = "remote_address")
  private String remoteAddress;

  private String language;
  private String organisation;

  @Column(name = "kvk_number")
  private String kvkNumber;

  private String name;
  private String email;
  private String phone;

  @Column(name = "system_name")
  private String systemName;

  @Enumerated(EnumType.STRING)
  private Connection.Protocol protocol;

  private String remarks;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "connection_id")
  private UUID connectionId;

  @Column(name = "handled_by")
  private String handledBy;

  @Column(name = "handled_at")
  private Instant handledAt;

  private String reason;

  protected ConnectionRequest() {}

  ConnectionRequest(String reference, Asking asking, String remoteAddress, Instant now) {
    this.id = Ids.next();
    this.reference = reference;
    this.state = State.NEW;
    this.createdAt = now;
    this.remoteAddress = remoteAddress;
    this.language = asking.language();
    this.organisation = asking.organisation();
    this.kvkNumber = asking.kvkNumber();
    this.name = asking.name();
    this.email = asking.email();
    this.phone = asking.phone();
    this.systemName = asking.systemName();
    this.protocol = asking.protocol();
    this.remarks = asking.remarks();
  }

  /** It is answered by this connection of this account. */
  void becomes(UUID accountId, UUID connectionId, String by, Instant now) {
    open();
    this.state = State.LINKED;
    this.accountId = accountId;
    this.connectionId = connectionId;
    handled(by, now);
  }

  /** Nothing comes of it, for this reason. */
  void isDeclined(String reason, String by, Instant now) {
    open();
    this.state = State.DECLINED;
    this.reason = reason;
    handled(by, now);
  }

  private void open() {
    if (state != State.NEW) {
      throw new BusinessRuleViolation(null, "connection.requestHandled");
    }
  }

  private void handled(String by, Instant now) {
    handledBy = by;
    handledAt = now;
  }

  UUID id() {
    return id;
  }

  String reference() {
    return reference;
  }

  State state() {
    return state;
  }

  Instant createdAt() {
    return createdAt;
  }

  String language() {
    return language;
  }

  String organisation() {
    return organisation;
  }

  String kvkNumber() {
    return kvkNumber;
  }

  String name() {
    return name;
  }

  String email() {
    return email;
  }

  String phone() {
    return phone;
  }

  String systemName() {
    return systemName;
  }

  Connection.Protocol protocol() {
    return protocol;
  }

  String remarks() {
    return remarks;
  }

  UUID accountId() {
    return accountId;
  }

  UUID connectionId() {
    return connectionId;
  }

  Instant handledAt() {
    return handledAt;
  }

  String reason() {
    return reason;
  }
}
