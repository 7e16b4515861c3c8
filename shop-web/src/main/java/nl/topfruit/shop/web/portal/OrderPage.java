package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.fulfilment.AccountDeliveries;
import nl.topfruit.shop.fulfilment.DeliveryView;
import nl.topfruit.shop.invoicing.issuing.InvoiceHistory;
import nl.topfruit.shop.invoicing.issuing.InvoiceRow;
import nl.topfruit.shop.ordering.history.OrderHistory;
import nl.topfruit.shop.ordering.history.OrderView;
import nl.topfruit.shop.web.faces.Asked;

/** One order of the account: what comes when and where, and its invoices. */
@Named("portalOrder")
@RequestScoped
public class OrderPage {
  private static final int MOST_INVOICES = 50;

  @Inject private Asked asked;
  @Inject private OrderHistory orders;
  @Inject private AccountDeliveries deliveries;
  @Inject private InvoiceHistory invoices;

  private OrderView order;
  private List<DeliveryView> brought;
  private List<InvoiceRow> invoiced;

  public OrderView getOrder() {
    if (order == null) {
      order = orders.order(asked.text("number"));
    }
    return order;
  }

  public List<DeliveryView> getDeliveries() {
    if (brought == null) {
      brought = deliveries.ofOrder(getOrder().number());
    }
    return brought;
  }

  public List<InvoiceRow> getInvoices() {
    if (invoiced == null) {
      Map<String, String> ofOrder = Map.of("order", getOrder().number());
      invoiced = invoices.find(new TableQuery("", ofOrder, null, false, 0, MOST_INVOICES)).rows();
    }
    return invoiced;
  }
}
