package nl.topfruit.shop.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.topfruit.shop.ordering.BasketSummary;
import nl.topfruit.shop.ordering.basket.Baskets;

/** Asks what is to become of a basket that is not empty before the shopper goes. */
@Named("shopLeave")
@RequestScoped
public class LeavePage {
  @Inject private Baskets baskets;

  public BasketSummary getBasket() {
    return baskets.summary();
  }
}
