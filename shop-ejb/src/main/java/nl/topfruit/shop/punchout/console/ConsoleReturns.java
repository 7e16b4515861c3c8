package nl.topfruit.shop.punchout.console;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.ConnectionCredential;
import nl.topfruit.shop.ordering.Places;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.RawParameter;

/** Takes what the shop returned to a run, in place of the customer's system. */
@Stateless
public class ConsoleReturns {
  @PersistenceContext private EntityManager em;
  @Inject private DeliveryDays days;
  @Inject private Clock clock;

  /**
   * What came back.
   *
   * @param number of the run
   * @param fields in the order in which they came
   */
  public record Taken(String number, List<RawParameter> fields) {}

  /**
   * Keeps a form as it came, which ends the run; the same again, from a double click, finds it
   * there. The places that its requisition holds are free again: nobody will order from it. Open to
   * all: whoever has the token is the run's browser.
   *
   * @param token from the address
   * @param contentType header as it came, may be null
   * @return none when no run has this token, or it is over without a return
   */
  @PermitAll
  public Optional<Taken> take(String token, String contentType, byte[] body) {
    Optional<ConsoleRun> found =
        em.createQuery("select r from ConsoleRun r where r.tokenHash = :hash", ConsoleRun.class)
            .setParameter("hash", ConsoleToken.hash(token))
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ConsoleRun run = found.get();
    Instant now = Instant.now(clock);
    if (run.isLive(now)) {
      run.returned(cut(contentType), body, now);
      em.remove(em.getReference(ConnectionCredential.class, run.credentialId()));
      withdraw(run, now);
    }
    return run.state() == ConsoleRun.State.RETURNED
        ? Optional.of(new Taken(run.number(), fields(run)))
        : Optional.empty();
  }

  /** The requisition of the session that was opened with this run's own user name. */
  private void withdraw(ConsoleRun run, Instant now) {
    em.createQuery(
            """
            select r from Requisition r where r.sessionId in (
              select m.sessionId from Message m where m.connectionId = :connection and m.subject = :identity)
            """,
            Requisition.class)
        .setParameter("connection", run.connectionId())
        .setParameter("identity", run.identity())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultStream()
        .filter(Requisition::open)
        .forEach(
            requisition -> {
              days.release(Places.heldBy(requisition));
              requisition.withdraw(run.startedBy(), null, now);
            });
  }

  private List<RawParameter> fields(ConsoleRun run) {
    Connection connection = em.find(Connection.class, run.connectionId());
    Charset charset = OciCharset.named(connection.charset()).orElse(StandardCharsets.UTF_8);
    return RawParameter.parse(new String(run.returned(), StandardCharsets.ISO_8859_1), charset);
  }

  private static String cut(String type) {
    return type == null || type.length() <= 200 ? type : type.substring(0, 200);
  }
}
