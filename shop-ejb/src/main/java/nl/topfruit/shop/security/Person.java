package nl.topfruit.shop.security;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;

/**
 * Someone who signs in: of an account (then {@link #accountId()} names it) or of our staff (then it
 * is null).
 */
@Entity
public class Person {
  @Id private UUID id;
  @Version private int version;
  private String email;
  private String name;

  @Column(name = "password_hash")
  private String passwordHash;

  @Column(name = "account_id")
  private UUID accountId;

  private String language;
  private boolean active;

  @Column(name = "last_seen_at")
  private Instant lastSeenAt;

  @ElementCollection(fetch = FetchType.EAGER)
  @CollectionTable(name = "person_role", joinColumns = @JoinColumn(name = "person_id"))
  @Column(name = "role")
  private Set<String> roles = new TreeSet<>();

  protected Person() {}

  /**
   * @param accountId the account he belongs to; null for our staff
   * @param roles names of {@link Role}
   */
  public Person(String email, String name, UUID accountId, Set<String> roles) {
    this.id = Ids.next();
    this.email = email;
    this.name = name;
    this.accountId = accountId;
    this.language = "nl";
    this.active = true;
    this.roles.addAll(roles);
  }

  /** Gives the person a password, already hashed. */
  public void passwordIs(String hash) {
    this.passwordHash = hash;
  }

  void seen(Instant now) {
    lastSeenAt = now;
  }

  public UUID id() {
    return id;
  }

  public String email() {
    return email;
  }

  public String name() {
    return name;
  }

  public UUID accountId() {
    return accountId;
  }

  public String language() {
    return language;
  }

  public Set<String> roles() {
    return Set.copyOf(roles);
  }

  String passwordHash() {
    return passwordHash;
  }

  boolean active() {
    return active;
  }
}
