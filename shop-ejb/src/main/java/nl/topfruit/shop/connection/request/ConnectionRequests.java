package nl.topfruit.shop.connection.request;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.messaging.Outbox;

/** Takes in requests for a connection from whoever asks. */
@Stateless
public class ConnectionRequests {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int MOST_AN_HOUR = 5;

  @PersistenceContext private EntityManager em;
  @Inject private Outbox outbox;
  @Inject private Clock clock;

  /**
   * Writes a request down; we and the one who asks get a letter. Open to all: it is the front
   * page's form, so that what one address may send is limited here.
   *
   * @throws BusinessRuleViolation "connection.ask.open" when one of this e-mail address is open,
   *     "connection.ask.tooMany"
   */
  @PermitAll
  public void ask(Asking asking, String remoteAddress) {
    Instant now = Instant.now(clock);
    // one request at a time, so that two at the same instant do not slip through
    em.createNativeQuery(
            "select count(*) from pg_advisory_xact_lock(hashtext('connection_request'))")
        .getSingleResult();
    long recent =
        em.createQuery(
                "select count(r) from ConnectionRequest r where r.remoteAddress = :address and r.createdAt > :since",
                Long.class)
            .setParameter("address", remoteAddress)
            .setParameter("since", now.minus(Duration.ofHours(1)))
            .getSingleResult();
    if (recent >= MOST_AN_HOUR) {
      throw new BusinessRuleViolation(null, "connection.ask.tooMany");
    }
    boolean open =
        !em.createQuery(
                "select r.id from ConnectionRequest r where lower(r.email) = :email and r.state = :new")
            .setParameter("email", asking.email().toLowerCase(Locale.ROOT))
            .setParameter("new", ConnectionRequest.State.NEW)
            .getResultList()
            .isEmpty();
    if (open) {
      throw new BusinessRuleViolation("email", "connection.ask.open");
    }
    var request = new ConnectionRequest(newReference(), asking, remoteAddress, now);
    em.persist(request);
    for (RequestMailing.To to : RequestMailing.To.values()) {
      outbox.put(RequestMailing.KIND, request.reference() + ":" + to, request.id() + ":" + to);
    }
  }

  private static String newReference() {
    var reference = new StringBuilder("KA-");
    for (int i = 0; i < 6; i++) {
      reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return reference.toString();
  }
}
