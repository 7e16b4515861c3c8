package nl.topfruit.shop.commitment.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.connection.traffic.MessageRow;
import nl.topfruit.shop.connection.traffic.Traffic;

/** Reads what goes into the file of a case. */
@Dependent
class CaseContent {
  private static final String LINES =
      """
      select r.number, l.item_number, l.sku, l.name, l.quantity, l.ordered_quantity, l.unit, l.reduced + l.standard as price,
        l.deliver_on, case when l.private_address then null else b.code end as branch, l.cost_centre, l.ledger_code,
        l.purpose, l.reference, l.card_design is not null as card, l.private_address
      from requisition_line l join requisition r on r.id = l.requisition_id left join branch b on b.id = l.branch_id
      where l.requisition_id in (:ids) order by r.number, l.item_number
      """;

  /** Our own branches, and the names of their rooms and people, are no secret to support. */
  private static final String PRIVATE =
      """
      select l.card_text, case when l.private_address then l.recipient end, case when l.private_address then l.street || ' ' || l.house_number end,
        case when l.private_address then l.contact_name end, case when l.private_address then l.contact_reach end
      from requisition_line l where l.requisition_id in (:requisitions)
      union
      select l.card_text, null, null, null, null from order_line l where l.order_id in (:orders)
      union
      select null, d.recipient, d.street || ' ' || d.house_number, d.contact_name, d.contact_reach
      from delivery d where d.order_id in (:orders) and d.private_address
      """;

  @PersistenceContext private EntityManager em;
  @Inject private Traffic traffic;

  /** Lines of the requisitions as they were promised, for a table. */
  List<List<Object>> lines(Set<UUID> requisitions) {
    @SuppressWarnings("unchecked")
    List<Tuple> rows =
        em.createNativeQuery(LINES, Tuple.class).setParameter("ids", requisitions).getResultList();
    List<List<Object>> lines = new ArrayList<>();
    for (Tuple row : rows) {
      List<Object> cells = new ArrayList<>();
      for (String column :
          List.of(
              "number",
              "item_number",
              "sku",
              "name",
              "quantity",
              "ordered_quantity",
              "unit",
              "price",
              "deliver_on",
              "branch",
              "cost_centre",
              "ledger_code",
              "purpose",
              "reference",
              "card",
              "private_address")) {
        cells.add(row.get(column) == null ? "" : Rows.text(row, column));
      }
      lines.add(cells);
    }
    return lines;
  }

  /** What must not leave. */
  Withheld withheld(CaseFinder.Ids ids) {
    @SuppressWarnings("unchecked")
    List<Object[]> rows =
        em.createNativeQuery(PRIVATE, Object[].class)
            .setParameter("requisitions", ids.requisitions)
            .setParameter("orders", ids.orders)
            .getResultList();
    List<String> texts = new ArrayList<>();
    for (Object[] row : rows) {
      for (Object cell : row) {
        if (cell != null) {
          texts.add(cell.toString());
        }
      }
    }
    return new Withheld(texts);
  }

  /** A message with its bytes. */
  Traffic.Kept message(MessageRow row) {
    return traffic.kept(row.reference());
  }
}
