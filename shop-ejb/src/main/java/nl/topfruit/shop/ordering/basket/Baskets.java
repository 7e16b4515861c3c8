package nl.topfruit.shop.ordering.basket;

import static nl.topfruit.shop.security.Role.SHOPPER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.Day;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.catalog.Assortment;
import nl.topfruit.shop.catalog.Offer;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.greeting.CardDesign;
import nl.topfruit.shop.greeting.CardDesigns;
import nl.topfruit.shop.greeting.CardFont;
import nl.topfruit.shop.greeting.CardText;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.ordering.BasketSummary;
import nl.topfruit.shop.ordering.ShopVisit;
import nl.topfruit.shop.ordering.ShopVisits;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.security.CurrentUser;

/**
 * The shopper's own basket. Everything that is filled in is checked here; what is left out gets its
 * default, so that a product alone is enough. Whoever changes the basket holds the row of the
 * session: two clicks at once are one after the other, and nothing comes in after the hand-over.
 */
@Stateless
public class Baskets {
  private static final int MOST_LINES = 500;
  private static final int REFERENCE = 80;

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private ShopVisits visits;
  @Inject private DeliveryDays days;
  @Inject private Assortment assortment;
  @Inject private Destinations destinations;
  @Inject private Clock clock;

  /** How many lines and how much, for the bar. */
  @RolesAllowed(SHOPPER)
  public BasketSummary summary() {
    return visits.visit().basket();
  }

  /** The basket by delivery with what it costs, every line checked at this moment. */
  @RolesAllowed({SHOPPER, SYSTEM})
  public BasketView view() {
    ShopVisit visit = visits.visit();
    return new BasketReader(visit, days.calendar(visit.dutch()), Instant.now(clock)).read(em);
  }

  /**
   * Puts a product into the basket, once for every {@link AddLine#lineId}.
   *
   * @return the id of its line
   * @throws NotFound outside the assortment
   * @throws BusinessRuleViolation when something that was filled in cannot be
   */
  @RolesAllowed({SHOPPER, SYSTEM})
  public UUID add(AddLine line) {
    lockOpenSession();
    UUID id = line.lineId() == null ? Ids.next() : line.lineId();
    BasketLine known = em.find(BasketLine.class, id);
    if (known != null) {
      return own(known).id();
    }
    ShopVisit visit = visits.visit();
    Offer product = offer(visit, line.sku(), 1);
    int quantity =
        Typed.quantity(line.quantity(), Math.max(1, product.article().minimumQuantity()));
    Offer offer = offer(visit, line.sku(), quantity);
    LocalDate day = day(Typed.day(line.deliverOn()), visit, offer);
    Destination destination = destinations.of(line, visit, day);

    var added =
        new BasketLine(
            id,
            visit.sessionId(),
            nextPosition(visit),
            offer.webShopId(),
            offer.article().productId());
    added.priced(quantity, offer.price());
    added.delivered(day, destination);
    added.booked(
        line.costCentre() == null
            ? visit.defaults().costCentre()
            : Typed.costCentre(line.costCentre()),
        purpose(line.purposeId(), visit),
        Typed.line("reference", line.reference(), REFERENCE));
    added.with(card(line.card()));
    em.persist(added);
    return id;
  }

  /** Another quantity, at the price of that quantity. */
  @RolesAllowed(SHOPPER)
  public void change(UUID lineId, String quantity) {
    lockOpenSession();
    BasketLine line = line(lineId);
    ShopVisit visit = visits.visit();
    String sku = sku(line);
    Offer product = offer(visit, sku, line.quantity());
    int pieces = Typed.quantity(quantity, Math.max(1, product.article().minimumQuantity()));
    line.priced(pieces, offer(visit, sku, pieces).price());
  }

  /**
   * Another day, and with it the price of today: what the shopper accepts when either has changed.
   *
   * @param day YYYY-MM-DD; empty for the day it has, or the earliest when that cannot be any more
   */
  @RolesAllowed(SHOPPER)
  public void accept(UUID lineId, String day) {
    lockOpenSession();
    BasketLine line = line(lineId);
    ShopVisit visit = visits.visit();
    Offer offer = offer(visit, sku(line), line.quantity());
    DeliveryCalendar calendar = days.calendar(visit.dutch());
    CutOffClass cutOff = CutOffClass.valueOf(offer.article().cutOffClass());
    Instant now = Instant.now(clock);
    boolean still = calendar.status(line.deliverOn(), cutOff, now, visit.approvalDays()).open();
    LocalDate wanted = Typed.day(day);
    line.priced(line.quantity(), offer.price());
    line.delivered(
        day(wanted == null && still ? line.deliverOn() : wanted, visit, offer), line.destination());
  }

  /** Takes a line out; it can be put back. */
  @RolesAllowed(SHOPPER)
  public void remove(UUID lineId) {
    lockOpenSession();
    line(lineId).remove(Instant.now(clock));
  }

  /** Puts a line back that was taken out, as it was. */
  @RolesAllowed(SHOPPER)
  public void putBack(UUID lineId) {
    lockOpenSession();
    line(lineId).putBack();
  }

  private void lockOpenSession() {
    ShoppingSession session =
        em.find(ShoppingSession.class, user.sessionId(), LockModeType.PESSIMISTIC_WRITE);
    if (session == null || session.looksOnly()) {
      throw new NotFound("shopping session");
    }
    if (session.state() != ShoppingSession.State.OPEN) {
      throw new BusinessRuleViolation(null, "ordering.sessionOver", session.state().name());
    }
  }

  private BasketLine line(UUID id) {
    BasketLine line = em.find(BasketLine.class, id);
    if (line == null) {
      throw new NotFound("basket line");
    }
    return own(line);
  }

  private BasketLine own(BasketLine line) {
    if (!line.sessionId().equals(user.sessionId())) {
      throw new NotFound("basket line");
    }
    return line;
  }

  private String sku(BasketLine line) {
    return em.createQuery("select p.sku from Product p where p.id = :id", String.class)
        .setParameter("id", line.productId())
        .getSingleResult();
  }

  private Offer offer(ShopVisit visit, String sku, int quantity) {
    return assortment
        .offer(visit.assortment(), sku, quantity)
        .orElseThrow(() -> new NotFound("product " + sku));
  }

  private int nextPosition(ShopVisit visit) {
    Integer last =
        em.createQuery(
                "select max(l.position) from BasketLine l where l.sessionId = :session",
                Integer.class)
            .setParameter("session", visit.sessionId())
            .getSingleResult();
    int next = last == null ? 1 : last + 1;
    if (visit.basket().lines() >= MOST_LINES) {
      throw new BusinessRuleViolation(null, "ordering.basketFull", MOST_LINES);
    }
    return next;
  }

  private LocalDate day(LocalDate wanted, ShopVisit visit, Offer offer) {
    DeliveryCalendar calendar = days.calendar(visit.dutch());
    CutOffClass cutOff = CutOffClass.valueOf(offer.article().cutOffClass());
    Instant now = Instant.now(clock);
    LocalDate earliest =
        calendar
            .earliest(cutOff, now, visit.approvalDays())
            .orElseThrow(() -> new BusinessRuleViolation("deliver-on", "ordering.noDay"));
    if (wanted == null) {
      return earliest;
    }
    Day day = calendar.day(wanted, cutOff, now, visit.approvalDays());
    if (!day.open()) {
      CalendarText words = CalendarText.in(Locale.forLanguageTag(visit.language()));
      throw new BusinessRuleViolation(
          "deliver-on", "ordering.dayNotPossible", words.status(day), earliest);
    }
    return wanted;
  }

  private static UUID purpose(UUID chosen, ShopVisit visit) {
    if (chosen == null) {
      return visit.defaults().purposeId();
    }
    if (visit.purposes().stream().noneMatch(purpose -> purpose.id().equals(chosen))) {
      throw new BusinessRuleViolation("purpose", "ordering.purposeUnknown");
    }
    return chosen;
  }

  /** The card as it will be printed; without a text there is none. */
  private static GreetingCard card(GreetingCard typed) {
    if (typed == null || !Typed.isPresent(typed.text())) {
      return GreetingCard.NONE;
    }
    CardDesign design = CardDesigns.find(typed.design()).orElse(CardDesigns.all().get(0));
    CardFont font = CardFont.PRINT.name().equals(typed.font()) ? CardFont.PRINT : CardFont.HAND;
    CardText.fit(typed.text(), font).check();
    return new GreetingCard(
        design.code(), typed.text().strip(), font.name(), typed.logo() && design.allowsLogo());
  }
}
