package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nl.topfruit.shop.ordering.approval.Approvals;
import nl.topfruit.shop.ordering.ending.Withdrawals;
import nl.topfruit.shop.ordering.history.RequisitionHistory;
import nl.topfruit.shop.ordering.history.RequisitionView;
import nl.topfruit.shop.security.Role;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.security.Visitor;

/** One requisition of the account: the promise, its story, and the approver's decision. */
@Named("portalRequisition")
@RequestScoped
public class RequisitionPage {
  @Inject private Asked asked;
  @Inject private RequisitionHistory requisitions;
  @Inject private Approvals approvals;
  @Inject private Withdrawals withdrawals;
  @Inject private RequisitionStory story;
  @Inject private Visitor visitor;

  private RequisitionView requisition;
  private String note;

  public RequisitionView getRequisition() {
    if (requisition == null) {
      requisition = requisitions.requisition(asked.text("number"));
    }
    return requisition;
  }

  /** What happened to it, oldest first. */
  public List<RequisitionStory.Step> getStory() {
    return story.of(getRequisition());
  }

  /** The one who looks may decide; whether he may is checked again when he does. */
  public boolean isForMe() {
    return getRequisition().decidedHere() && visitor.has(Role.APPROVER);
  }

  /** The one who looks may take it back; whether he may is checked again when he does. */
  public boolean isWithdrawable() {
    RequisitionView shown = getRequisition();
    boolean orderer = visitor.has(Role.ORDERER) && (shown.mine() || shown.shared());
    return shown.open() && (orderer || visitor.has(Role.ACCOUNT_ADMIN));
  }

  public String withdraw() {
    String number = asked.text("number");
    withdrawals.withdraw(number);
    return "/portal/requisition?faces-redirect=true&number=" + encode(number) + "&notice=withdrawn";
  }

  public String authorise() {
    String order = approvals.authorise(asked.text("number"), note);
    return "/portal/order?faces-redirect=true&number=" + encode(order) + "&notice=authorised";
  }

  public String reject() {
    String number = asked.text("number");
    approvals.reject(number, note);
    return "/portal/requisition?faces-redirect=true&number=" + encode(number) + "&notice=rejected";
  }

  private static String encode(String number) {
    return URLEncoder.encode(number, StandardCharsets.UTF_8);
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
