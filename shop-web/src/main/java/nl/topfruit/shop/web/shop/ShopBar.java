package nl.topfruit.shop.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.ordering.ShopVisit;
import nl.topfruit.shop.ordering.ShopVisits;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.web.security.Visitor;
import org.primefaces.context.PrimeFacesContext;

/**
 * The bar of every shop page: for whom, which web shop, the basket. A page that knows the visit
 * already gives it here, so that it is not read twice.
 */
@Named
@RequestScoped
public class ShopBar {
  @Inject private ShopVisits visits;
  @Inject private Visitor visitor;
  @Inject private Clock clock;

  private ShopVisit visit;

  void show(ShopVisit known) {
    visit = known;
  }

  public ShopVisit getVisit() {
    if (visit == null) {
      visit = visits.visit();
    }
    return visit;
  }

  /** The session is open: there is a basket, and a way out. */
  public boolean isOpen() {
    SessionIdentity shopper = visitor.getShopper();
    return shopper != null && shopper.state() == ShoppingSession.State.OPEN && !shopper.looksOnly();
  }

  /** How long the session lives on without another page being asked for. */
  public long getSecondsLeft() {
    return Duration.between(Instant.now(clock), visitor.getShopper().expiresAt()).toSeconds();
  }

  /**
   * The nonce of this page. A form that sends it back needs no script of the widgets to be taken.
   */
  public String getNonce() {
    return PrimeFacesContext.getCspState(FacesContext.getCurrentInstance()).getNonce();
  }
}
