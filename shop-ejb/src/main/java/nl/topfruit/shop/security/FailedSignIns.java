package nl.topfruit.shop.security;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.topfruit.shop.common.Ids;

/**
 * Slows down who guesses passwords: after {@value #LIMIT} wrong ones within a quarter of an hour,
 * from one address for one name, that address must wait for that name. Nobody else is kept out, so
 * a connection can never be locked by a stranger.
 */
@Stateless
public class FailedSignIns {
  static final int LIMIT = 10;
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** Who tries to come in: a person at the sign-in page, or a customer's system. */
  public enum Kind {
    PERSON,
    MACHINE
  }

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** Must this address wait for this name? Open to all: it is asked before anyone is known. */
  @PermitAll
  public boolean tooMany(Kind kind, String name, String address) {
    Number failures =
        (Number)
            em.createNativeQuery(
                    "select count(*) from failed_sign_in where kind = :kind and name = :name and address = :address and at > :since")
                .setParameter("kind", kind.name())
                .setParameter("name", cut(name))
                .setParameter("address", address)
                .setParameter("since", Instant.now(clock).minus(WINDOW))
                .getSingleResult();
    return failures.intValue() >= LIMIT;
  }

  /**
   * Notes a wrong password, whatever becomes of the caller's transaction. Open to all: nobody is
   * known yet.
   */
  @PermitAll
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public void note(Kind kind, String name, String address) {
    em.createNativeQuery(
            "insert into failed_sign_in (id, kind, name, address, at) values (:id, :kind, :name, :address, :at)")
        .setParameter("id", Ids.next())
        .setParameter("kind", kind.name())
        .setParameter("name", cut(name))
        .setParameter("address", address)
        .setParameter("at", Instant.now(clock))
        .executeUpdate();
  }

  private static String cut(String name) {
    return name.length() > 254 ? name.substring(0, 254) : name;
  }
}
