package nl.topfruit.shop.connection;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiPredicate;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.oci.OciCallUp;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciNames;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.security.FailedSignIns;
import nl.topfruit.shop.security.SecretStore;

/** Which customer's system is calling, told from its name and secret. */
@Stateless
public class ConnectionAuthentication {
  private static final String PASSWORD = "PASSWORD";

  @PersistenceContext private EntityManager em;
  @Inject private CallUpNames callUpNames;
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
      Result found =
          first(
              candidates,
              (credential, connection) ->
                  credential.isKnownAs(name.domain(), name.identity())
                      && secrets.matches(credential.secret(), secret));
      if (found.outcome() == Outcome.KNOWN) {
        return found;
      }
      notOpen = found.outcome() == Outcome.NOT_OPEN ? found : notOpen;
    }
    if (notOpen != null) {
      return notOpen;
    }
    failures.note(FailedSignIns.Kind.MACHINE, throttled, address);
    return new Result(Outcome.WRONG, null, null);
  }

  /**
   * Checks the credentials of an OCI call-up, whose parameters have other names in every
   * connection. Open to all: nobody is known yet.
   *
   * @param raw query string or form body as it came
   * @throws UnreadableMessage when there is no user name or no password, or a user name is there
   *     twice
   */
  @PermitAll
  public Result authenticateCallUp(String raw, String address) {
    List<RawParameter> sent = RawParameter.parse(raw, StandardCharsets.UTF_8);
    OciNames kept = callUpNames.of(sent);
    Result found = authenticateCallUp(raw, sent, kept, address);
    if (found.outcome() != Outcome.WRONG) {
      return found;
    }
    // who is not known by the names that are kept may have got others since
    OciNames anew = callUpNames.anew();
    if (!anew.equals(kept)) {
      found = authenticateCallUp(raw, sent, anew, address);
    }
    if (found.outcome() == Outcome.WRONG) {
      identities(sent, anew)
          .forEach(identity -> failures.note(FailedSignIns.Kind.MACHINE, identity, address));
    }
    return found;
  }

  private Result authenticateCallUp(
      String raw, List<RawParameter> sent, OciNames names, String address) {
    List<String> identities = identities(sent, names);
    value(sent, names.password())
        .orElseThrow(
            () ->
                new UnreadableMessage(
                    UnreadableMessage.Reason.MISSING, PASSWORD, "missing", PASSWORD));
    for (String identity : identities) {
      if (failures.tooMany(FailedSignIns.Kind.MACHINE, identity, address)) {
        return new Result(Outcome.TOO_MANY, null, null);
      }
    }
    return first(
        candidates(
            ConnectionCredential.Kind.OCI,
            identities.stream().map(identity -> new Name("", identity)).toList()),
        (credential, connection) -> isHis(raw, credential, connection));
  }

  private static List<String> identities(List<RawParameter> sent, OciNames names) {
    return OciCallUp.usernames(sent, names).stream().distinct().toList();
  }

  /**
   * Whose call-up it seems to be.
   *
   * @param identity the user name as given, null for none
   * @param connection null where nobody has that name
   */
  public record Named(String identity, Connection connection) {}

  /**
   * Tells by its user name whose call-up it seems to be, right secret or not: for the log, so that
   * who looks for what went wrong finds it with its connection. It opens nothing. Open to all:
   * nobody is known.
   */
  @PermitAll
  public Named named(String raw) {
    List<RawParameter> sent = RawParameter.parse(raw, StandardCharsets.UTF_8);
    Optional<String> identity = value(sent, callUpNames.of(sent).username());
    List<Name> wanted = identity.stream().map(name -> new Name("", name)).toList();
    return candidates(ConnectionCredential.Kind.OCI, wanted).stream()
        .filter(row -> isNamed(raw, (ConnectionCredential) row[0], (Connection) row[1]))
        .findFirst()
        .map(row -> new Named(identity.get(), (Connection) row[1]))
        .orElseGet(() -> new Named(identity.orElse(null), null));
  }

  /** By the names and in the charset of the connection that it would be. */
  private static boolean isNamed(
      String raw, ConnectionCredential credential, Connection connection) {
    OciProfile profile = connection.profile();
    return value(sent(raw, profile), profile.names().username())
        .filter(identity -> credential.isKnownAs("", identity))
        .isPresent();
  }

  private static List<RawParameter> sent(String raw, OciProfile profile) {
    return RawParameter.parse(raw, OciCharset.named(profile.charset()).orElseThrow());
  }

  private boolean isHis(String raw, ConnectionCredential credential, Connection connection) {
    OciProfile profile = connection.profile();
    List<RawParameter> sent = sent(raw, profile);
    return isNamed(raw, credential, connection)
        && value(sent, profile.names().password())
            .filter(secret -> secrets.matches(credential.secret(), secret))
            .isPresent();
  }

  private static Optional<String> value(List<RawParameter> sent, List<String> names) {
    return sent.stream()
        .filter(parameter -> names.stream().anyMatch(parameter.name().strip()::equalsIgnoreCase))
        .map(RawParameter::value)
        .filter(value -> !value.isBlank())
        .findFirst();
  }

  /** The first that fits and is open, else the last that fits. */
  private static Result first(
      List<Object[]> candidates, BiPredicate<ConnectionCredential, Connection> fits) {
    Result found = new Result(Outcome.WRONG, null, null);
    for (Object[] row : candidates) {
      var credential = (ConnectionCredential) row[0];
      var connection = (Connection) row[1];
      if (fits.test(credential, connection)) {
        if (opens(connection, credential)) {
          return new Result(Outcome.KNOWN, connection, credential);
        }
        found = new Result(Outcome.NOT_OPEN, connection, null);
      }
    }
    return found;
  }

  /** Our own staff try a connection before the customer can. */
  private static boolean opens(Connection connection, ConnectionCredential credential) {
    return connection.state().isOpen()
        || credential.console() && connection.state() == Connection.State.REQUESTED;
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
