package nl.topfruit.shop.invoicing.issuing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.fulfilment.DeliveryArrived;
import nl.topfruit.shop.invoicing.issuing.InvoicingPolicy.Moment;
import nl.topfruit.shop.messaging.Outbox;
import nl.topfruit.shop.messaging.OutboxHandler;
import nl.topfruit.shop.ordering.OrderPlaced;

/**
 * Hears of what was placed and delivered, and has it invoiced when the account's policy says so.
 */
@ApplicationScoped
public class InvoiceTasks implements OutboxHandler {
  static final String KIND = "INVOICE";

  @PersistenceContext private EntityManager em;
  @Inject private Outbox outbox;
  @Inject private Invoicing invoicing;

  void placed(@Observes OrderPlaced event) {
    askFor(event.orderId(), event.accountId(), event.byPurchaseOrder(), Moment.PLACED);
  }

  void arrived(@Observes DeliveryArrived event) {
    if (event.orderComplete()) {
      boolean byPurchaseOrder =
          em.createQuery(
                  "select o.purchaseOrderNumber is not null from Order o where o.id = :id",
                  Boolean.class)
              .setParameter("id", event.orderId())
              .getSingleResult();
      askFor(event.orderId(), event.accountId(), byPurchaseOrder, Moment.DELIVERED);
    }
  }

  private void askFor(UUID orderId, UUID accountId, boolean byPurchaseOrder, Moment moment) {
    var source =
        byPurchaseOrder ? InvoicingPolicy.Source.PURCHASE_ORDER : InvoicingPolicy.Source.OTHER;
    List<InvoicingPolicy> policies =
        em.createQuery(
                "select p from InvoicingPolicy p where p.accountId = :account and p.source = :source",
                InvoicingPolicy.class)
            .setParameter("account", accountId)
            .setParameter("source", source)
            .getResultList();
    if (policies.stream().anyMatch(policy -> policy.each(moment))) {
      outbox.put(KIND, orderId + " " + moment, orderId.toString());
    }
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(String dedupeKey, String payload) {
    invoicing.invoiceOrder(UUID.fromString(payload));
  }
}
