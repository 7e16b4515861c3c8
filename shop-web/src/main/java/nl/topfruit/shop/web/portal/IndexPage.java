package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.fulfilment.AccountDeliveries;
import nl.topfruit.shop.fulfilment.DeliveryRow;
import nl.topfruit.shop.invoicing.issuing.InvoiceHistory;
import nl.topfruit.shop.invoicing.issuing.InvoiceRow;
import nl.topfruit.shop.ordering.history.OrderHistory;
import nl.topfruit.shop.ordering.history.OrderRow;
import nl.topfruit.shop.ordering.history.RequisitionHistory;
import nl.topfruit.shop.ordering.history.RequisitionRow;

/** The portal's first page: what comes, what waits, and what was last. */
@Named("portalIndex")
@RequestScoped
public class IndexPage {
  private static final int FEW = 5;

  @Inject private AccountDeliveries deliveries;
  @Inject private RequisitionHistory requisitions;
  @Inject private OrderHistory orders;
  @Inject private InvoiceHistory invoices;

  private List<DeliveryRow> next;
  private Page<RequisitionRow> awaiting;
  private List<OrderRow> latest;
  private List<InvoiceRow> invoiced;

  public List<DeliveryRow> getDeliveries() {
    if (next == null) {
      next = deliveries.next(FEW);
    }
    return next;
  }

  private Page<RequisitionRow> awaiting() {
    if (awaiting == null) {
      awaiting = requisitions.find(few(Map.of("state", "AWAITING_AUTHORISATION")));
    }
    return awaiting;
  }

  public List<RequisitionRow> getRequisitions() {
    return awaiting().rows();
  }

  /** How many wait, in our portal or in the customer's own system. */
  public long getAwaitingCount() {
    return awaiting().count();
  }

  public List<OrderRow> getOrders() {
    if (latest == null) {
      latest = orders.find(few(Map.of())).rows();
    }
    return latest;
  }

  public List<InvoiceRow> getInvoices() {
    if (invoiced == null) {
      invoiced = invoices.find(few(Map.of())).rows();
    }
    return invoiced;
  }

  /** Nothing was ever requested or ordered: the page says how to begin. */
  public boolean isNew() {
    return getOrders().isEmpty() && getRequisitions().isEmpty();
  }

  private static TableQuery few(Map<String, String> filters) {
    return new TableQuery("", filters, null, false, 0, FEW);
  }
}
