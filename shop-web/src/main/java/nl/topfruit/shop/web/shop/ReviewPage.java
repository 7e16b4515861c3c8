package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.LocalDate;
import nl.topfruit.shop.ordering.basket.BasketView;
import nl.topfruit.shop.ordering.basket.Baskets;
import nl.topfruit.shop.ordering.checkout.Checkout;
import nl.topfruit.shop.ordering.checkout.Placing;
import nl.topfruit.shop.punchout.Returns;
import nl.topfruit.shop.punchout.Review;
import nl.topfruit.shop.web.security.Visitor;

/** The basket once more, as the approver will see it, and the one button that goes on. */
@Named("shopReview")
@RequestScoped
public class ReviewPage {
  @Inject private Baskets baskets;
  @Inject private Returns returns;
  @Inject private Checkout checkout;
  @Inject private Placing placing;
  @Inject private Visitor visitor;
  @Inject private HttpServletRequest request;

  private BasketView basket;
  private Review review;
  private LocalDate fullDay;

  @PostConstruct
  void load() {
    basket = baskets.view();
    if (isPunchout() && !basket.isEmpty()) {
      review = returns.review();
    }
    if (isRefused() && isReady()) {
      fullDay = checkout.withoutRoom().stream().findFirst().orElse(null);
    }
  }

  /** Places the order of a portal user and leads to what became of it. */
  public void place() throws IOException {
    Placing.Placed placed = placing.place();
    String page =
        placed.orderNumber() == null
            ? "/portal/requisition?number=" + placed.requisitionNumber()
            : "/portal/order?number=" + placed.orderNumber();
    FacesContext.getCurrentInstance()
        .getExternalContext()
        .redirect(request.getContextPath() + page);
  }

  public BasketView getBasket() {
    return basket;
  }

  public Review getReview() {
    return review;
  }

  public boolean isPunchout() {
    return visitor.getShopper().punchout();
  }

  /** Nothing stands in the way: the basket is as it was seen, and their system takes every line. */
  public boolean isReady() {
    return basket.ready() && (review == null || review.maySend());
  }

  /** Nothing has to be changed in the basket: it may be too small, which another line mends. */
  public boolean isAsItShouldBe() {
    return isReady() || basket.ready() && !review.isEnough() && review.takesEveryLine();
  }

  /**
   * The day that has filled up meanwhile, where nothing else explains a refusal; null for none. The
   * lines themselves do not say it: each alone may still find room.
   */
  public LocalDate getFullDay() {
    return fullDay;
  }

  /** A hand-over was refused a moment ago: the page says why line by line. */
  public boolean isRefused() {
    return request.getParameter("refused") != null;
  }
}
