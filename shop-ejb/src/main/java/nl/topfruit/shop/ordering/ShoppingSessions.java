package nl.topfruit.shop.ordering;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;
import static nl.topfruit.shop.security.Role.SHOPPER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.account.Orderer;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.protocol.oci.OciFunction;
import nl.topfruit.shop.security.CurrentUser;
import nl.topfruit.shop.security.Person;

/**
 * Opens, finds and ends shopping sessions. The token is 160 random bits; only its hash is in the
 * database.
 */
@Stateless
public class ShoppingSessions {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int TOKEN_BYTES = 20;
  private static final Duration PORTAL_SESSION = Duration.ofHours(12);

  /** However much it is used: a token in an address must not live for ever. */
  private static final Duration LONGEST = Duration.ofDays(7);

  /** So seldom that shopping costs no writing. */
  private static final Duration PROLONGED_EVERY = Duration.ofMinutes(5);

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Clock clock;

  /**
   * A session that a customer's system asks for, with everything that was checked already.
   *
   * @param function SHOPPING, SOURCING or DETAIL
   * @param hookUrl null only where nothing goes back (DETAIL)
   * @param echo parameters to give back, as JSON
   * @param cancelUrl where a shopper goes who takes nothing along; null where none was named
   * @param shopper for whom, and what is filled in
   */
  public record CallUp(
      UUID accountId,
      UUID connectionId,
      OciFunction function,
      UUID webShopId,
      String language,
      String hookUrl,
      String target,
      String charset,
      String echo,
      String cancelUrl,
      Shopper shopper,
      Duration duration) {}

  /**
   * For whom a call-up shops; each may be null.
   *
   * @param personId a person of the account
   * @param invoicePartyId only branches of this legal entity can be chosen
   */
  public record Shopper(
      UUID personId,
      UUID invoicePartyId,
      UUID branchId,
      String costCentreCode,
      UUID purposeId,
      String contactName,
      String contactReach) {}

  /**
   * A session that was opened.
   *
   * @param token in the path of its pages; it is kept nowhere
   */
  public record Opened(UUID sessionId, String token) {}

  /** Opens a session for a call-up. Open to all: the connection was authenticated by the caller. */
  @PermitAll
  public Opened open(CallUp callUp) {
    String token = newToken();
    var session =
        ShoppingSession.ofConnection(
            hash(token),
            callUp.accountId(),
            callUp.connectionId(),
            callUp.function(),
            callUp.webShopId(),
            callUp.language(),
            callUp.hookUrl(),
            callUp.target(),
            callUp.charset(),
            callUp.echo(),
            callUp.cancelUrl(),
            Instant.now(clock),
            callUp.duration());
    Shopper shopper = callUp.shopper();
    session.isFor(shopper.personId(), shopper.invoicePartyId());
    session.prefills(
        shopper.branchId(),
        shopper.costCentreCode(),
        shopper.purposeId(),
        shopper.contactName(),
        shopper.contactReach());
    em.persist(session);
    return new Opened(session.id(), token);
  }

  /**
   * Opens a session for the portal user who goes shopping, in his account's first web shop, and
   * gives its token.
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN, SYSTEM})
  public String openForPerson() {
    UUID accountId = user.accountId();
    Person person =
        em.find(Person.class, user.personId().orElseThrow(() -> new NotFound("person")));
    UUID webShopId =
        (UUID)
            em.createNativeQuery(
                    "select w.id from account_web_shop a join web_shop w on w.id = a.web_shop_id where a.account_id = :account"
                        + " order by w.position limit 1",
                    UUID.class)
                .setParameter("account", accountId)
                .getSingleResult();
    String token = newToken();
    var session =
        ShoppingSession.ofPerson(
            hash(token),
            accountId,
            person.id(),
            webShopId,
            person.language(),
            Instant.now(clock),
            PORTAL_SESSION);
    Orderer orderer = em.find(Orderer.class, person.id());
    if (orderer != null) {
      session.prefills(
          orderer.branchId(),
          orderer.costCentreCode(),
          orderer.purposeId(),
          person.name(),
          person.email());
    } else {
      session.prefills(null, null, null, person.name(), person.email());
    }
    em.persist(session);
    return token;
  }

  /**
   * Whom a token stands for; none when there is no such token. An open session that is used lives
   * on: it ends after so many hours without use, and after seven days in any case. Open to all: it
   * is how a shopper becomes known.
   */
  @PermitAll
  public Optional<SessionIdentity> identify(String token) {
    List<Object[]> found =
        em.createQuery(
                """
                select s.id, a.id, a.name, c.id, c.systemName, c.allowedHosts, c.plainHttpAllowed, s.language, s.state, s.expiresAt, s.function,
                  s.invoicePartyId, s.personId, s.openedAt, c.sessionHours
                from ShoppingSession s join BusinessAccount a on a.id = s.accountId left join Connection c on c.id = s.connectionId
                where s.tokenHash = :hash
                """,
                Object[].class)
            .setParameter("hash", hash(token))
            .getResultList();
    return found.stream().findFirst().map(row -> identity(row, Instant.now(clock)));
  }

  private SessionIdentity identity(Object[] row, Instant now) {
    var state = (ShoppingSession.State) row[8];
    var expiresAt = (Instant) row[9];
    boolean open = state == ShoppingSession.State.OPEN;
    boolean late = open && now.isAfter(expiresAt);
    return new SessionIdentity(
        (UUID) row[0],
        (UUID) row[1],
        (String) row[2],
        (UUID) row[3],
        (String) row[4],
        row[5] == null ? Set.of() : Set.of((String[]) row[5]),
        Boolean.TRUE.equals(row[6]),
        (String) row[7],
        (OciFunction) row[10],
        (UUID) row[11],
        (UUID) row[12],
        open && !late ? prolonged(row, now) : expiresAt,
        late ? ShoppingSession.State.EXPIRED : state);
  }

  private Instant prolonged(Object[] row, Instant now) {
    var expiresAt = (Instant) row[9];
    Duration idle = row[14] == null ? PORTAL_SESSION : Duration.ofHours((Integer) row[14]);
    Instant atMost = ((Instant) row[13]).plus(LONGEST);
    Instant wanted = now.plus(idle).isBefore(atMost) ? now.plus(idle) : atMost;
    if (wanted.isBefore(expiresAt.plus(PROLONGED_EVERY))) {
      return expiresAt;
    }
    em.createQuery(
            "update ShoppingSession s set s.expiresAt = :wanted where s.id = :id and s.state = OPEN")
        .setParameter("wanted", wanted)
        .setParameter("id", row[0])
        .executeUpdate();
    return wanted;
  }

  /** The language of the shopper's pages from now on. */
  @RolesAllowed(SHOPPER)
  public void speak(String language) {
    mine(LockModeType.NONE).speaks("en".equals(language) ? "en" : "nl");
  }

  /**
   * Shows another web shop of the connection or account; the basket stays.
   *
   * @throws NotFound when it is not one of the shopper's web shops
   */
  @RolesAllowed(SHOPPER)
  public void browse(String webShopCode) {
    ShoppingSession session = mine(LockModeType.NONE);
    boolean punchout = session.connectionId() != null;
    List<?> found =
        em.createNativeQuery(
                punchout
                    ? "select w.id from web_shop w join connection_web_shop c on c.web_shop_id = w.id where w.code = :code and c.connection_id = :owner"
                    : "select w.id from web_shop w join account_web_shop a on a.web_shop_id = w.id where w.code = :code and a.account_id = :owner",
                UUID.class)
            .setParameter("code", webShopCode)
            .setParameter("owner", punchout ? session.connectionId() : session.accountId())
            .getResultList();
    session.browses(
        found.stream()
            .map(UUID.class::cast)
            .findFirst()
            .orElseThrow(() -> new NotFound("web shop " + webShopCode)));
  }

  /** Ends the shopper's session with nothing; a session that is over stays as it is. */
  @RolesAllowed(SHOPPER)
  public void cancel() {
    ShoppingSession session = mine(LockModeType.PESSIMISTIC_WRITE);
    if (session.state() == ShoppingSession.State.OPEN) {
      session.cancel(Instant.now(clock));
    }
  }

  /**
   * Ends the shopper's session and keeps its basket for him, to be taken up in his next one.
   *
   * @throws NotFound when it is not known who he is: whoever shares his login would get it
   */
  @RolesAllowed(SHOPPER)
  public void keep() {
    ShoppingSession session = mine(LockModeType.PESSIMISTIC_WRITE);
    if (session.personId() == null) {
      throw new NotFound("somebody to keep a basket for");
    }
    if (session.state() == ShoppingSession.State.OPEN) {
      session.keep(Instant.now(clock));
    }
  }

  /** Closes sessions whose time is over. */
  @RolesAllowed(SYSTEM)
  public int expireLate() {
    return em.createQuery(
            "update ShoppingSession s set s.state = EXPIRED, s.endedAt = :now, s.version = s.version + 1 where s.state = OPEN and s.expiresAt < :now")
        .setParameter("now", Instant.now(clock))
        .executeUpdate();
  }

  private ShoppingSession mine(LockModeType lock) {
    ShoppingSession session = em.find(ShoppingSession.class, user.sessionId(), lock);
    if (session == null) {
      throw new NotFound("shopping session");
    }
    return session;
  }

  private static String newToken() {
    byte[] token = new byte[TOKEN_BYTES];
    RANDOM.nextBytes(token);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  private static byte[] hash(String token) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
