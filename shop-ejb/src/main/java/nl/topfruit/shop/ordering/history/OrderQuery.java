package nl.topfruit.shop.ordering.history;

import jakarta.persistence.Tuple;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.ordering.Order;

/** The list of orders as both sides ask for it. */
final class OrderQuery {
  /** What is searched in; the index has the same words. */
  static final String SEARCHED = "lower(o.number || ' ' || coalesce(o.purchase_order_number, ''))";

  private OrderQuery() {}

  /** Sorted and filtered as asked; whose orders and what is searched for is the caller's part. */
  static ListQuery of(TableQuery asked) {
    var query =
        new ListQuery(
            """
            o.number, o.state, o.invoiced, a.name as account_name, o.purchase_order_number,
            coalesce(o.contact_name, p.name) as ordered_by, o.placed_at, o.net
            """,
            """
            customer_order o join business_account a on a.id = o.account_id left join person p on p.id = o.person_id
            """,
            "o.placed_at desc, o.number desc");
    query
        .inState("o.state", Order.State.class, asked.filter("state"))
        .sortable("number", "o.number")
        .sortable("purchaseOrder", "o.purchase_order_number")
        .sortable("placed", "o.placed_at")
        .sortable("net", "o.net");
    invoiced(query, asked.filter("invoiced"));
    if (!asked.filter("costCentre").isEmpty()) {
      query.where(
          "exists (select 1 from order_line l where l.order_id = o.id and l.cost_centre = :costCentre)",
          "costCentre",
          asked.filter("costCentre"));
    }
    return query;
  }

  private static void invoiced(ListQuery query, String filter) {
    for (Order.Invoiced invoiced : Order.Invoiced.values()) {
      if (invoiced.name().equals(filter)) {
        query.where("o.invoiced = :invoiced", "invoiced", filter);
      }
    }
  }

  static OrderRow row(Tuple row) {
    return new OrderRow(
        Rows.text(row, "number"),
        Rows.constant(row, "state", Order.State.class),
        Rows.constant(row, "invoiced", Order.Invoiced.class),
        Rows.text(row, "account_name"),
        Rows.text(row, "purchase_order_number"),
        Rows.text(row, "ordered_by"),
        Rows.moment(row, "placed_at"),
        Rows.money(row, "net"));
  }
}
