package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.topfruit.shop.ordering.basket.KeptBaskets;
import nl.topfruit.shop.web.security.Visitor;

/** The basket that the shopper left behind another time, offered to him on the list. */
@Named("shopKept")
@RequestScoped
public class KeptBasket {
  @Inject private Visitor visitor;
  @Inject private KeptBaskets kept;

  private KeptBaskets.Waiting waiting;

  /** Where several people share a login nothing is asked: nothing is kept for them. */
  @PostConstruct
  void load() {
    waiting = visitor.getShopper().known() ? kept.find().orElse(null) : null;
  }

  /** Null for none. */
  public KeptBaskets.Waiting getWaiting() {
    return waiting;
  }
}
