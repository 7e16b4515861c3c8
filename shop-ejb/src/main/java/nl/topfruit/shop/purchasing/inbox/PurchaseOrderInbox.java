package nl.topfruit.shop.purchasing.inbox;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.agreement.Difference;

/**
 * The purchase orders of all customers, for our staff: what waits for them, and what became of it.
 */
@Stateless
@RolesAllowed({OFFICE, SHOP_ADMIN})
public class PurchaseOrderInbox {
  /** Filter value for orders in whatever state. */
  public static final String ALL = "ALL";

  private static final String COLUMNS =
      """
      p.message_reference, p.order_number, a.name as account_name, p.channel, p.state, p.received_at, p.decide_before,
      r.number as requisition_number, o.number as our_number, p.reasons,
      coalesce(p.stated_net, (select sum(round(l.price / coalesce(l.price_base, 1) * l.quantity, 2))
        from purchase_order_line l where l.purchase_order_id = p.id)) as net
      """;
  private static final String TABLES =
      """
      purchase_order p join business_account a on a.id = p.account_id
      left join requisition r on r.id = p.requisition_id left join customer_order o on o.id = p.order_id
      """;

  @PersistenceContext private EntityManager em;
  @Inject private PurchaseOrderReader reading;
  @Inject private AuditLog audit;

  /**
   * Purchase orders, newest first. Searches our numbers and theirs, or the customer's name; filter
   * "state" (the enum's name, or {@link #ALL}; without it those that wait for a decision), sorts
   * "received", "decideBefore", "number", "net".
   *
   * @param reader in whose language the reasons are
   */
  public Page<PurchaseOrderRow> find(TableQuery asked, Locale reader) {
    ListQuery query =
        new ListQuery(COLUMNS, TABLES, "p.received_at desc, p.id")
            .sortable("received", "p.received_at")
            .sortable("decideBefore", "p.decide_before")
            .sortable("number", "p.order_number")
            .sortable("net", "net")
            .containing(
                "lower(p.order_number || ' ' || a.name || ' ' || coalesce(r.number, '') || ' ' || coalesce(o.number, ''))",
                asked.search());
    String state = asked.filter("state");
    if (state.isEmpty()) {
      query.where(
          """
          p.state in ('HELD', 'CONFLICT') or (p.decided_at is null
            and (p.state = 'PARTLY_PLACED' or (p.state = 'REFUSED' and p.order_version similar to '[UC]:%')))
          """);
    } else {
      query.inState("p.state", PurchaseOrder.State.class, state);
    }
    return query.page(em, asked, row -> row(row, reader));
  }

  private static PurchaseOrderRow row(Tuple row, Locale reader) {
    return new PurchaseOrderRow(
        Rows.text(row, "message_reference"),
        Rows.text(row, "order_number"),
        Rows.text(row, "account_name"),
        Rows.constant(row, "channel", Message.Channel.class),
        Rows.constant(row, "state", PurchaseOrder.State.class),
        Rows.moment(row, "received_at"),
        Rows.moment(row, "decide_before"),
        Rows.text(row, "requisition_number"),
        Rows.text(row, "our_number"),
        Rows.money(row, "net"),
        Difference.read(Rows.text(row, "reasons")).stream()
            .filter(difference -> difference.reason().holds())
            .map(difference -> difference.sentenceWithLine(reader))
            .distinct()
            .toList());
  }

  /**
   * One purchase order beside what was promised; that it was looked at is recorded. An order that
   * waits is shown as it stands today.
   *
   * @param reference of its message in the message log
   * @throws NotFound when there is no such order
   */
  public PurchaseOrderView order(String reference, Locale reader) {
    List<PurchaseOrder> found =
        em.createQuery(
                "select p from PurchaseOrder p where p.messageReference = :reference",
                PurchaseOrder.class)
            .setParameter("reference", reference)
            .getResultList();
    if (found.isEmpty()) {
      throw new NotFound("purchase order");
    }
    PurchaseOrder order = found.get(0);
    audit.record(
        order.accountId(),
        "purchase-order.read",
        "purchase-order",
        order.orderNumber(),
        null,
        null);
    return reading.read(order, reader);
  }
}
