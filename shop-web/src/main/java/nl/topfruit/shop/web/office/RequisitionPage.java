package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.topfruit.shop.ordering.ending.RequisitionDesk;
import nl.topfruit.shop.ordering.history.RequisitionBook;
import nl.topfruit.shop.ordering.history.RequisitionView;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.Formats;

/** One requisition, for the customer who calls about it. */
@Named("officeRequisition")
@RequestScoped
public class RequisitionPage {
  @Inject private Asked asked;
  @Inject private RequisitionBook requisitions;
  @Inject private RequisitionDesk desk;

  private RequisitionView requisition;
  private String note;

  public RequisitionView getRequisition() {
    if (requisition == null) {
      requisition = requisitions.requisition(asked.text("number"));
    }
    return requisition;
  }

  public String reject() {
    desk.reject(asked.text("number"), note);
    return here("requisitionRejected");
  }

  public String withdraw() {
    desk.withdraw(asked.text("number"), note);
    return here("requisitionWithdrawn");
  }

  private String here(String notice) {
    return "/office/requisition?faces-redirect=true&number="
        + Formats.encoded(asked.text("number"))
        + "&notice="
        + notice;
  }

  public String getNote() {
    return note;
  }

  public void setNote(String note) {
    this.note = note;
  }
}
