package nl.topfruit.shop.ordering;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.topfruit.shop.account.Destination;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.ordering.OrderPlaced.PlannedDelivery;

/**
 * Makes an order out of its items: one line each, in their order, and one delivery for every
 * address and day. Delivery cost travels with the goods of its address and day, deposits with their
 * goods.
 */
final class OrderPlacing {
  private OrderPlacing() {}

  /** The order and the news of it. */
  public record Placed(Order order, OrderPlaced event) {}

  /** One recipient at one address on one day: nobody's name is lost in somebody else's delivery. */
  private record Stop(LocalDate day, Destination destination) {}

  /** What belongs together within one promise, or within the lines that have none. */
  private record Goods(UUID requisitionId, int goodsLine) {}

  /**
   * @param number our order number
   * @param items at least one
   */
  public static Placed of(String number, Order.Origin origin, List<OrderItem> items, Instant now) {
    if (items.isEmpty()) {
      throw new IllegalArgumentException("An order without lines");
    }
    Order order = new Order(number, origin, now);
    Map<Stop, PlannedDelivery> deliveries = deliveries(items);
    Map<Goods, Integer> goodsLines = new LinkedHashMap<>();
    for (OrderItem item : items) {
      int goodsLine =
          goodsLines.computeIfAbsent(
              new Goods(requisitionId(item), item.goodsLine()), key -> goodsLines.size() + 1);
      order.add(content(item, goodsLine, delivery(item, deliveries).id()));
    }
    return new Placed(
        order,
        new OrderPlaced(
            order.id(),
            number,
            origin.accountId(),
            origin.purchaseOrderNumber() != null,
            List.copyOf(deliveries.values())));
  }

  private static Map<Stop, PlannedDelivery> deliveries(List<OrderItem> items) {
    Map<Stop, PlannedDelivery> deliveries = new LinkedHashMap<>();
    List<OrderItem> goodsFirst = new ArrayList<>(items);
    goodsFirst.sort((a, b) -> a.kind().compareTo(b.kind()));
    for (OrderItem item : goodsFirst) {
      if (item.kind() == LineKind.DELIVERY && sameAddress(item, deliveries) != null) {
        continue;
      }
      deliveries.merge(
          new Stop(item.deliverOn(), item.destination()),
          new PlannedDelivery(Ids.next(), item.deliverOn(), item.promisedOn(), item.destination()),
          (first, second) ->
              first.promisedOn().isAfter(second.promisedOn())
                  ? promisedEarlier(first, second)
                  : first);
    }
    return deliveries;
  }

  private static PlannedDelivery promisedEarlier(PlannedDelivery first, PlannedDelivery second) {
    return new PlannedDelivery(
        first.id(), first.deliverOn(), second.promisedOn(), first.destination());
  }

  private static PlannedDelivery delivery(OrderItem item, Map<Stop, PlannedDelivery> deliveries) {
    PlannedDelivery own = deliveries.get(new Stop(item.deliverOn(), item.destination()));
    return own != null ? own : sameAddress(item, deliveries);
  }

  private static PlannedDelivery sameAddress(
      OrderItem item, Map<Stop, PlannedDelivery> deliveries) {
    return deliveries.values().stream()
        .filter(
            planned ->
                DeliveryKey.of(planned.deliverOn(), planned.destination()).equals(item.delivery()))
        .findFirst()
        .orElse(null);
  }

  private static UUID requisitionId(OrderItem item) {
    return item.promise() == null ? null : item.promise().requisition().id();
  }

  private static OrderLine.Content content(OrderItem item, int goodsLine, UUID deliveryId) {
    return new OrderLine.Content(
        deliveryId,
        item.promise() == null ? null : item.promise().id(),
        item.purchaseOrderLine(),
        goodsLine,
        item.kind(),
        item.webShopId(),
        item.invoicePartyId(),
        item.productId(),
        item.sku(),
        item.name(),
        item.quantity(),
        item.unit(),
        item.price(),
        item.allergens().toArray(String[]::new),
        item.costCentre(),
        item.ledgerCode(),
        item.purpose(),
        item.reference(),
        item.card());
  }
}
