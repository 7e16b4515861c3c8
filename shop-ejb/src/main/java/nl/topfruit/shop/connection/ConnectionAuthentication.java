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
    /** Too many wrong secrets from this address for this name: HTTP 429. */
    TOO_MANY
  }

  /**
   * @param connection null unless known
   * @param branchId the branch of this credential, or null
   */
  public record Result(Outcome outcome, Connection connection, UUID branchId) {
    public Optional<Connection> known() {
      return Optional.ofNullable(connection);
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
    String name = domain.isEmpty() ? identity : domain + "/" + identity;
    if (failures.tooMany(FailedSignIns.Kind.MACHINE, name, address)) {
      return new Result(Outcome.TOO_MANY, null, null);
    }
    List<Object[]> candidates =
        em.createQuery(
                """
                select r, c from ConnectionCredential r join Connection c on c.id = r.connectionId
                where r.kind = :kind and r.domain = :domain and r.identity = :identity and c.live
                  and (r.validUntil is null or r.validUntil > :now)
                """,
                Object[].class)
            .setParameter("kind", kind)
            .setParameter("domain", domain)
            .setParameter("identity", identity)
            .setParameter("now", Instant.now(clock))
            .getResultList();
    for (Object[] row : candidates) {
      var credential = (ConnectionCredential) row[0];
      if (secrets.matches(credential.secret(), secret)) {
        return new Result(Outcome.KNOWN, (Connection) row[1], credential.branchId());
      }
    }
    failures.note(FailedSignIns.Kind.MACHINE, name, address);
    return new Result(Outcome.WRONG, null, null);
  }
}
