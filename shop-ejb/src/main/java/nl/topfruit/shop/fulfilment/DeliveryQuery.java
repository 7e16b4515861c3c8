package nl.topfruit.shop.fulfilment;

import jakarta.persistence.Tuple;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.Rows;

/** The list of deliveries as both sides ask for it. */
final class DeliveryQuery {
  /** States in which something is still to be brought. */
  static final String OPEN = "d.state in ('PLANNED', 'ON_THE_WAY')";

  /** What is searched in; nobody is found by his home. */
  static final String SEARCHED =
      """
      lower(d.number || ' ' || o.number || ' ' || coalesce(o.purchase_order_number, '') || ' ' || a.name || ' ' || d.city
        || case when d.private_address then '' else ' ' || coalesce(d.recipient, '') || ' ' || d.street end)
      """;

  private DeliveryQuery() {}

  static ListQuery of(String usualOrder) {
    return new ListQuery(
        """
        d.number, d.state, d.deliver_on, d.promised_on, o.number as order_number, o.purchase_order_number,
        a.name as account_name, d.private_address, d.recipient, d.street || ' ' || d.house_number as street, d.city, d.closed_at
        """,
        "delivery d join customer_order o on o.id = d.order_id join business_account a on a.id = d.account_id",
        usualOrder);
  }

  static DeliveryRow row(Tuple row) {
    boolean home = Rows.bool(row, "private_address");
    return new DeliveryRow(
        Rows.text(row, "number"),
        Rows.constant(row, "state", Delivery.State.class),
        Rows.day(row, "deliver_on"),
        Rows.day(row, "promised_on"),
        Rows.text(row, "order_number"),
        Rows.text(row, "purchase_order_number"),
        Rows.text(row, "account_name"),
        home,
        home ? null : Rows.text(row, "recipient"),
        home ? null : Rows.text(row, "street"),
        Rows.text(row, "city"),
        Rows.moment(row, "closed_at"));
  }
}
