package nl.topfruit.shop.ordering.history;

import jakarta.persistence.Tuple;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.ordering.Requisition;

/** The list of requisitions as both sides ask for it. */
final class RequisitionQuery {
  private RequisitionQuery() {}

  /** Searched, sorted and filtered as asked; whose requisitions is the caller's part. */
  static ListQuery of(TableQuery asked) {
    return of(asked, "r.number || ' ' || coalesce(r.contact_name, p.name, '')");
  }

  /** The same for staff, who know the customers by name. */
  static ListQuery ofAll(TableQuery asked) {
    return of(asked, "r.number || ' ' || coalesce(r.contact_name, p.name, '') || ' ' || a.name");
  }

  private static ListQuery of(TableQuery asked, String searched) {
    ListQuery query =
        new ListQuery(
                """
                r.number, r.state, a.name as account_name, c.system_name, coalesce(r.contact_name, p.name) as requested_by, r.created_at,
                r.valid_until, (select min(l.deliver_on) from requisition_line l where l.requisition_id = r.id) as first_day, r.net
                """,
                """
                requisition r join business_account a on a.id = r.account_id left join connection c on c.id = r.connection_id
                left join person p on p.id = r.person_id
                """,
                "r.created_at desc, r.number desc")
            .containing("lower(" + searched + ")", asked.search())
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
    return query;
  }

  static RequisitionRow row(Tuple row) {
    return new RequisitionRow(
        Rows.text(row, "number"),
        Rows.constant(row, "state", Requisition.State.class),
        Rows.text(row, "account_name"),
        Rows.text(row, "system_name"),
        Rows.text(row, "requested_by"),
        Rows.moment(row, "created_at"),
        Rows.moment(row, "valid_until"),
        Rows.day(row, "first_day"),
        Rows.money(row, "net"));
  }
}
