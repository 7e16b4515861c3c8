package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.topfruit.shop.connection.traffic.Traffic;
import nl.topfruit.shop.fulfilment.DeliverySchedule;
import nl.topfruit.shop.invoicing.issuing.InvoiceBook;
import nl.topfruit.shop.messaging.OutboxCare;
import nl.topfruit.shop.purchasing.inbox.OrdersWaiting;
import nl.topfruit.shop.security.Role;
import nl.topfruit.shop.web.security.Visitor;

/** How much there is to do, for the menu and the work board; read once a request. */
@Named("officeWork")
@RequestScoped
public class Work {
  @Inject private OrdersWaiting purchaseOrders;
  @Inject private DeliverySchedule schedule;
  @Inject private InvoiceBook invoices;
  @Inject private OutboxCare outbox;
  @Inject private Traffic traffic;
  @Inject private Visitor visitor;

  private Long held;
  private DeliverySchedule.Work deliveries;

  /** May see what is not for the warehouse: purchase orders, invoices, messages. */
  public boolean isOffice() {
    return visitor.has(Role.OFFICE) || visitor.has(Role.SHOP_ADMIN);
  }

  public long getHeld() {
    if (held == null) {
      held = isOffice() ? purchaseOrders.count() : 0L;
    }
    return held;
  }

  public DeliverySchedule.Work getDeliveries() {
    if (deliveries == null) {
      deliveries = schedule.work();
    }
    return deliveries;
  }

  /** What is to be brought today, and what should have been brought before. */
  public long getToBring() {
    return getDeliveries().today() + getDeliveries().late();
  }

  public long getBlocked() {
    return invoices.blocked();
  }

  public long getDead() {
    return outbox.dead();
  }

  public long getFailedMessages() {
    return traffic.failedToday();
  }
}
