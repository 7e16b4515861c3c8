package nl.topfruit.shop.ordering.checkout;

import static nl.topfruit.shop.security.Role.SHOPPER;
import static nl.topfruit.shop.security.Role.SYSTEM;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine.Promise;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.ordering.basket.BasketItem;
import nl.topfruit.shop.ordering.basket.BasketView;
import nl.topfruit.shop.ordering.basket.Baskets;
import nl.topfruit.shop.security.CurrentUser;

/** Freezes the shopper's basket as a requisition and holds the places on its days. */
@Stateless
public class Checkout {
  private static final int PORTAL_VALIDITY_DAYS = 30;

  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;
  @Inject private Baskets baskets;
  @Inject private DeliveryDays days;
  @Inject private Clock clock;

  /**
   * A requisition as it was promised.
   *
   * @param repeated it was handed over before; this is a double click or a second post
   */
  public record HandedOver(Requisition requisition, boolean repeated) {}

  /** What would be promised if the basket were handed over now. */
  @RolesAllowed(SHOPPER)
  public List<Promise> preview() {
    BasketView basket = baskets.view();
    return Promises.of(basket, splits(connection(basket)));
  }

  /** The days that have no room any more for what the shopper wants on them, earliest first. */
  @RolesAllowed(SHOPPER)
  public List<LocalDate> withoutRoom() {
    return days.withoutRoom(pieces(baskets.view())).stream().sorted().toList();
  }

  /**
   * Hands the basket over: once, however often it is asked.
   *
   * @throws BusinessRuleViolation when the basket is empty or below the minimum of the connection,
   *     a price, a day or a product changed since the shopper saw it, a day has no room any more,
   *     or the session is over
   */
  @RolesAllowed({SHOPPER, SYSTEM})
  public HandedOver handOver() {
    ShoppingSession session =
        em.find(ShoppingSession.class, user.sessionId(), LockModeType.PESSIMISTIC_WRITE);
    if (session == null || session.looksOnly()) {
      throw new NotFound("shopping session");
    }
    if (session.state() == ShoppingSession.State.RETURNED) {
      return new HandedOver(em.find(Requisition.class, session.requisitionId()), true);
    }
    BasketView basket = baskets.view();
    mustBeReady(basket);
    Connection connection = connection(basket);
    if (connection != null && connection.mixedVat() == Connection.MixedVat.HIDE) {
      mustNotBeMixed(basket);
    }
    mustBeEnough(basket, connection);
    Instant now = Instant.now(clock);
    BasketItem first = basket.items().get(0);
    long serial = serial();
    int validity = connection == null ? PORTAL_VALIDITY_DAYS : connection.validityDays();
    Requisition requisition =
        Requisition.handedOver(
            "R-%d-%05d".formatted(ZonedDateTime.now(clock).getYear(), serial),
            LineKeys.of(serial),
            session,
            first.destination().contactName(),
            first.destination().contactReach(),
            now,
            now.plus(Duration.ofDays(validity)),
            Promises.of(basket, splits(connection)));
    hold(basket);
    em.persist(requisition);
    session.returnedAs(requisition.id(), now);
    return new HandedOver(requisition, false);
  }

  private static void mustBeReady(BasketView basket) {
    if (basket.isEmpty()) {
      throw new BusinessRuleViolation(null, "ordering.basketEmpty");
    }
    for (BasketItem item : basket.items()) {
      if (!item.ready()) {
        throw new BusinessRuleViolation(null, "ordering.basketChanged", item.article().fullName());
      }
    }
  }

  private static void mustNotBeMixed(BasketView basket) {
    for (BasketItem item : basket.items()) {
      if (item.price().mixed()) {
        throw new BusinessRuleViolation(
            null, "ordering.mixedVatNotTaken", item.article().fullName());
      }
    }
  }

  private static void mustBeEnough(BasketView basket, Connection connection) {
    Money missing = connection == null ? Money.ZERO : connection.missingWith(basket.goods());
    if (missing.isPositive()) {
      throw new BusinessRuleViolation(
          null, "ordering.belowMinimum", connection.minimumOrder(), missing);
    }
  }

  private static SortedMap<LocalDate, Integer> pieces(BasketView basket) {
    SortedMap<LocalDate, Integer> pieces = new TreeMap<>();
    basket.items().forEach(item -> pieces.merge(item.deliverOn(), item.quantity(), Integer::sum));
    return pieces;
  }

  private void hold(BasketView basket) {
    Set<LocalDate> full = days.take(pieces(basket));
    if (!full.isEmpty()) {
      CalendarText text = CalendarText.in(Locale.forLanguageTag(basket.visit().language()));
      throw new BusinessRuleViolation(
          "deliver-on", "ordering.dayFull", text.day(full.iterator().next()));
    }
  }

  private Connection connection(BasketView basket) {
    return basket.visit().punchout()
        ? em.find(Connection.class, basket.visit().connectionId())
        : null;
  }

  private static boolean splits(Connection connection) {
    return connection != null && connection.mixedVat() == Connection.MixedVat.SPLIT;
  }

  private long serial() {
    return ((Number) em.createNativeQuery("select nextval('requisition_number')").getSingleResult())
        .longValue();
  }
}
