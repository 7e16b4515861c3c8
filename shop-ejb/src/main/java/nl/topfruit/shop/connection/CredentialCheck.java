package nl.topfruit.shop.connection;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.security.SecretStore;

/**
 * Why a user name and password do not open a connection, for our staff: those who call are never
 * told that much.
 */
@Stateless
public class CredentialCheck {
  @PersistenceContext private EntityManager em;
  @Inject private SecretStore secrets;
  @Inject private Clock clock;

  /** How far it is from right. */
  public enum Verdict {
    GOOD,
    /** The name is right but for blanks around it. */
    BLANK,
    /** The name is right but for capitals. */
    CASE,
    /** The name is that of another connection. */
    ELSEWHERE,
    UNKNOWN,
    /** The secret was valid once. */
    EXPIRED,
    WRONG_SECRET
  }

  /**
   * @param likely the name that was meant, for BLANK and CASE; else the name as it was given
   * @param console it is a credential of our own staff
   */
  public record Finding(Verdict verdict, String likely, boolean console) {
    Finding(Verdict verdict, String likely) {
      this(verdict, likely, false);
    }
  }

  /**
   * Holds a name and a secret against the OCI credentials of a connection.
   *
   * @param secret as it was given; null where it is not known any more, and then not judged
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN, SYSTEM})
  public Finding check(UUID connectionId, String identity, String secret) {
    List<ConnectionCredential> all =
        em.createQuery(
                "select c from ConnectionCredential c where c.kind = OCI and (c.connectionId = :connection or c.identity = :identity)",
                ConnectionCredential.class)
            .setParameter("connection", connectionId)
            .setParameter("identity", identity)
            .getResultList();
    List<ConnectionCredential> own =
        all.stream().filter(c -> c.connectionId().equals(connectionId)).toList();
    List<ConnectionCredential> named =
        own.stream().filter(c -> c.identity().equals(identity)).toList();
    if (named.isEmpty()) {
      return unnamed(own, all, identity);
    }
    Instant now = Instant.now(clock);
    List<ConnectionCredential> valid = named.stream().filter(c -> c.isValid(now)).toList();
    boolean expired =
        valid.isEmpty()
            || secret != null
                && valid.stream().noneMatch(c -> secrets.matches(c.secret(), secret))
                && named.stream().anyMatch(c -> secrets.matches(c.secret(), secret));
    if (expired) {
      return new Finding(Verdict.EXPIRED, identity);
    }
    boolean right =
        secret == null || valid.stream().anyMatch(c -> secrets.matches(c.secret(), secret));
    return new Finding(
        right ? Verdict.GOOD : Verdict.WRONG_SECRET,
        identity,
        valid.stream().anyMatch(ConnectionCredential::console));
  }

  private static Finding unnamed(
      List<ConnectionCredential> own, List<ConnectionCredential> all, String identity) {
    for (ConnectionCredential credential : own) {
      if (credential.identity().strip().equals(identity.strip())) {
        return new Finding(Verdict.BLANK, credential.identity());
      }
    }
    for (ConnectionCredential credential : own) {
      if (credential.identity().strip().equalsIgnoreCase(identity.strip())) {
        return new Finding(Verdict.CASE, credential.identity());
      }
    }
    boolean elsewhere = all.stream().anyMatch(c -> c.identity().equals(identity));
    return new Finding(elsewhere ? Verdict.ELSEWHERE : Verdict.UNKNOWN, identity);
  }
}
