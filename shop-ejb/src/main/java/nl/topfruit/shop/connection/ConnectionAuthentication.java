package nl.topfruit.shop.connection;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.security.FailedSignIns;
import nl.topfruit.shop.security.SecretStore;

/** Which customer's system is calling, told from its name and secret. */
@Stateless
public class ConnectionAuthentication {
  @PersistenceContext private EntityManager em;
  @Inject private SecretStore secrets;
  @Inject private FailedSignIns failures;
  @Inject private Clock clock;

  /** How it ended. */
  public enum Outcome {
    KNOWN,
    WRONG,
    /** The secret is right, but the connection is not open yet or not open any more. */
    NOT_OPEN,
    /** Too many wrong secrets from this address for this name: HTTP 429. */
    TOO_MANY
  }

  /**
   * @param connection null unless the secret was right
   * @param credential the one that was given, null unless known
   */
  public record Result(Outcome outcome, Connection connection, ConnectionCredential credential) {
    public Optional<Connection> known() {
      return outcome == Outcome.KNOWN ? Optional.of(connection) : Optional.empty();
    }

    /** The branch of this credential, or null. */
    public UUID branchId() {
      return credential == null ? null : credential.branchId();
    }
  }

  /**
   * A name by which a system may be known.
   *
   * @param domain of a cXML credential, empty for the others; compared without case
   */
  public record Name(String domain, String identity) {
    @Override
    public String toString() {
      return domain.isEmpty() ? identity : domain + "/" + identity;
    }
  }

  /** Checks a system's name and secret. Open to all: nobody is known yet. */
  @PermitAll
  public Result authenticate(
      ConnectionCredential.Kind kind,
      String domain,
      String identity,
      String secret,
      String address) {
    return authenticateAny(kind, List.of(new Name(domain, identity)), secret, address);
  }

  /**
   * The same where a system gives several names, of which the first that is known with this secret
   * counts. Open to all: nobody is known yet.
   */
  @PermitAll
  public Result authenticateAny(
      ConnectionCredential.Kind kind, List<Name> names, String secret, String address) {
    String throttled = names.isEmpty() ? "" : names.get(0).toString();
    if (failures.tooMany(FailedSignIns.Kind.MACHINE, throttled, address)) {
      return new Result(Outcome.TOO_MANY, null, null);
    }
    List<Object[]> candidates = candidates(kind, names);
    Result notOpen = null;
    for (Name name : names) {
      for (Object[] row : candidates) {
        var credential = (ConnectionCredential) row[0];
        if (credential.isKnownAs(name.domain(), name.identity())
            && secrets.matches(credential.secret(), secret)) {
          var connection = (Connection) row[1];
          if (connection.state().isOpen()) {
            return new Result(Outcome.KNOWN, connection, credential);
          }
          notOpen = new Result(Outcome.NOT_OPEN, connection, null);
        }
      }
    }
    if (notOpen != null) {
      return notOpen;
    }
    failures.note(FailedSignIns.Kind.MACHINE, throttled, address);
    return new Result(Outcome.WRONG, null, null);
  }

  private List<Object[]> candidates(ConnectionCredential.Kind kind, List<Name> names) {
    return names.isEmpty()
        ? List.of()
        : em.createQuery(
                """
                select r, c from ConnectionCredential r join Connection c on c.id = r.connectionId
                where r.kind = :kind and r.identity in :identities
                  and (r.validUntil is null or r.validUntil > :now)
                """,
                Object[].class)
            .setParameter("kind", kind)
            .setParameter("identities", names.stream().map(Name::identity).distinct().toList())
            .setParameter("now", Instant.now(clock))
            .getResultList();
  }
}
