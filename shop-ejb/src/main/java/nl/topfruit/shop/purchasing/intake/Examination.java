package nl.topfruit.shop.purchasing.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.ordering.OrderItem;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.purchasing.agreement.Agreement;

/**
 * An order with everything that it was held against.
 *
 * @param message with the lines that {@code /oci/order} left to us
 * @param requisitions that it names or means
 * @param terms of its lines without a requisition
 */
public record Examination(
    Connection connection,
    PurchaseOrderMessage message,
    List<Requisition> requisitions,
    DirectOrders.Terms terms,
    DeliveryCalendar calendar,
    Agreement agreement) {

  /**
   * What is ordered by each line of the agreement, under their line numbers and on what they book
   * it; null for lines that are not to be placed.
   */
  public OrderItem[] items(Predicate<Agreement.Line> placing, DirectOrders directOrders) {
    Map<UUID, RequisitionLine> promised =
        requisitions.stream()
            .flatMap(requisition -> requisition.lines().stream())
            .collect(Collectors.toMap(RequisitionLine::id, line -> line));
    OrderItem[] items = new OrderItem[agreement.lines().size()];
    Map<String, Integer> goodsLines = new HashMap<>();
    for (int i = 0; i < items.length; i++) {
      Agreement.Line line = agreement.lines().get(i);
      if (!placing.test(line)) {
        continue;
      }
      OrderItem item =
          line.contract() == null
              ? OrderItem.of(promised.get(line.match().item().lineId()), line.theirs().quantity())
              : directOrders.item(
                  line,
                  message,
                  terms,
                  goodsLines.computeIfAbsent(
                      line.contract().article(), article -> goodsLines.size() + 1),
                  connection.costCentreCode());
      items[i] =
          changed(item, line.changes())
              .authorisedAs(
                  line.theirs().lineNumber(),
                  first(line.theirs().costCentre(), message.costCentre()),
                  first(line.theirs().ledgerCode(), message.ledgerCode()));
    }
    return items;
  }

  private static OrderItem changed(OrderItem item, Agreement.Changes changes) {
    OrderItem priced = changes.price() == null ? item : item.at(changes.price());
    OrderItem placed =
        changes.place() == null
            ? priced
            : priced.to(changes.place().destination(), changes.place().invoicePartyId());
    return changes.day() == null ? placed : placed.wantedOn(changes.day());
  }

  private static String first(String ofLine, String ofOrder) {
    return ofLine != null ? ofLine : ofOrder;
  }
}
