package nl.topfruit.shop.purchasing;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.Rows;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;

/**
 * The purchase orders of all customers, for staff who decide on those that were not placed by
 * themselves.
 */
@Stateless
public class Inbox {
  private static final String OPEN = "OPEN";

  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;

  /**
   * A purchase order in the list.
   *
   * @param reference of its message; order numbers are unique per customer only
   * @param why the first reason in a sentence, null for none
   * @param more how many reasons there are beside it
   */
  public record Row(
      String reference,
      String orderNumber,
      String accountName,
      Message.Channel channel,
      PurchaseOrder.State state,
      Instant receivedAt,
      Instant decideBefore,
      String why,
      int more) {}

  /**
   * A line of promise and authorisation side by side; either half may be missing.
   *
   * @param promised what of the promise is left to be ordered, null without promise
   * @param ordered null when the line is not in the order
   * @param quantityDiffers their quantity is another one
   * @param priceDiffers their price is another one
   */
  public record Line(
      String lineNumber,
      Integer itemNumber,
      String sku,
      String name,
      LocalDate deliverOn,
      String costCentre,
      String ledgerCode,
      BigDecimal promised,
      Money promisedPrice,
      BigDecimal ordered,
      Money orderedPrice,
      boolean quantityDiffers,
      boolean priceDiffers,
      List<String> reasons) {}

  /**
   * Everything that a decision needs.
   *
   * @param version to be given back with the decision, so that two colleagues do not both decide
   * @param reasons about the order as a whole
   * @param placeable what would be delivered at our price if it were accepted, null when it cannot
   *     be placed as it is
   */
  public record Detail(
      String reference,
      int version,
      String orderNumber,
      String accountName,
      Message.Channel channel,
      PurchaseOrder.State state,
      Instant receivedAt,
      Instant decideBefore,
      String requisitionNumber,
      Instant promisedAt,
      String ourOrderNumber,
      String remark,
      String decidedBy,
      String decisionNote,
      List<String> reasons,
      List<Line> lines,
      Money placeable) {

    public boolean undecided() {
      return state == PurchaseOrder.State.HELD || state == PurchaseOrder.State.CONFLICT;
    }
  }

  /**
   * Those that wait for a person first, the most urgent on top; with the filter state any others.
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Page<Row> find(TableQuery asked, Locale reader) {
    String state = asked.filter("state").isEmpty() ? OPEN : asked.filter("state");
    String where =
        """
        from purchase_order p join business_account a on a.id = p.account_id
        where (p.state = :state or (:state = 'OPEN' and p.state in ('HELD', 'CONFLICT')) or :state = 'ALL')
          and (:search = '' or p.order_number ilike :like or a.name ilike :like or p.message_reference ilike :like)
        """;
    String like =
        "%"
            + asked.search().strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
            + "%";
    Number count =
        (Number)
            em.createNativeQuery(
                    "select count(*) from (select 1 " + where + " limit " + Page.CAP + ") counted")
                .setParameter("state", state)
                .setParameter("search", asked.search().strip())
                .setParameter("like", like)
                .getSingleResult();
    List<Row> rows = new ArrayList<>();
    for (Object row :
        em.createNativeQuery(
                "select p.message_reference, p.order_number, a.name, p.channel, p.state, p.received_at, p.decide_before, p.reasons "
                    + where
                    + " order by p.decide_before nulls last, p.received_at desc, p.id",
                Tuple.class)
            .setParameter("state", state)
            .setParameter("search", asked.search().strip())
            .setParameter("like", like)
            .setFirstResult(asked.first())
            .setMaxResults(asked.size())
            .getResultList()) {
      rows.add(row((Tuple) row, reader));
    }
    return new Page<>(rows, count.longValue());
  }

  private static Row row(Tuple row, Locale reader) {
    List<Difference> reasons =
        Difference.read(Rows.text(row, "reasons")).stream()
            .filter(d -> d.reason().holds())
            .toList();
    return new Row(
        Rows.text(row, "message_reference"),
        Rows.text(row, "order_number"),
        Rows.text(row, "name"),
        Message.Channel.valueOf(Rows.text(row, "channel")),
        PurchaseOrder.State.valueOf(Rows.text(row, "state")),
        Rows.moment(row, "received_at"),
        Rows.moment(row, "decide_before"),
        reasons.isEmpty() ? null : reasons.get(0).sentenceWithLine(reader),
        Math.max(0, reasons.size() - 1));
  }

  /**
   * Promise and authorisation of one order side by side. The reading is recorded: it shows a
   * customer's data.
   *
   * @throws NotFound when there is no such order
   */
  @RolesAllowed({OFFICE, SHOP_ADMIN})
  public Detail detail(String reference, Locale reader) {
    Object[] found =
        em.createQuery(
                """
                select p, a.name, o.number from PurchaseOrder p join BusinessAccount a on a.id = p.accountId
                left join Order o on o.id = p.orderId where p.messageReference = :reference
                """,
                Object[].class)
            .setParameter("reference", reference)
            .getResultStream()
            .findFirst()
            .orElseThrow(() -> new NotFound("purchase order " + reference));
    var order = (PurchaseOrder) found[0];
    Requisition requisition =
        order.requisitionId() == null ? null : em.find(Requisition.class, order.requisitionId());
    List<Line> lines = lines(order, requisition, reader);
    audit.record(
        order.accountId(),
        "purchase-order.read",
        "purchase order",
        order.orderNumber(),
        null,
        null);
    return new Detail(
        reference,
        order.version(),
        order.orderNumber(),
        (String) found[1],
        order.channel(),
        order.state(),
        order.receivedAt(),
        order.decideBefore(),
        requisition == null ? null : requisition.number(),
        requisition == null ? null : requisition.createdAt(),
        (String) found[2],
        order.remark(),
        order.decidedBy(),
        order.decisionNote(),
        order.reasons().stream()
            .filter(d -> d.line() == null)
            .map(d -> d.sentence(reader))
            .toList(),
        lines,
        placeable(order, promised(order)));
  }

  private List<Line> lines(PurchaseOrder order, Requisition requisition, Locale reader) {
    Map<UUID, RequisitionLine> promised = promised(order);
    Set<UUID> ordered = new HashSet<>();
    List<Line> lines = new ArrayList<>();
    for (PurchaseOrderLine line : order.lines()) {
      ordered.add(line.requisitionLineId());
      lines.add(
          line(
              line,
              promised.get(line.requisitionLineId()),
              reasons(order, line.lineNumber(), reader)));
    }
    if (requisition != null && order.state() != PurchaseOrder.State.PLACED) {
      requisition.lines().stream()
          .filter(promise -> !ordered.contains(promise.id()) && promise.remaining().signum() > 0)
          .forEach(promise -> lines.add(missing(promise)));
    }
    return lines;
  }

  private static List<String> reasons(PurchaseOrder order, String line, Locale reader) {
    return order.reasons().stream()
        .filter(d -> line.equals(d.line()))
        .map(d -> d.sentence(reader))
        .toList();
  }

  private static Line line(PurchaseOrderLine line, RequisitionLine promise, List<String> reasons) {
    Money price = line.unitPrice() == null ? null : Money.euro(line.unitPrice());
    boolean known = promise != null;
    return new Line(
        line.lineNumber(),
        known ? promise.itemNumber() : null,
        line.sku(),
        known ? promise.name() : line.description(),
        known ? promise.deliverOn() : line.requestedOn(),
        line.costCentre() != null || !known ? line.costCentre() : promise.costCentre(),
        line.ledgerCode() != null || !known ? line.ledgerCode() : promise.ledgerCode(),
        known ? promise.quantity() : null,
        known ? promise.price().total() : null,
        line.quantity(),
        price,
        known && promise.quantity().compareTo(line.quantity()) != 0,
        known && price != null && !promise.price().total().sameAs(price),
        reasons);
  }

  private static Line missing(RequisitionLine promise) {
    return new Line(
        null,
        promise.itemNumber(),
        promise.sku(),
        promise.name(),
        promise.deliverOn(),
        promise.costCentre(),
        promise.ledgerCode(),
        promise.quantity(),
        promise.price().total(),
        null,
        null,
        false,
        false,
        List.of());
  }

  private Map<UUID, RequisitionLine> promised(PurchaseOrder order) {
    List<UUID> ids =
        order.lines().stream()
            .map(PurchaseOrderLine::requisitionLineId)
            .filter(Objects::nonNull)
            .toList();
    Map<UUID, RequisitionLine> promised = new HashMap<>();
    if (!ids.isEmpty()) {
      em.createQuery("select l from RequisitionLine l where l.id in :ids", RequisitionLine.class)
          .setParameter("ids", ids)
          .getResultStream()
          .forEach(line -> promised.put(line.id(), line));
    }
    return promised;
  }

  /**
   * What an accepted order comes to: their quantities at the promised prices. Null when a line
   * points at no promise, or something about it cannot be placed by anybody.
   */
  static Money placeable(PurchaseOrder order, Map<UUID, RequisitionLine> promised) {
    boolean possible =
        order.state() == PurchaseOrder.State.HELD
            && !order.lines().isEmpty()
            && order.reasons().stream()
                .allMatch(d -> !d.reason().holds() || d.reason().mayBePlaced())
            && order.lines().stream()
                .allMatch(line -> promised.containsKey(line.requisitionLineId()));
    if (!possible) {
      return null;
    }
    return Money.sum(
        order.lines().stream()
            .map(
                line ->
                    promised
                        .get(line.requisitionLineId())
                        .price()
                        .total()
                        .times(line.quantity())
                        .rounded())
            .toList());
  }
}
