package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import nl.topfruit.shop.connection.OrderRules.AfterValidity;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;

/** An order laid beside the promise, on which each rule writes what it finds. */
final class Worksheet {
  private final PurchaseOrderMessage message;
  private final Ours ours;
  private final Rules rules;
  private final List<List<Difference>> found = new ArrayList<>();
  private final Agreement.Changes[] changes;
  private final List<Difference> ofOrder = new ArrayList<>();
  private final Map<UUID, BigDecimal> ordered = new HashMap<>();
  private final Map<UUID, List<Integer>> linesOfItem = new HashMap<>();
  private final Map<String, BigDecimal> direct = new HashMap<>();

  Worksheet(PurchaseOrderMessage message, Ours ours, Rules rules) {
    this.message = message;
    this.ours = ours;
    this.rules = rules;
    this.changes = new Agreement.Changes[ours.matches().size()];
    for (int i = 0; i < changes.length; i++) {
      found.add(new ArrayList<>());
      changes[i] = Agreement.Changes.NONE;
      Matching.Match match = match(i);
      BigDecimal quantity = match.line().quantity();
      if (match.found()) {
        ordered.merge(match.item().lineId(), quantity, BigDecimal::add);
        linesOfItem.computeIfAbsent(match.item().lineId(), id -> new ArrayList<>()).add(i);
      } else if (contract(i) != null) {
        direct.merge(contract(i).sku(), quantity, BigDecimal::add);
      }
    }
  }

  PurchaseOrderMessage message() {
    return message;
  }

  Ours ours() {
    return ours;
  }

  Rules rules() {
    return rules;
  }

  /** Lines of their document. */
  int size() {
    return changes.length;
  }

  Matching.Match match(int i) {
    return ours.matches().get(i);
  }

  PurchaseOrderMessage.Line line(int i) {
    return match(i).line();
  }

  /**
   * What a line without a requisition costs; null when it has one, or no such article may be had.
   */
  Contract contract(int i) {
    Matching.Match match = match(i);
    return match.pointsNowhere() && match.line().sku() != null
        ? ours.contracts().get(match.line().sku().strip())
        : null;
  }

  /** How many of an item this order orders, all its lines together. */
  BigDecimal now(Promise.Item item) {
    return ordered.getOrDefault(item.lineId(), BigDecimal.ZERO);
  }

  /** The lines of this order that mean this item. */
  List<Integer> linesOf(Promise.Item item) {
    return linesOfItem.getOrDefault(item.lineId(), List.of());
  }

  /** How many of an article are ordered without a requisition. */
  BigDecimal direct(String sku) {
    return direct.getOrDefault(sku, BigDecimal.ZERO);
  }

  /** The promises that this order orders from and that may be ordered from. */
  Set<Promise> promises() {
    Set<Promise> touched = new LinkedHashSet<>();
    for (int i = 0; i < size(); i++) {
      if (match(i).found() && mayBeOrdered(match(i).promise())) {
        touched.add(match(i).promise());
      }
    }
    return touched;
  }

  /** It is open, or only its time is over and that is forgiven. */
  boolean mayBeOrdered(Promise promise) {
    return promise.open()
        || promise.isExpired() && rules.differing().afterValidity() != AfterValidity.HOLD;
  }

  // ---- writing ----

  void differs(int i, Reason reason, Object... arguments) {
    found.get(i).add(Difference.ofLine(line(i).lineNumber(), reason, arguments));
  }

  void ofOrder(Difference difference) {
    ofOrder.add(difference);
  }

  void ofOrder(Reason reason, Object... arguments) {
    ofOrder.add(Difference.ofOrder(reason, arguments));
  }

  Agreement.Changes changes(int i) {
    return changes[i];
  }

  void change(int i, Agreement.Changes change) {
    changes[i] = change;
  }

  boolean agrees(int i) {
    return found.get(i).stream().noneMatch(difference -> difference.reason().holds());
  }

  Agreement agreement() {
    List<Agreement.Line> lines = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      lines.add(new Agreement.Line(match(i), contract(i), changes[i], found.get(i)));
    }
    return new Agreement(outcome(lines), lines, ofOrder);
  }

  private Outcome outcome(List<Agreement.Line> lines) {
    boolean orderHolds = ofOrder.stream().anyMatch(d -> d.reason().holds());
    long agreeing = lines.stream().filter(Agreement.Line::agrees).count();
    if (orderHolds || agreeing == 0) {
      return Outcome.HELD;
    }
    if (agreeing == lines.size()) {
      return Outcome.PLACED;
    }
    return rules.placeAgreed() ? Outcome.PARTLY_PLACED : Outcome.HELD;
  }
}
