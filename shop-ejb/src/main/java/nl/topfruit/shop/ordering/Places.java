package nl.topfruit.shop.ordering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * How many pieces a promise or an order takes on which day (see {@link
 * nl.topfruit.shop.calendar.DeliveryDays}). Goods count, their deposits and the cost of delivering
 * them do not; the two VAT parts of one product are one piece.
 */
public final class Places {
  private Places() {}

  /** A tied group counts once. */
  private record Piece(UUID requisitionId, int goodsLine) {}

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

  /** The places that these items give back on the days they were promised for. */
  static SortedMap<LocalDate, Integer> givenBackBy(List<OrderItem> items) {
    SortedMap<LocalDate, Integer> places = new TreeMap<>();
    for (OrderItem item : counted(items)) {
      if (item.placeHeld() && item.moved()) {
        places.merge(item.promisedOn(), heldPieces(item), Integer::sum);
      }
    }
    return places;
  }

  /** The places that these items need on the days they are delivered on, beyond what is held. */
  static SortedMap<LocalDate, Integer> neededBy(List<OrderItem> items) {
    SortedMap<LocalDate, Integer> places = new TreeMap<>();
    for (OrderItem item : counted(items)) {
      int held = item.placeHeld() && !item.moved() ? heldPieces(item) : 0;
      int needed = pieces(item.quantity()) - held;
      if (needed > 0) {
        places.merge(item.deliverOn(), needed, Integer::sum);
      }
    }
    return places;
  }

  private static List<OrderItem> counted(List<OrderItem> items) {
    Set<Piece> counted = new HashSet<>();
    return items.stream()
        .filter(item -> item.kind() == LineKind.GOODS)
        .filter(
            item ->
                counted.add(
                    new Piece(
                        item.promise() == null ? null : item.promise().requisition().id(),
                        item.goodsLine())))
        .toList();
  }

  /** Staff may accept more than was promised: only the promise is held. */
  private static int heldPieces(OrderItem item) {
    return pieces(item.quantity().min(item.promise().remaining()));
  }

  private static int pieces(BigDecimal quantity) {
    return quantity.setScale(0, RoundingMode.UP).intValueExact();
  }
}
