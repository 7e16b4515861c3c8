package nl.topfruit.shop.ordering.history;

import static nl.topfruit.shop.security.Role.ACCOUNT_ADMIN;
import static nl.topfruit.shop.security.Role.APPROVER;
import static nl.topfruit.shop.security.Role.ORDERER;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;
import nl.topfruit.shop.security.CurrentUser;

/** What the caller's own account has requested. */
@Stateless
public class RequisitionHistory {
  @PersistenceContext private EntityManager em;
  @Inject private CurrentUser user;

  /**
   * Requisitions, newest first. Searches the number and who requested it; filter "state", and
   * "where" with "here" (authorised in our portal) or "there" (in the customer's own system); sorts
   * "number", "created", "validUntil" and "net".
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public Page<RequisitionRow> find(TableQuery asked) {
    var query =
        new ListQuery(
                """
                r.number, r.state, c.system_name, coalesce(r.contact_name, p.name) as requested_by, r.created_at, r.valid_until,
                (select min(l.deliver_on) from requisition_line l where l.requisition_id = r.id) as first_day, r.net
                """,
                "requisition r left join connection c on c.id = r.connection_id left join person p on p.id = r.person_id",
                "r.created_at desc, r.number desc")
            .where("r.account_id = :account", "account", user.accountId())
            .containing(
                "lower(r.number || ' ' || coalesce(r.contact_name, p.name, ''))", asked.search())
            .inState("r.state", Requisition.State.class, asked.filter("state"))
            .sortable("number", "r.number")
            .sortable("created", "r.created_at")
            .sortable("validUntil", "r.valid_until")
            .sortable("net", "r.net");
    switch (asked.filter("where")) {
      case "here" -> query.where("r.connection_id is null");
      case "there" -> query.where("r.connection_id is not null");
      default -> {
        // both
      }
    }
    return query.page(em, asked, RequisitionHistory::row);
  }

  private static RequisitionRow row(Tuple row) {
    return new RequisitionRow(
        Rows.text(row, "number"),
        Rows.constant(row, "state", Requisition.State.class),
        Rows.text(row, "system_name"),
        Rows.text(row, "requested_by"),
        Rows.moment(row, "created_at"),
        Rows.moment(row, "valid_until"),
        Rows.day(row, "first_day"),
        Rows.money(row, "net"));
  }

  /**
   * One requisition with its frozen lines and what became of it.
   *
   * @throws NotFound when the account has no such requisition
   */
  @RolesAllowed({ORDERER, APPROVER, ACCOUNT_ADMIN})
  public RequisitionView requisition(String number) {
    Object[] found =
        em.createQuery(
                """
                select r, a.demoCodes, c.systemName, p.name from Requisition r join BusinessAccount a on a.id = r.accountId
                left join Connection c on c.id = r.connectionId left join Person p on p.id = r.personId
                where r.number = :number and r.accountId = :account
                """,
                Object[].class)
            .setParameter("number", number)
            .setParameter("account", user.accountId())
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("requisition " + number));
    Requisition requisition = (Requisition) found[0];
    Optional<UUID> reader = user.personId();
    boolean mine = reader.isPresent() && reader.get().equals(requisition.personId());
    return new RequisitionView(
        requisition.number(),
        requisition.state(),
        (String) found[2],
        requisition.contactName() == null ? (String) found[3] : requisition.contactName(),
        mine,
        (Boolean) found[1],
        requisition.createdAt(),
        requisition.validUntil(),
        requisition.decidedAt(),
        requisition.decidedBy(),
        requisition.decisionNote(),
        requisition.net(),
        requisition.lines().stream().map(line -> line(line, mine)).toList(),
        orders(requisition.id()));
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

  private List<RequisitionView.Placed> orders(UUID requisitionId) {
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
