package nl.topfruit.shop.security;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.common.NotFound;

/**
 * Who asks, read from the signed-in identity and never from a request parameter. The name of the
 * caller is written by our own sign-in only: {@code shopper|session|account} for a shopping
 * session, {@code person|id|account} for a person of a customer, {@code person|id|-} for staff. The
 * system alone may ask for somebody else ({@link #actFor}).
 */
@Stateless
public class CurrentUser {
  private static final ThreadLocal<String> ACTED_FOR = new ThreadLocal<>();

  @Resource private SessionContext context;

  /**
   * Does some work as if this caller asked for it, where the services that it calls let the system
   * do so. Only the system can be believed when it says for whom it acts.
   *
   * @param callerName {@link #shopperName} or {@link #personName}
   */
  @RolesAllowed(Role.SYSTEM)
  public void actFor(String callerName, Runnable work) {
    ACTED_FOR.set(callerName);
    try {
      work.run();
    } finally {
      ACTED_FOR.remove();
    }
  }

  /** The account the caller belongs to. Open to all: it only tells a caller who he is himself. */
  @PermitAll
  public UUID accountId() {
    return part(null, 2).orElseThrow(() -> new NotFound("account"));
  }

  /**
   * The shopping session whose token the caller holds. Open to all: it only tells a caller who he
   * is himself.
   */
  @PermitAll
  public UUID sessionId() {
    return part("shopper", 1).orElseThrow(() -> new NotFound("shopping session"));
  }

  /**
   * The person who signed in, none in a shopping session. Open to all: it only tells a caller who
   * he is himself.
   */
  @PermitAll
  public Optional<UUID> personId() {
    return part("person", 1);
  }

  /**
   * The name under which acts are recorded. Open to all: it only tells a caller who he is himself.
   */
  @PermitAll
  public String name() {
    String actedFor = ACTED_FOR.get();
    return actedFor != null && context.isCallerInRole(Role.SYSTEM)
        ? actedFor
        : context.getCallerPrincipal().getName();
  }

  private Optional<UUID> part(String kind, int index) {
    String[] parts = name().split("\\|");
    if (parts.length != 3 || (kind != null && !kind.equals(parts[0])) || "-".equals(parts[index])) {
      return Optional.empty();
    }
    return Optional.of(UUID.fromString(parts[index]));
  }

  /** The caller name of a shopping session. */
  public static String shopperName(UUID sessionId, UUID accountId) {
    return "shopper|" + sessionId + "|" + accountId;
  }

  /** The caller name of a person; no account for staff. */
  public static String personName(UUID personId, UUID accountId) {
    return "person|" + personId + "|" + (accountId == null ? "-" : accountId);
  }
}
