package nl.topfruit.shop.punchout.console;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.protocol.oci.HookUrl;

/**
 * The one return address of our own that a call-up may name: that of a live run of the same
 * connection.
 */
@Dependent
public class ConsoleHooks {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?<receiver>https?://[^/?#]+/console-return/)(?<token>[A-Za-z0-9_-]{27})([?#].*)?");

  @PersistenceContext private EntityManager em;
  @Inject private Clock clock;

  /** Whether it leads to the receiver of a run of this connection that still lives. */
  public boolean isOfLiveRun(HookUrl hook, UUID connectionId) {
    Matcher address = ADDRESS.matcher(hook.raw());
    if (!address.matches()) {
      return false;
    }
    return em.createQuery(
            "select r from ConsoleRun r where r.tokenHash = :hash and r.connectionId = :connection",
            ConsoleRun.class)
        .setParameter("hash", ConsoleToken.hash(address.group("token")))
        .setParameter("connection", connectionId)
        .getResultStream()
        .anyMatch(
            run ->
                run.isLive(Instant.now(clock)) && run.receiver().equals(address.group("receiver")));
  }
}
