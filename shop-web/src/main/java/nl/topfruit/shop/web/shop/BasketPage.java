package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.ordering.basket.BasketItem;
import nl.topfruit.shop.ordering.basket.BasketView;
import nl.topfruit.shop.ordering.basket.Baskets;
import nl.topfruit.shop.web.faces.Texts;

/**
 * The basket by delivery. Every button carries the id of its line, never its place in the list: the
 * list may have changed since the page was made.
 */
@Named("shopBasket")
@RequestScoped
public class BasketPage {
  private static final String QUANTITY = "quantity-";
  private static final String HERE = "basket?faces-redirect=true";

  @Inject private HttpServletRequest request;
  @Inject private Baskets baskets;
  @Inject private ShopBar bar;
  @Inject private Texts texts;

  private BasketView basket;

  @PostConstruct
  void load() {
    basket = baskets.view();
    bar.show(basket.visit());
  }

  /** Does what the pressed button says, and takes the quantities that were changed beside it. */
  public String act() {
    String done = press();
    boolean changed = changeQuantities();
    if (request.getParameter("checkout") != null) {
      return "review?faces-redirect=true";
    }
    return done.isEmpty() && changed ? HERE + "&notice=changed" : HERE + done;
  }

  private String press() {
    UUID line = pressed("remove");
    if (line != null) {
      baskets.remove(line);
      return "&removed=" + line;
    }
    line = pressed("put-back");
    if (line != null) {
      baskets.putBack(line);
      return "&notice=putBack";
    }
    line = pressed("accept");
    if (line != null) {
      baskets.accept(line, request.getParameter("day-" + line));
      return "&notice=accepted";
    }
    return "";
  }

  private boolean changeQuantities() {
    List<BasketItem> changed =
        basket.items().stream()
            .filter(item -> !item.id().equals(pressed("remove")))
            .filter(item -> !quantity(item).strip().equals(shown(item)))
            .toList();
    try {
      for (BasketItem item : changed) {
        baskets.change(item.id(), request.getParameter(QUANTITY + item.id()));
      }
    } finally {
      // one that is refused leaves him on this page, with what was done before it
      basket = changed.isEmpty() ? basket : baskets.view();
    }
    return !changed.isEmpty();
  }

  /**
   * The quantity that his page shows: in another window it may have become another one, which stays
   * when he did not touch it here.
   */
  private String shown(BasketItem item) {
    String shown = request.getParameter("shown-" + item.id());
    return shown == null ? String.valueOf(item.quantity()) : shown;
  }

  private UUID pressed(String button) {
    String id = request.getParameter(button);
    return id != null && id.matches("[0-9a-f-]{36}") ? UUID.fromString(id) : null;
  }

  /** The title; as the first thing on the page it makes the basket be read before the bar asks. */
  public String getTitle() {
    return texts.get("shop.basket.title");
  }

  public BasketView getView() {
    return basket;
  }

  public boolean isFilled() {
    return !basket.isEmpty();
  }

  /** The line that was just taken out and can be put back, null for none. */
  public String getRemoved() {
    UUID removed = pressed("removed");
    boolean back = removed == null || basket.items().stream().anyMatch(i -> i.id().equals(removed));
    return back ? null : removed.toString();
  }

  /** What was typed as quantity, also when it was refused. */
  public String quantity(BasketItem item) {
    String typed = request.getParameter(QUANTITY + item.id());
    return typed == null ? String.valueOf(item.quantity()) : typed;
  }

  /** What has changed since the shopper saw the line, and what he can do; empty for nothing. */
  public List<String> changes(BasketItem item) {
    var sentences = new ArrayList<String>();
    if (!item.available()) {
      sentences.add(texts.get("shop.basket.gone"));
    }
    if (item.priceChanged()) {
      sentences.add(
          texts.with("shop.basket.price", item.seenPrice().total(), item.price().total()));
    }
    if (!item.dayStatus().open()) {
      sentences.add(
          item.nextDay() == null
              ? texts.get("ordering.noDay")
              : texts.with("shop.basket.day", item.deliverOn(), item.nextDay()));
    }
    if (!item.branchOpen()) {
      sentences.add(texts.with("shop.basket.branch", item.branchName()));
    }
    return sentences;
  }

  /** The button that accepts the change; empty where nothing can be accepted. */
  public String acceptance(BasketItem item) {
    if (!item.available() || !item.branchOpen()) {
      return "";
    }
    if (!item.dayStatus().open()) {
      return item.nextDay() == null ? "" : texts.with("shop.basket.take", item.nextDay());
    }
    return item.priceChanged() ? texts.get("shop.basket.accept") : "";
  }
}
