package nl.topfruit.shop.punchout.console;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/**
 * One call-up that our staff play, and what came back. Its credential and return address work for
 * this run only:
 *
 * <pre>
 * OPEN --something came back--> RETURNED
 * OPEN --stopped or an hour over--> ENDED
 * </pre>
 */
@Entity
@Table(name = "console_run")
public class ConsoleRun {
  /** The life of a run. */
  public enum State {
    OPEN,
    RETURNED,
    ENDED
  }

  @Id private UUID id;
  @Version private int version;
  private String number;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "connection_id")
  private UUID connectionId;

  @Column(name = "account_id")
  private UUID accountId;

  @Column(name = "credential_id")
  private UUID credentialId;

  private String identity;
  private byte[] secret;
  private byte[] token;

  @Column(name = "token_hash")
  private byte[] tokenHash;

  private String receiver;
  private String parameters;

  @Column(name = "started_by")
  private String startedBy;

  @Column(name = "started_at")
  private Instant startedAt;

  @Column(name = "expires_at")
  private Instant expiresAt;

  @Column(name = "returned_at")
  private Instant returnedAt;

  @Column(name = "returned_type")
  private String returnedType;

  private byte[] returned;

  protected ConsoleRun() {}

  /**
   * What the run calls with, and where what it returns is taken.
   *
   * @param identity user name of its credential
   * @param secret encrypted by the secret store
   * @param token of the return address, encrypted by the secret store
   * @param receiver address of the receiver, which the token completes
   */
  record Keys(
      UUID credentialId,
      String identity,
      byte[] secret,
      byte[] token,
      byte[] tokenHash,
      String receiver) {}

  /**
   * @param parameters of the call-up to begin with, as JSON; no secret
   */
  ConsoleRun(
      String number,
      UUID connectionId,
      UUID accountId,
      Keys keys,
      String parameters,
      String startedBy,
      Instant startedAt,
      Instant expiresAt) {
    this.id = Ids.next();
    this.number = number;
    this.state = State.OPEN;
    this.connectionId = connectionId;
    this.accountId = accountId;
    this.credentialId = keys.credentialId();
    this.identity = keys.identity();
    this.secret = keys.secret();
    this.token = keys.token();
    this.tokenHash = keys.tokenHash();
    this.receiver = keys.receiver();
    this.parameters = parameters;
    this.startedBy = startedBy;
    this.startedAt = startedAt;
    this.expiresAt = expiresAt;
  }

  /** Its credential and return address still work. */
  boolean isLive(Instant now) {
    return state == State.OPEN && now.isBefore(expiresAt);
  }

  /** Something came back: the run is over, and its secrets are forgotten. */
  void returned(String contentType, byte[] body, Instant now) {
    state = State.RETURNED;
    returnedAt = now;
    returnedType = contentType;
    returned = body;
    forget();
  }

  /** Nothing will come back any more. */
  void end() {
    if (state == State.OPEN) {
      state = State.ENDED;
      forget();
    }
  }

  private void forget() {
    secret = null;
    token = null;
  }

  UUID credentialId() {
    return credentialId;
  }

  UUID connectionId() {
    return connectionId;
  }

  UUID accountId() {
    return accountId;
  }

  String number() {
    return number;
  }

  State state() {
    return state;
  }

  String identity() {
    return identity;
  }

  byte[] secret() {
    return secret;
  }

  byte[] token() {
    return token;
  }

  String receiver() {
    return receiver;
  }

  String parameters() {
    return parameters;
  }

  String startedBy() {
    return startedBy;
  }

  Instant startedAt() {
    return startedAt;
  }

  Instant expiresAt() {
    return expiresAt;
  }

  Instant returnedAt() {
    return returnedAt;
  }

  String returnedType() {
    return returnedType;
  }

  byte[] returned() {
    return returned;
  }
}
