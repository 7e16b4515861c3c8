package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.fulfilment.Deliveries;
import nl.topfruit.shop.fulfilment.DeliverySchedule;
import nl.topfruit.shop.fulfilment.DeliveryView;
import nl.topfruit.shop.invoicing.issuing.InvoiceBook;
import nl.topfruit.shop.invoicing.issuing.InvoiceRow;
import nl.topfruit.shop.invoicing.issuing.Invoicing;
import nl.topfruit.shop.ordering.history.OrderBook;
import nl.topfruit.shop.ordering.history.OrderView;
import nl.topfruit.shop.security.Role;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.Formats;
import nl.topfruit.shop.web.security.Visitor;

/** One order: what is brought when and where, marking it delivered, and its invoices. */
@Named("officeOrder")
@RequestScoped
public class OrderPage {
  private static final int MOST_INVOICES = 50;

  @Inject private Asked asked;
  @Inject private OrderBook orders;
  @Inject private DeliverySchedule schedule;
  @Inject private Deliveries deliveries;
  @Inject private InvoiceBook invoices;
  @Inject private Invoicing invoicing;
  @Inject private Work work;
  @Inject private Visitor visitor;

  private OrderView order;
  private List<DeliveryView> brought;
  private List<InvoiceRow> invoiced;
  private Map<Integer, String> cardTexts;
  private String note;

  public OrderView getOrder() {
    if (order == null) {
      order = orders.order(asked.text("number"));
    }
    return order;
  }

  public List<DeliveryView> getDeliveries() {
    if (brought == null) {
      brought = schedule.ofOrder(getOrder().number());
    }
    return brought;
  }

  public List<InvoiceRow> getInvoices() {
    if (invoiced == null) {
      invoiced = work.isOffice() ? ofOrder(getOrder().number()) : List.of();
    }
    return invoiced;
  }

  private List<InvoiceRow> ofOrder(String number) {
    return invoices
        .find(new TableQuery("", Map.of("order", number), null, false, 0, MOST_INVOICES))
        .rows();
  }

  /** The texts of its cards by number of the line, for those who print them; else empty. */
  public Map<Integer, String> getCardTexts() {
    if (cardTexts == null) {
      cardTexts = visitor.has(Role.WAREHOUSE) ? orders.cardTexts(getOrder().number()) : Map.of();
    }
    return cardTexts;
  }

  public String deliver(String delivery) {
    deliveries.deliver(delivery, note);
    return here("delivered");
  }

  public String invoiceNow() {
    invoicing.invoiceOrder(getOrder().id());
    boolean blocked = ofOrder(getOrder().number()).stream().anyMatch(InvoiceRow::blocked);
    return here(blocked ? "invoiceBlocked" : "invoiced");
  }

  private String here(String notice) {
    return "/office/order?faces-redirect=true&number="
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
