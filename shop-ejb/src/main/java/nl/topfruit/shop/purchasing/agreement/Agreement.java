package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.protocol.Units;

/**
 * An order held against what we promised: a pure function. Price and unit must be ours, the number
 * of pieces at most the promised one (fewer only where that is agreed, and not below the tier whose
 * price was promised), tied VAT parts come together, fees follow their goods. Address and day are
 * ours; theirs are noted.
 *
 * @param outcome PLACED, PARTLY_PLACED or HELD
 * @param lines in the order of their document
 * @param differences of the order as a whole
 */
public record Agreement(Outcome outcome, List<Line> lines, List<Difference> differences) {

  private static final String EURO = "EUR";

  public Agreement {
    lines = List.copyOf(lines);
    differences = List.copyOf(differences);
  }

  /**
   * One line with what it means and in what it differs.
   *
   * @param contract for a line without a requisition, else null
   */
  public record Line(Matching.Match match, Contract contract, List<Difference> differences) {
    public Line {
      differences = List.copyOf(differences);
    }

    public boolean agrees() {
      return differences.stream().noneMatch(difference -> difference.reason().holds());
    }

    public PurchaseOrderMessage.Line theirs() {
      return match.line();
    }
  }

  /** What is placed, when anything is. */
  public List<Line> agreed() {
    return outcome == Outcome.HELD ? List.of() : lines.stream().filter(Line::agrees).toList();
  }

  /** Of the order first, then line by line. */
  public List<Difference> allDifferences() {
    return Stream.concat(
            differences.stream(), lines.stream().flatMap(line -> line.differences().stream()))
        .toList();
  }

  /** The same order, held for one more reason. */
  public Agreement heldFor(Difference difference) {
    return new Agreement(
        Outcome.HELD, lines, Stream.concat(Stream.of(difference), differences.stream()).toList());
  }

  /**
   * @param matches what each line means
   * @param contracts what lines without a requisition cost, by article number as ordered; empty
   *     where a requisition is required
   * @param knownArticles article numbers that we have, whoever may buy them
   * @param noted what was found about the order before it was read line by line
   */
  public static Agreement of(
      PurchaseOrderMessage message,
      List<Matching.Match> matches,
      Map<String, Contract> contracts,
      Set<String> knownArticles,
      List<Difference> noted,
      Rules rules,
      DeliveryCalendar calendar,
      Instant now) {
    return new Reckoning(message, matches, contracts, knownArticles, rules, calendar, now)
        .agreement(noted);
  }

  /** The work of one order. */
  private static final class Reckoning {
    private final PurchaseOrderMessage message;
    private final List<Matching.Match> matches;
    private final Map<String, Contract> contracts;
    private final Set<String> knownArticles;
    private final Rules rules;
    private final DeliveryCalendar calendar;
    private final Instant now;
    private final List<List<Difference>> found = new ArrayList<>();
    private final List<Difference> ofOrder = new ArrayList<>();
    private final Map<UUID, BigDecimal> ordered = new HashMap<>();
    private final Map<UUID, List<Integer>> linesOfItem = new HashMap<>();
    private final Map<String, BigDecimal> direct = new HashMap<>();

    Reckoning(
        PurchaseOrderMessage message,
        List<Matching.Match> matches,
        Map<String, Contract> contracts,
        Set<String> knownArticles,
        Rules rules,
        DeliveryCalendar calendar,
        Instant now) {
      this.message = message;
      this.matches = matches;
      this.contracts = contracts;
      this.knownArticles = knownArticles;
      this.rules = rules;
      this.calendar = calendar;
      this.now = now;
      for (int i = 0; i < matches.size(); i++) {
        found.add(new ArrayList<>());
        Matching.Match match = matches.get(i);
        BigDecimal quantity = match.line().quantity();
        if (match.found()) {
          ordered.merge(match.item().lineId(), quantity, BigDecimal::add);
          linesOfItem.computeIfAbsent(match.item().lineId(), id -> new ArrayList<>()).add(i);
        } else if (contract(i) != null) {
          direct.merge(contract(i).sku(), quantity, BigDecimal::add);
        }
      }
    }

    Agreement agreement(List<Difference> noted) {
      ofOrder.addAll(noted);
      if (message.test() && !rules.testsCount()) {
        ofOrder.add(Difference.ofOrder(Reason.TEST_MESSAGE));
      }
      if (!rules.live()) {
        ofOrder.add(Difference.ofOrder(Reason.TEST_CONNECTION));
      }
      if (message.currency() != null && !EURO.equals(message.currency())) {
        ofOrder.add(Difference.ofOrder(Reason.CURRENCY, message.currency()));
      }
      for (int i = 0; i < matches.size(); i++) {
        line(i);
      }
      promises().forEach(this::wholePromise);
      withoutRequisition();
      total();
      holdTogether();
      List<Line> lines = new ArrayList<>();
      for (int i = 0; i < matches.size(); i++) {
        lines.add(new Line(matches.get(i), contract(i), found.get(i)));
      }
      return new Agreement(outcome(lines), lines, ofOrder);
    }

    private Outcome outcome(List<Line> lines) {
      boolean orderHolds = ofOrder.stream().anyMatch(d -> d.reason().holds());
      long agreeing = lines.stream().filter(Line::agrees).count();
      if (orderHolds || agreeing == 0) {
        return Outcome.HELD;
      }
      if (agreeing == lines.size()) {
        return Outcome.PLACED;
      }
      return rules.placeAgreed() ? Outcome.PARTLY_PLACED : Outcome.HELD;
    }

    private Contract contract(int i) {
      Matching.Match match = matches.get(i);
      return match.pointsNowhere() && match.line().sku() != null
          ? contracts.get(match.line().sku().strip())
          : null;
    }

    private void differs(int i, Reason reason, Object... arguments) {
      found.get(i).add(Difference.ofLine(matches.get(i).line().lineNumber(), reason, arguments));
    }

    // ---- one line ----

    private void line(int i) {
      Matching.Match match = matches.get(i);
      PurchaseOrderMessage.Line line = match.line();
      if (line.currency() != null && !EURO.equals(line.currency())) {
        differs(i, Reason.CURRENCY, line.currency());
      }
      if (line.accountingSplit()) {
        differs(i, Reason.ACCOUNTING_SPLIT);
      }
      if (match.found()) {
        promised(i, match);
      } else if (match.unknownQuote() != null) {
        differs(i, Reason.UNKNOWN_REQUISITION, match.unknownQuote());
      } else if (match.unknownItem() != null) {
        differs(i, Reason.UNKNOWN_REQUISITION_LINE, match.promise().number(), match.unknownItem());
      } else if (match.fitting() > 0) {
        differs(i, Reason.AMBIGUOUS_LINE, match.fitting());
      } else if (contract(i) != null) {
        direct(i, contract(i));
      } else {
        String sku = line.sku() == null ? shown(line) : line.sku().strip();
        if (!knownArticles.contains(sku)) {
          differs(i, Reason.UNKNOWN_ARTICLE, sku);
        } else {
          differs(
              i,
              rules.requisitionRequired() ? Reason.NO_REQUISITION : Reason.NOT_IN_ASSORTMENT,
              sku);
        }
      }
    }

    /** What stands in the place of an article number. */
    private static String shown(PurchaseOrderMessage.Line line) {
      return Stream.of(line.buyersSku(), line.description())
          .filter(text -> text != null && !text.isBlank())
          .findFirst()
          .map(text -> text.length() > 60 ? text.substring(0, 60) + "…" : text)
          .orElse("-");
    }

    private void promised(int i, Matching.Match match) {
      PurchaseOrderMessage.Line line = match.line();
      Promise.Item item = match.item();
      if (!match.promise().open()) {
        differs(i, Reason.REQUISITION_CLOSED, match.promise().number(), match.promise().state());
        return;
      }
      if (line.sku() != null && !line.sku().strip().equals(item.sku())) {
        differs(i, Reason.OTHER_ARTICLE, item.sku(), line.sku().strip());
        return;
      }
      unit(i, item.unit());
      price(i, Reason.PRICE, item.price());
      quantity(i, match.promise(), item);
      day(i, item);
      address(i, item);
    }

    private void unit(int i, String ours) {
      PurchaseOrderMessage.Line line = matches.get(i).line();
      boolean same =
          line.unit() == null
              || line.unit().equals(Units.normalise(ours))
              || line.unitRaw().strip().equalsIgnoreCase(rules.units().get(ours));
      if (!same) {
        differs(i, Reason.UNIT, ours, line.unitRaw().strip());
      }
    }

    private void price(int i, Reason reason, Money ours) {
      BigDecimal theirs = matches.get(i).line().unitPrice();
      if (theirs != null && theirs.compareTo(ours.amount()) != 0) {
        differs(i, reason, ours, theirs);
      }
    }

    private void whole(int i, LineKind kind) {
      BigDecimal quantity = matches.get(i).line().quantity();
      if (kind == LineKind.GOODS && quantity.stripTrailingZeros().scale() > 0) {
        differs(i, Reason.QUANTITY_NOT_WHOLE, quantity);
      }
    }

    private void quantity(int i, Promise promise, Promise.Item item) {
      whole(i, item.kind());
      BigDecimal all = ordered.get(item.lineId());
      if (all.compareTo(item.remaining()) > 0) {
        differs(i, Reason.QUANTITY_MORE, item.remaining(), all);
        return;
      }
      if (all.compareTo(item.remaining()) == 0 || !item.isGoods()) {
        return;
      }
      if (!rules.fewerAllowed()) {
        differs(i, Reason.QUANTITY_FEWER_NOT_ALLOWED, item.remaining(), all);
      }
      if (belowTier(promise, item)) {
        differs(i, Reason.BELOW_TIER, item.remaining(), all, item.tierFrom());
      }
      if (item.minimum() > 0 && all.compareTo(BigDecimal.valueOf(item.minimum())) < 0) {
        differs(i, Reason.MINIMUM_QUANTITY, all, item.minimum());
      }
    }

    /**
     * A tier may be reached by several lines of the article together: the price counts as long as
     * what was ordered of it, now and before, reaches it or all that was promised did not either.
     */
    private boolean belowTier(Promise promise, Promise.Item item) {
      BigDecimal tier = BigDecimal.valueOf(item.tierFrom());
      BigDecimal taken = BigDecimal.ZERO;
      BigDecimal promised = BigDecimal.ZERO;
      for (Promise.Item other : promise.items()) {
        if (other.isGoods() && other.sku().equals(item.sku())) {
          promised = promised.add(other.promised());
          taken =
              taken
                  .add(other.promised().subtract(other.remaining()))
                  .add(ordered.getOrDefault(other.lineId(), BigDecimal.ZERO));
        }
      }
      return taken.compareTo(tier) < 0 && promised.compareTo(tier) >= 0;
    }

    private void day(int i, Promise.Item item) {
      LocalDate asked = asked(matches.get(i).line());
      if (asked != null && item.isGoods() && !asked.equals(item.deliverOn())) {
        differs(i, Reason.OTHER_DAY, asked, item.deliverOn());
      }
      if (!item.isGoods()) {
        return;
      }
      Optional<LocalDate> possible =
          calendar
              .withPlaceHeldOn(item.deliverOn())
              .nextPossible(item.deliverOn(), CutOffClass.valueOf(item.cutOffClass()), now);
      if (possible.isEmpty()) {
        differs(i, Reason.NO_DAY_LEFT);
      } else if (rules.holdLate() && !possible.get().equals(item.deliverOn())) {
        differs(i, Reason.DAY_PASSED, item.deliverOn(), possible.get());
      }
    }

    private LocalDate asked(PurchaseOrderMessage.Line line) {
      return line.requestedDay() != null ? line.requestedDay() : message.requestedDay();
    }

    private void address(int i, Promise.Item item) {
      ShipTo theirs = matches.get(i).line().shipTo();
      ShipTo asked = theirs != null ? theirs : message.shipTo();
      if (asked == null || asked.isEmpty() || !item.isGoods()) {
        return;
      }
      var ours = item.destination().address();
      boolean other =
          asked.postalCode() != null
              ? !letters(asked.postalCode()).equals(letters(ours.postcode()))
              : asked.city() != null && !letters(asked.city()).equals(letters(ours.city()));
      if (other) {
        String place =
            item.destination().privateAddress()
                ? ours.city()
                : ours.streetLine() + ", " + ours.city();
        differs(i, Reason.OTHER_ADDRESS, asked.oneLine(), place);
      }
    }

    private static String letters(String text) {
      return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    // ---- what belongs together in a promise ----

    private Set<Promise> promises() {
      Set<Promise> touched = new LinkedHashSet<>();
      matches.stream()
          .filter(match -> match.found() && match.promise().open())
          .forEach(match -> touched.add(match.promise()));
      return touched;
    }

    private void wholePromise(Promise promise) {
      Map<Integer, List<Promise.Item>> groups = new LinkedHashMap<>();
      promise.items().stream()
          .filter(item -> item.kind() != LineKind.DELIVERY)
          .forEach(
              item -> groups.computeIfAbsent(item.goodsLine(), g -> new ArrayList<>()).add(item));
      groups.values().forEach(this::group);
      promise.items().stream()
          .filter(item -> item.kind() == LineKind.DELIVERY)
          .forEach(fee -> deliveryCost(promise, fee));
    }

    private BigDecimal now(Promise.Item item) {
      return ordered.getOrDefault(item.lineId(), BigDecimal.ZERO);
    }

    /** The lines of this order that mean this item. */
    private List<Integer> linesOf(Promise.Item item) {
      return linesOfItem.getOrDefault(item.lineId(), List.of());
    }

    private void group(List<Promise.Item> items) {
      List<Promise.Item> goods = items.stream().filter(Promise.Item::isGoods).toList();
      List<Promise.Item> present = goods.stream().filter(g -> now(g).signum() > 0).toList();
      if (present.isEmpty()) {
        goods.stream().filter(g -> g.remaining().signum() > 0).findFirst().ifPresent(this::missing);
      }
      for (Promise.Item part : present) {
        for (Promise.Item other : goods) {
          if (other == part) {
            continue;
          }
          if (now(other).signum() == 0) {
            linesOf(part).forEach(i -> differs(i, Reason.TIED_PART_MISSING, other.sku()));
          } else if (now(other).compareTo(now(part)) != 0) {
            linesOf(part).forEach(i -> differs(i, Reason.TIED_QUANTITY, now(part), now(other)));
          }
        }
      }
      items.stream()
          .filter(item -> item.kind() == LineKind.DEPOSIT)
          .forEach(deposit -> deposit(deposit, present));
    }

    private void missing(Promise.Item item) {
      ofOrder.add(
          Difference.ofOrder(
              rules.fewerAllowed() ? Reason.LINE_MISSING : Reason.LINE_MISSING_NOT_ALLOWED,
              item.number(),
              item.name()));
    }

    private void deposit(Promise.Item deposit, List<Promise.Item> goods) {
      if (goods.isEmpty()) {
        linesOf(deposit).forEach(i -> differs(i, Reason.FEE_WITHOUT_GOODS));
        return;
      }
      Promise.Item first = goods.get(0);
      if (now(deposit).signum() == 0) {
        if (deposit.remaining().signum() > 0) {
          differs(linesOf(first).get(0), Reason.FEE_MISSING, deposit.name());
        }
        return;
      }
      BigDecimal due = PlainLines.perPiece(deposit, first, now(first));
      if (due.compareTo(now(deposit)) != 0) {
        linesOf(deposit).forEach(i -> differs(i, Reason.FEE_QUANTITY, due, now(deposit)));
      }
    }

    private void deliveryCost(Promise promise, Promise.Item fee) {
      List<Promise.Item> goods =
          promise.items().stream()
              .filter(item -> item.isGoods() && item.delivery().equals(fee.delivery()))
              .toList();
      Optional<Promise.Item> present = goods.stream().filter(g -> now(g).signum() > 0).findFirst();
      boolean before = goods.stream().anyMatch(g -> g.remaining().compareTo(g.promised()) < 0);
      if (now(fee).signum() > 0) {
        if (present.isEmpty() && !before) {
          linesOf(fee).forEach(i -> differs(i, Reason.FEE_WITHOUT_GOODS));
        }
      } else if (present.isPresent() && fee.remaining().signum() > 0) {
        differs(linesOf(present.get()).get(0), Reason.FEE_MISSING, fee.name());
      }
    }

    // ---- lines without a requisition ----

    private void direct(int i, Contract contract) {
      if (contract.mixed()) {
        differs(i, Reason.MIXED_VAT_LINE, contract.sku());
        return;
      }
      unit(i, contract.unit());
      price(i, Reason.DIRECT_PRICE, contract.total());
      whole(i, contract.kind());
      BigDecimal all = direct(contract.sku());
      if (contract.kind() == LineKind.GOODS
          && all.compareTo(BigDecimal.valueOf(contract.minimum())) < 0) {
        differs(i, Reason.MINIMUM_QUANTITY, all, contract.minimum());
      }
    }

    /** How many of an article are ordered without a requisition. */
    private BigDecimal direct(String sku) {
      return direct.getOrDefault(sku, BigDecimal.ZERO);
    }

    private void withoutRequisition() {
      for (int i = 0; i < matches.size(); i++) {
        Contract contract = contract(i);
        if (contract == null || contract.mixed()) {
          continue;
        }
        BigDecimal own = direct(contract.sku());
        if (contract.kind() == LineKind.DEPOSIT) {
          depositWithoutRequisition(i, contract, own);
          continue;
        }
        if (contract.otherPart() != null) {
          BigDecimal other = direct(contract.otherPart());
          if (other.signum() == 0) {
            differs(i, Reason.TIED_PART_MISSING, contract.otherPart());
          } else if (other.compareTo(own) != 0) {
            differs(i, Reason.TIED_QUANTITY, own, other);
          }
        }
        if (contract.deposit() != null && direct(contract.deposit()).signum() == 0) {
          differs(i, Reason.FEE_MISSING, contract.deposit());
        }
      }
    }

    private void depositWithoutRequisition(int i, Contract deposit, BigDecimal own) {
      Optional<String> goods =
          contracts.values().stream()
              .filter(c -> deposit.sku().equals(c.deposit()))
              .map(Contract::sku)
              .filter(sku -> direct(sku).signum() > 0)
              .findFirst();
      if (goods.isEmpty()) {
        differs(i, Reason.FEE_WITHOUT_GOODS);
      } else if (direct(goods.get()).compareTo(own) != 0) {
        differs(i, Reason.FEE_QUANTITY, direct(goods.get()), own);
      }
    }

    // ---- the order as a whole ----

    /** Only where every line has a price, theirs or ours: half a sum proves nothing. */
    private void total() {
      if (message.statedNetTotal() == null) {
        return;
      }
      BigDecimal exact = BigDecimal.ZERO;
      BigDecimal byLine = BigDecimal.ZERO;
      for (int i = 0; i < matches.size(); i++) {
        BigDecimal price = reckonedPrice(i);
        if (price == null) {
          return;
        }
        BigDecimal amount = price.multiply(matches.get(i).line().quantity());
        exact = exact.add(amount);
        byLine = byLine.add(cents(amount));
      }
      BigDecimal stated = cents(message.statedNetTotal());
      if (stated.compareTo(byLine) != 0 && stated.compareTo(cents(exact)) != 0) {
        ofOrder.add(
            Difference.ofOrder(
                Reason.TOTAL, Money.euro(message.statedNetTotal()), Money.euro(byLine)));
      }
    }

    private BigDecimal reckonedPrice(int i) {
      Matching.Match match = matches.get(i);
      if (match.line().unitPrice() != null) {
        return match.line().unitPrice();
      }
      if (match.found()) {
        return match.item().price().amount();
      }
      return contract(i) == null ? null : contract(i).total().amount();
    }

    private static BigDecimal cents(BigDecimal amount) {
      return amount.setScale(2, RoundingMode.HALF_UP);
    }

    /** What goes together is held together, until nothing more follows. */
    private void holdTogether() {
      boolean more = rules.placeAgreed();
      while (more) {
        more = false;
        for (int i = 0; i < matches.size(); i++) {
          if (agrees(i) && goesWithHeld(i)) {
            differs(i, Reason.GOES_WITH_HELD);
            more = true;
          }
        }
      }
    }

    private boolean agrees(int i) {
      return found.get(i).stream().noneMatch(difference -> difference.reason().holds());
    }

    private boolean goesWithHeld(int i) {
      boolean goodsOfFeeAreHeld = isDeliveryCost(i);
      boolean anyGoods = false;
      for (int j = 0; j < matches.size(); j++) {
        if (i == j) {
          continue;
        }
        if (isDeliveryCost(i)) {
          if (isGoodsOfDelivery(j, i)) {
            anyGoods = true;
            goodsOfFeeAreHeld &= !agrees(j);
          }
        } else if (!agrees(j)
            && (sameGoods(i, j) || isDeliveryCost(j) && isGoodsOfDelivery(i, j))) {
          return true;
        }
      }
      return goodsOfFeeAreHeld && anyGoods;
    }

    private boolean isDeliveryCost(int i) {
      return matches.get(i).found() && matches.get(i).item().kind() == LineKind.DELIVERY;
    }

    private boolean isGoodsOfDelivery(int goods, int fee) {
      Matching.Match match = matches.get(goods);
      return match.found()
          && match.item().isGoods()
          && match.promise() == matches.get(fee).promise()
          && match.item().delivery().equals(matches.get(fee).item().delivery());
    }

    /** VAT parts and deposit of one product. */
    private boolean sameGoods(int i, int j) {
      Matching.Match a = matches.get(i);
      Matching.Match b = matches.get(j);
      if (a.found() && b.found()) {
        return a.promise() == b.promise()
            && !isDeliveryCost(j)
            && a.item().goodsLine() == b.item().goodsLine();
      }
      return contract(i) != null
          && contract(j) != null
          && contract(i).article().equals(contract(j).article());
    }
  }
}
