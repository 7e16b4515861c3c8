package nl.topfruit.shop.web.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import nl.topfruit.shop.purchasing.Inbox;
import nl.topfruit.shop.purchasing.InboxDecisions;

/** One purchase order: promise and authorisation side by side, and the decision. */
@Named("officePurchaseOrder")
@RequestScoped
public class PurchaseOrderPage {
  @Inject private Inbox inbox;
  @Inject private InboxDecisions decisions;
  @Inject private HttpServletRequest request;

  private Inbox.Detail order;
  private String note;
  private int version;

  @PostConstruct
  void load() {
    order =
        inbox.detail(
            String.valueOf(request.getParameter("reference")),
            FacesContext.getCurrentInstance().getViewRoot().getLocale());
    version = order.version();
  }

  public String accept() {
    decisions.accept(order.reference(), version, note);
    return again("accepted");
  }

  public String refuse() {
    decisions.refuse(order.reference(), version, note);
    return again("refused");
  }

  private String again(String notice) {
    return "/office/purchase-order?faces-redirect=true&reference="
        + order.reference()
        + "&notice=inbox."
        + notice;
  }

  public Inbox.Detail getOrder() {
    return order;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }

  /** As the page was shown: the decision is for that and nothing newer. */
  public int getVersion() {
    return version;
  }

  public void setVersion(int version) {
    this.version = version;
  }
}
