package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.inbox.Decision;
import nl.topfruit.shop.purchasing.inbox.PurchaseOrderDecisions;
import nl.topfruit.shop.purchasing.inbox.PurchaseOrderInbox;
import nl.topfruit.shop.purchasing.inbox.PurchaseOrderView;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.Formats;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/** One purchase order beside what we promised, and the decision about it. */
@Named("officePurchaseOrder")
@RequestScoped
public class PurchaseOrderPage {
  @Inject private Asked asked;
  @Inject private PurchaseOrderInbox inbox;
  @Inject private PurchaseOrderDecisions decisions;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;
  @Inject private Clock clock;

  private PurchaseOrderView order;
  private String reason;
  private Integer version;

  public PurchaseOrderView getOrder() {
    if (order == null) {
      order = inbox.order(asked.text("reference"), Language.of(request).locale());
    }
    return order;
  }

  /** "Waarom niet vanzelf geplaatst · beslis vóór wo 12:00, anders vervalt do 26 nov". */
  public String getWhy() {
    PurchaseOrderView shown = getOrder();
    boolean inTime =
        shown.waits()
            && shown.decideBefore() != null
            && shown.decideBefore().isAfter(Instant.now(clock));
    return inTime
        ? texts.with("inbox.why.until", shown.decideBefore(), shown.promisedDay())
        : texts.get("inbox.why");
  }

  /**
   * Whether it may be placed on these terms. A form that was sent keeps its buttons, so that
   * whoever comes second hears of it from the service.
   */
  public boolean offered(String terms) {
    return decision(terms).isPresent() || FacesContext.getCurrentInstance().isPostback();
  }

  private Optional<Decision> decision(String terms) {
    return getOrder().decisions().stream()
        .filter(decision -> decision.terms().name().equals(terms))
        .findFirst();
  }

  /** What the button does, with its price. */
  public String words(String terms) {
    return decision(terms).map(this::words).orElse("");
  }

  private String words(Decision decision) {
    String key = "inbox.accept." + decision.terms();
    String words =
        decision.quantity() == null
            ? texts.with(key, decision.net())
            : texts.with(key + ".one", decision.quantity(), decision.price());
    return decision.leftOut() == 0
        ? words
        : words + " · " + texts.count("inbox.leftOut", decision.leftOut());
  }

  public String accept(String terms) {
    String number =
        decisions.accept(
            asked.text("reference"), seenVersion(), Decision.Terms.valueOf(terms), reason);
    return "/office/order?faces-redirect=true&number="
        + Formats.encoded(number)
        + "&notice=orderAccepted";
  }

  public String refuse() {
    boolean refusedBefore = getOrder().state() == PurchaseOrder.State.REFUSED;
    decisions.refuse(asked.text("reference"), seenVersion(), reason);
    return "/office/purchase-order?faces-redirect=true&reference="
        + Formats.encoded(asked.text("reference"))
        + (refusedBefore ? "&notice=changeSeen" : "&notice=orderRefused");
  }

  /** The version of the page that was sent, not that of today. */
  private int seenVersion() {
    return version == null ? -1 : version;
  }

  public Integer getVersion() {
    return version == null ? Integer.valueOf(getOrder().version()) : version;
  }

  public void setVersion(Integer version) {
    this.version = version;
  }

  public String getReason() {
    return reason;
  }

  public void setReason(String reason) {
    this.reason = reason;
  }
}
