package nl.topfruit.shop.ordering.history;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;

/** Reads a requisition into what is shown of it. */
final class RequisitionReader {
  private RequisitionReader() {}

  /**
   * @param accountId whose requisition it must be; null for staff
   * @param readerId the person who may read his own cards and addresses; null for nobody
   */
  static RequisitionView read(EntityManager em, String number, UUID accountId, UUID readerId) {
    Object[] found =
        em.createQuery(
                """
                select r, a.demoCodes, c.systemName, p.name, a.name from Requisition r join BusinessAccount a on a.id = r.accountId
                left join Connection c on c.id = r.connectionId left join Person p on p.id = r.personId
                where r.number = :number and (:everybody = true or r.accountId = :account)
                """,
                Object[].class)
            .setParameter("number", number)
            .setParameter("everybody", accountId == null)
            .setParameter("account", accountId)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("requisition " + number));
    Requisition requisition = (Requisition) found[0];
    boolean mine = readerId != null && readerId.equals(requisition.personId());
    return new RequisitionView(
        requisition.number(),
        requisition.state(),
        requisition.accountId(),
        (String) found[4],
        (String) found[2],
        requisition.contactName() == null ? (String) found[3] : requisition.contactName(),
        requisition.contactReach(),
        mine,
        requisition.personId() == null,
        (Boolean) found[1],
        requisition.createdAt(),
        requisition.validUntil(),
        requisition.remindedAt(),
        requisition.decidedAt(),
        requisition.decidedBy(),
        requisition.decisionNote(),
        requisition.net(),
        requisition.lines().stream().map(line -> line(line, mine)).toList(),
        orders(em, requisition.id()));
  }

  private static RequisitionView.Line line(RequisitionLine line, boolean mine) {
    boolean shown = mine || !line.destination().privateAddress();
    return new RequisitionView.Line(
        line.itemNumber(),
        line.kind(),
        line.sku(),
        line.name(),
        line.quantity(),
        line.remaining(),
        line.price(),
        line.net(),
        line.deliverOn(),
        line.destination().privateAddress(),
        shown ? line.destination() : null,
        line.costCentre(),
        line.ledgerCode(),
        line.purpose(),
        line.reference(),
        List.of(line.allergens()),
        line.card().design(),
        mine ? line.card().text() : null);
  }

  private static List<RequisitionView.Placed> orders(EntityManager em, UUID requisitionId) {
    return em.createQuery(
            """
            select new nl.topfruit.shop.ordering.history.RequisitionView$Placed(o.number, o.state, o.purchaseOrderNumber, o.placedAt)
            from Order o where exists (select 1 from OrderLine l, RequisitionLine r
              where l.order = o and r.id = l.requisitionLineId and r.requisition.id = :requisition)
            order by o.placedAt
            """,
            RequisitionView.Placed.class)
        .setParameter("requisition", requisitionId)
        .getResultList();
  }
}
