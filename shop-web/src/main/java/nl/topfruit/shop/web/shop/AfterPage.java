package nl.topfruit.shop.web.shop;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.web.faces.Texts;
import nl.topfruit.shop.web.security.Visitor;

/** What became of a shopping session that is over, and how to go on. */
@Named("shopAfter")
@RequestScoped
public class AfterPage {
  @Inject private HttpServletRequest request;
  @Inject private Visitor visitor;
  @Inject private Texts texts;

  public String getTitle() {
    return text("title");
  }

  public String getWhatHappened() {
    return text("happened");
  }

  /** His system wants nothing to be posted when he takes nothing along: its window is closed. */
  public boolean isClosing() {
    return visitor.getShopper().state() == ShoppingSession.State.CANCELLED
        && request.getParameter("close") != null;
  }

  public String getWhatNow() {
    if (isClosing()) {
      return texts.get("shop.after.close");
    }
    return texts.get(
        visitor.getShopper().punchout() ? "shop.after.again" : "shop.after.againPortal");
  }

  private String text(String part) {
    SessionIdentity shopper = visitor.getShopper();
    String key = "shop.after." + shopper.state().name().toLowerCase(Locale.ROOT) + "." + part;
    return texts.with(key, shopper.systemName());
  }
}
