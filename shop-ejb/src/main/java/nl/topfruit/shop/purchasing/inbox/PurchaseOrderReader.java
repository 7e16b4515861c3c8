package nl.topfruit.shop.purchasing.inbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.PurchaseOrderLine;
import nl.topfruit.shop.purchasing.agreement.Agreement;
import nl.topfruit.shop.purchasing.agreement.Difference;
import nl.topfruit.shop.purchasing.agreement.Reason;
import nl.topfruit.shop.purchasing.inbox.PurchaseOrderView.Pair;
import nl.topfruit.shop.purchasing.inbox.PurchaseOrderView.Side;
import nl.topfruit.shop.purchasing.intake.Examination;

/** Puts a purchase order beside its promise, for people. */
@Dependent
class PurchaseOrderReader {
  @PersistenceContext private EntityManager em;
  @Inject private Acceptance acceptance;

  /** A line of the order, and the item of the promise that it means. */
  private record Ordered(UUID means, Side side) {}

  /** What is shown, from today's examination or from what was written down. */
  private record Shown(
      List<Requisition> requisitions,
      List<Ordered> ordered,
      List<Difference> differences,
      List<Decision> decisions) {}

  PurchaseOrderView read(PurchaseOrder order, Locale reader) {
    Shown shown =
        order.waits() && order.state() != PurchaseOrder.State.REFUSED
            ? today(order)
            : written(order);
    Object[] names =
        em.createQuery(
                """
                select a.name, c.systemName, o.number, p.name from BusinessAccount a join Connection c on c.id = :connection
                left join Order o on o.id = :order left join Person p on p.id = :person where a.id = :account
                """,
                Object[].class)
            .setParameter("connection", order.connectionId())
            .setParameter("order", order.orderId())
            .setParameter("person", person(order.decidedBy()))
            .setParameter("account", order.accountId())
            .getSingleResult();
    List<RequisitionLine> promised =
        shown.requisitions().stream().flatMap(r -> r.lines().stream()).toList();
    return new PurchaseOrderView(
        order.messageReference(),
        order.version(),
        order.orderNumber(),
        (String) names[0],
        (String) names[1],
        order.channel(),
        order.state(),
        order.waits(),
        order.receivedAt(),
        order.decideBefore(),
        promised.stream()
            .map(RequisitionLine::deliverOn)
            .min(Comparator.naturalOrder())
            .orElse(null),
        shown.requisitions().isEmpty()
            ? null
            : shown.requisitions().stream()
                .map(Requisition::number)
                .collect(Collectors.joining(", ")),
        shown.requisitions().isEmpty() ? null : shown.requisitions().get(0).createdAt(),
        (String) names[2],
        order.statedNet() == null ? null : Money.euro(order.statedNet()),
        order.remark(),
        sentences(shown.differences(), true, reader),
        sentences(shown.differences(), false, reader),
        pairs(promised, shown.ordered()),
        shown.decisions(),
        order.decidedBy() == null
            ? null
            : Objects.requireNonNullElse((String) names[3], order.decidedBy()),
        order.decidedAt(),
        order.decisionNote());
  }

  /** The person behind the name under which acts are recorded; null for nobody. */
  private static UUID person(String caller) {
    String[] parts = caller == null ? new String[0] : caller.split("\\|");
    return parts.length == 3 && parts[0].equals("person") ? UUID.fromString(parts[1]) : null;
  }

  private static List<String> sentences(
      List<Difference> differences, boolean holding, Locale reader) {
    return differences.stream()
        .filter(difference -> difference.reason().holds() == holding)
        .map(difference -> difference.sentenceWithLine(reader))
        .distinct()
        .toList();
  }

  // ---- as it stands today ----

  private Shown today(PurchaseOrder order) {
    Acceptance.Proposal proposal = acceptance.of(order, false);
    Examination examination = proposal.examination();
    Set<Difference> differences = new LinkedHashSet<>();
    // what was said of the order as a whole when it came in: who the buyer is, that it is a change
    order.reasons().stream()
        .filter(
            difference ->
                Reason.FOUND_ON_ARRIVAL.contains(difference.reason())
                    || difference.reason() == Reason.CHANGE)
        .forEach(differences::add);
    differences.addAll(examination.agreement().allDifferences());
    List<Ordered> ordered =
        examination.agreement().lines().stream().map(PurchaseOrderReader::ordered).toList();
    Set<UUID> meant = new HashSet<>();
    ordered.forEach(line -> meant.add(line.means()));
    List<Requisition> requisitions =
        examination.requisitions().stream()
            .filter(
                requisition ->
                    examination.requisitions().size() == 1
                        || requisition.lines().stream().anyMatch(l -> meant.contains(l.id())))
            .toList();
    return new Shown(requisitions, ordered, List.copyOf(differences), proposal.decisions());
  }

  private static Ordered ordered(Agreement.Line line) {
    PurchaseOrderMessage.Line theirs = line.theirs();
    return new Ordered(
        line.match().found() ? line.match().item().lineId() : null,
        side(
            theirs.lineNumber(),
            theirs.description(),
            theirs.sku(),
            theirs.requestedDay(),
            theirs.costCentre(),
            theirs.quantity(),
            theirs.unitPrice()));
  }

  // ---- as it was written down ----

  private Shown written(PurchaseOrder order) {
    List<Ordered> ordered = new ArrayList<>();
    Set<UUID> meant = new HashSet<>();
    for (PurchaseOrderLine line : order.lines()) {
      ordered.add(
          new Ordered(
              line.requisitionLineId(),
              side(
                  line.lineNumber(),
                  line.description(),
                  line.sku(),
                  line.requestedOn(),
                  line.costCentre(),
                  line.quantity(),
                  line.unitPrice())));
      meant.add(line.requisitionLineId());
    }
    meant.remove(null);
    return new Shown(requisitions(order, meant), ordered, order.reasons(), List.of());
  }

  private List<Requisition> requisitions(PurchaseOrder order, Set<UUID> meant) {
    return em.createQuery(
            """
            select distinct r from Requisition r join fetch r.lines where r.id = :requisition
              or r.id in (select l.requisition.id from RequisitionLine l where l.id in :lines)
            """,
            Requisition.class)
        .setParameter("requisition", order.requisitionId())
        .setParameter("lines", meant.isEmpty() ? Set.of(order.id()) : meant)
        .getResultList();
  }

  // ---- side by side ----

  private static Side side(
      String line,
      String name,
      String sku,
      LocalDate day,
      String costCentre,
      BigDecimal quantity,
      BigDecimal price) {
    return new Side(
        line,
        name == null ? sku : name.lines().findFirst().orElse(name),
        sku,
        day,
        null,
        costCentre,
        quantity,
        price == null ? null : Money.euro(price));
  }

  /** Every promised item with the lines that mean it, then what means none of them. */
  private static List<Pair> pairs(List<RequisitionLine> promised, List<Ordered> ordered) {
    List<Pair> pairs = new ArrayList<>();
    Set<Ordered> shown = new HashSet<>();
    for (RequisitionLine item : promised) {
      List<Ordered> meaning =
          ordered.stream().filter(line -> item.id().equals(line.means())).toList();
      meaning.forEach(line -> pairs.add(new Pair(side(item), line.side())));
      if (meaning.isEmpty()) {
        pairs.add(new Pair(side(item), null));
      }
      shown.addAll(meaning);
    }
    ordered.stream()
        .filter(line -> !shown.contains(line))
        .forEach(line -> pairs.add(new Pair(null, line.side())));
    return pairs;
  }

  private static Side side(RequisitionLine item) {
    var to = item.destination();
    String place =
        to.privateAddress()
            ? to.address().city()
            : Stream.of(to.recipient(), to.address().city())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    return new Side(
        Integer.toString(item.itemNumber()),
        item.name(),
        item.sku(),
        item.deliverOn(),
        place,
        item.costCentre(),
        item.quantity(),
        item.price().total());
  }
}
