package nl.topfruit.shop.ordering.history;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.VatSummary;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderLine;

/** Reads an order into what is shown of it, in two statements. */
final class OrderReader {
  private OrderReader() {}

  /**
   * @param accountId whose order it must be; null for staff
   * @param readerId the person who may read his own cards; null for nobody
   */
  static OrderView read(EntityManager em, String number, UUID accountId, UUID readerId) {
    Object[] found =
        em.createQuery(
                """
                select o, a.name, a.demoCodes, c.systemName, r.number, p.name
                from Order o join BusinessAccount a on a.id = o.accountId left join Connection c on c.id = o.connectionId
                left join Requisition r on r.id = o.requisitionId left join Person p on p.id = o.personId
                where o.number = :number and (:everybody = true or o.accountId = :account)
                """,
                Object[].class)
            .setParameter("number", number)
            .setParameter("everybody", accountId == null)
            .setParameter("account", accountId)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("order " + number));
    Order order = (Order) found[0];
    boolean mine = readerId != null && readerId.equals(order.personId());
    List<OrderLine> lines = order.lines();
    return new OrderView(
        order.id(),
        order.number(),
        order.state(),
        order.invoiced(),
        order.accountId(),
        (String) found[1],
        (String) found[3],
        order.purchaseOrderNumber(),
        (String) found[4],
        order.contactName() == null ? (String) found[5] : order.contactName(),
        order.contactReach(),
        mine,
        (Boolean) found[2],
        order.placedAt(),
        VatSummary.of(lines.stream().flatMap(line -> line.vatLines().stream()).toList()),
        lines.stream().map(line -> line(line, mine)).toList());
  }

  private static OrderView.Line line(OrderLine line, boolean mine) {
    return new OrderView.Line(
        line.position(),
        line.purchaseOrderLine(),
        line.kind(),
        line.deliveryId(),
        line.sku(),
        line.name(),
        line.quantity(),
        line.price(),
        Money.sum(line.vatLines().stream().map(VatSummary.Line::net).toList()),
        line.costCentre(),
        line.ledgerCode(),
        line.purpose(),
        line.reference(),
        List.of(line.allergens()),
        line.card().design(),
        mine ? line.card().text() : null);
  }
}
