package nl.topfruit.shop.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.security.enterprise.identitystore.Pbkdf2PasswordHash;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Signing in of people by e-mail address and password. */
@Stateless
public class SignIn {
  /**
   * A hash of no password: an unknown name costs as much time as a known one and so tells nothing.
   */
  private static final String NOBODY =
      "PBKDF2WithHmacSHA256:2048:UzlcLOKpLpP9ArpbmzCfEvbBhDDyZQY6jxQZaV3tXhM=:w1Xq1g8pTLyA8cXc1Hh4o6pW3uP9sZqk1mTn5vRy7bE=";

  @PersistenceContext private EntityManager em;
  @Inject private FailedSignIns failures;
  @Inject private Pbkdf2PasswordHash hash;
  @Inject private Clock clock;

  /** How it ended. */
  public enum Outcome {
    SIGNED_IN,
    WRONG,
    /** Too many wrong passwords from this address for this name: wait a quarter of an hour. */
    TOO_MANY
  }

  /**
   * @param callerName the name of the principal, null unless signed in
   * @param roles container roles
   */
  public record Result(Outcome outcome, String callerName, Set<String> roles, String language) {
    static Result failed(Outcome outcome) {
      return new Result(outcome, null, Set.of(), null);
    }
  }

  /** Checks a name and password given by a person. Open to all: nobody is signed in yet. */
  @PermitAll
  public Result authenticate(String email, String password, String address) {
    String name = email.strip().toLowerCase(Locale.ROOT);
    if (failures.tooMany(FailedSignIns.Kind.PERSON, name, address)) {
      return Result.failed(Outcome.TOO_MANY);
    }
    Optional<Person> found =
        em.createQuery("select p from Person p where lower(p.email) = :email", Person.class)
            .setParameter("email", name)
            .getResultStream()
            .findFirst();
    String stored = found.filter(Person::active).map(Person::passwordHash).orElse(NOBODY);
    boolean right = hash.verify(password.toCharArray(), stored);
    if (!right || found.isEmpty() || !found.get().active()) {
      failures.note(FailedSignIns.Kind.PERSON, name, address);
      return Result.failed(Outcome.WRONG);
    }
    Person person = found.get();
    person.seen(Instant.now(clock));
    return new Result(
        Outcome.SIGNED_IN,
        CurrentUser.personName(person.id(), person.accountId()),
        person.roles(),
        person.language());
  }
}
