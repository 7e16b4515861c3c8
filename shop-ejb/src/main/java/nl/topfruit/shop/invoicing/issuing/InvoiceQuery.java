package nl.topfruit.shop.invoicing.issuing;

import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.invoicing.InvoiceDocument;

/** The list of invoices as both sides ask for it. */
final class InvoiceQuery {
  /** What is searched in; the index has the same words. */
  static final String SEARCHED =
      "lower(coalesce(i.number, '') || ' ' || coalesce(i.purchase_order_number, ''))";

  private InvoiceQuery() {}

  /** Sorted and filtered as asked; whose invoices and what is searched for is the caller's part. */
  static ListQuery of(TableQuery asked) {
    var query =
        new ListQuery(
                """
                i.number, i.kind, i.state, a.name as account_name, p.name as party_name, o.number as order_number,
                i.purchase_order_number, i.issued_on, i.due_on, i.net, i.vat, i.gross, i.findings
                """,
                """
                invoice i join business_account a on a.id = i.account_id join invoice_party p on p.id = i.invoice_party_id
                left join customer_order o on o.id = i.order_id
                """,
                "i.created_at desc, i.id desc")
            .inState("i.state", Invoice.State.class, asked.filter("state"))
            .sortable("number", "i.number")
            .sortable("issued", "i.issued_on")
            .sortable("due", "i.due_on")
            .sortable("gross", "i.gross");
    if (!asked.filter("order").isEmpty()) {
      query.where("o.number = :order", "order", asked.filter("order"));
    }
    if (!asked.filter("since").isEmpty()) {
      try {
        query.where("i.issued_on >= :since", "since", LocalDate.parse(asked.filter("since")));
      } catch (DateTimeParseException notADay) {
        query.where("false");
      }
    }
    return query;
  }

  static InvoiceRow row(Tuple row) {
    return new InvoiceRow(
        Rows.text(row, "number"),
        Rows.constant(row, "kind", InvoiceDocument.Kind.class),
        Rows.constant(row, "state", Invoice.State.class),
        Rows.text(row, "account_name"),
        Rows.text(row, "party_name"),
        Rows.text(row, "order_number"),
        Rows.text(row, "purchase_order_number"),
        Rows.day(row, "issued_on"),
        Rows.day(row, "due_on"),
        Rows.money(row, "net"),
        Rows.money(row, "vat"),
        Rows.money(row, "gross"),
        Rows.list(
            row,
            "findings",
            json -> new InvoiceRow.Blocking(json.getString("rule"), json.getString("sentence"))));
  }
}
