package nl.topfruit.shop.ordering.basket;

import static nl.topfruit.shop.security.Role.SHOPPER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.ordering.BasketSummary;
import nl.topfruit.shop.ordering.ShopVisit;
import nl.topfruit.shop.ordering.ShopVisits;

/** The shopper's own basket. */
@Stateless
public class Baskets {
  @PersistenceContext private EntityManager em;
  @Inject private ShopVisits visits;
  @Inject private DeliveryDays days;
  @Inject private Clock clock;

  /** How many lines and how much, for the bar. */
  @RolesAllowed(SHOPPER)
  public BasketSummary summary() {
    return visits.visit().basket();
  }

  /** The basket by delivery with what it costs, every line checked at this moment. */
  @RolesAllowed(SHOPPER)
  public BasketView view() {
    ShopVisit visit = visits.visit();
    return new BasketReader(visit, days.calendar(visit.dutch()), Instant.now(clock)).read(em);
  }
}
