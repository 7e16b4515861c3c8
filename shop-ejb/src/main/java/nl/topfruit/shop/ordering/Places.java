package nl.topfruit.shop.ordering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * How many pieces a promise or an order takes on which day (see {@link
 * nl.topfruit.shop.calendar.DeliveryDays}). Goods count, their deposits and the cost of delivering
 * them do not; the two VAT parts of one product are one piece.
 */
public final class Places {
  private Places() {}

  /** A tied group counts once. */
  private record Piece(UUID requisitionId, int goodsLine, LocalDate day) {}

  /** The places that a requisition holds: those of what was not ordered yet. */
  public static SortedMap<LocalDate, Integer> heldBy(Requisition requisition) {
    return heldBy(requisition.lines());
  }

  /** The same of some lines of one requisition. */
  public static SortedMap<LocalDate, Integer> heldBy(Collection<RequisitionLine> lines) {
    SortedMap<LocalDate, Integer> places = new TreeMap<>();
    Set<Integer> counted = new HashSet<>();
    for (RequisitionLine line : lines) {
      if (line.kind() == LineKind.GOODS
          && line.remaining().signum() > 0
          && counted.add(line.goodsLine())) {
        places.merge(line.deliverOn(), pieces(line.remaining()), Integer::sum);
      }
    }
    return places;
  }

  /**
   * The places that lines of one order have taken.
   *
   * @param dayOf the day of each delivery
   */
  static SortedMap<LocalDate, Integer> takenBy(
      Collection<OrderLine> lines, Map<UUID, LocalDate> dayOf) {
    SortedMap<LocalDate, Integer> places = new TreeMap<>();
    Set<Integer> counted = new HashSet<>();
    for (OrderLine line : lines) {
      if (line.kind() == LineKind.GOODS && counted.add(line.goodsLine())) {
        places.merge(dayOf.get(line.deliveryId()), pieces(line.quantity()), Integer::sum);
      }
    }
    return places;
  }

  /** The places that these items give back on the days they were promised for. */
  static SortedMap<LocalDate, Integer> givenBackBy(List<OrderItem> items) {
    return perDay(
        items,
        OrderItem::promisedOn,
        item -> item.placeHeld() && item.moved() ? held(item) : BigDecimal.ZERO);
  }

  /** The places that these items need on the days they are delivered on, beyond what is held. */
  static SortedMap<LocalDate, Integer> neededBy(List<OrderItem> items) {
    return perDay(
        items,
        OrderItem::deliverOn,
        item ->
            item.placeHeld() && !item.moved()
                ? item.quantity().subtract(held(item))
                : item.quantity());
  }

  /** Staff may accept more than was promised: only the promise is held. */
  private static BigDecimal held(OrderItem item) {
    return item.quantity().min(item.promise().remaining());
  }

  /** Of tied parts the one with the most pieces counts; lines of one part are added up. */
  private static SortedMap<LocalDate, Integer> perDay(
      List<OrderItem> items,
      Function<OrderItem, LocalDate> day,
      Function<OrderItem, BigDecimal> pieces) {
    Map<Piece, Map<String, BigDecimal>> parts = new LinkedHashMap<>();
    for (OrderItem item : items) {
      if (item.kind() == LineKind.GOODS) {
        UUID requisition = item.promise() == null ? null : item.promise().requisition().id();
        parts
            .computeIfAbsent(
                new Piece(requisition, item.goodsLine(), day.apply(item)), p -> new HashMap<>())
            .merge(item.sku(), pieces.apply(item), BigDecimal::add);
      }
    }
    SortedMap<LocalDate, Integer> places = new TreeMap<>();
    parts.forEach(
        (piece, bySku) -> {
          int most = pieces(Collections.max(bySku.values()));
          if (most > 0) {
            places.merge(piece.day(), most, Integer::sum);
          }
        });
    return places;
  }

  private static int pieces(BigDecimal quantity) {
    return quantity.setScale(0, RoundingMode.UP).intValueExact();
  }
}
