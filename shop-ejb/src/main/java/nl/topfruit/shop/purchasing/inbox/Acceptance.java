package nl.topfruit.shop.purchasing.inbox;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.OrderItem;
import nl.topfruit.shop.protocol.MediaType;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.cxml.CxmlAccounting;
import nl.topfruit.shop.protocol.cxml.CxmlMessage;
import nl.topfruit.shop.protocol.cxml.CxmlMultipart;
import nl.topfruit.shop.protocol.oci.PlainOrder;
import nl.topfruit.shop.protocol.oci.RawParameter;
import nl.topfruit.shop.protocol.ubl.UblAccounting;
import nl.topfruit.shop.protocol.ubl.UblOrderReader;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.PurchaseOrderLine;
import nl.topfruit.shop.purchasing.agreement.Agreement;
import nl.topfruit.shop.purchasing.agreement.Difference;
import nl.topfruit.shop.purchasing.agreement.PlainLines;
import nl.topfruit.shop.purchasing.agreement.Reason;
import nl.topfruit.shop.purchasing.intake.DirectOrders;
import nl.topfruit.shop.purchasing.intake.Examination;
import nl.topfruit.shop.purchasing.intake.Examiner;
import nl.topfruit.shop.purchasing.intake.OrderChanges;
import nl.topfruit.shop.purchasing.intake.Recognition;
import nl.topfruit.shop.purchasing.intake.TodaysPrices;

/**
 * What would become of an order that waits, if staff let it through: the message is read again from
 * the log and examined as it stands today, so that nothing is placed on the strength of what was
 * true when it came in.
 */
@Dependent
class Acceptance {
  @PersistenceContext private EntityManager em;
  @Inject private Recognition recognition;
  @Inject private Examiner examiner;
  @Inject private OrderChanges changes;
  @Inject private DeliveryDays days;
  @Inject private DirectOrders directOrders;
  @Inject private TodaysPrices todaysPrices;
  @Inject private Clock clock;

  /**
   * An order as it could be placed.
   *
   * @param positions of its lines in the purchase order, in the order of the examination
   * @param replacing what becomes of the order that it changes; nothing for a new one
   * @param items per terms and line; null for a line that cannot be placed
   */
  record Proposal(
      Examination examination,
      BusinessAccount account,
      int[] positions,
      Runnable replacing,
      Map<Decision.Terms, OrderItem[]> items) {

    /** The ways in which it may be placed: one where both prices are the same, none for nothing. */
    List<Decision> decisions() {
      List<Decision> decisions = new ArrayList<>();
      for (Decision.Terms terms : Decision.Terms.values()) {
        Decision decision = decision(terms);
        boolean another = decisions.isEmpty() || !decisions.get(0).net().sameAs(decision.net());
        if (decision.lines() > 0 && another) {
          decisions.add(decision);
        }
      }
      return decisions;
    }

    private Decision decision(Decision.Terms terms) {
      OrderItem[] each = items.get(terms);
      List<OrderItem> placed = Stream.of(each).filter(Objects::nonNull).toList();
      Money net =
          Money.sum(placed.stream().map(item -> Fees.net(item.quantity(), item.price())).toList());
      List<OrderItem> differing =
          IntStream.range(0, each.length)
              .filter(i -> each[i] != null && !examination.agreement().lines().get(i).agrees())
              .mapToObj(i -> each[i])
              .toList();
      OrderItem only = differing.size() == 1 ? differing.get(0) : null;
      return new Decision(
          terms,
          placed.size(),
          each.length - placed.size(),
          net,
          only == null ? null : only.quantity().stripTrailingZeros().toPlainString(),
          only == null ? null : only.price().total());
    }
  }

  /**
   * @param locking its requisitions are locked: it is about to be placed
   */
  Proposal of(PurchaseOrder purchaseOrder, boolean locking) {
    PurchaseOrderMessage message = read(purchaseOrder);
    if (message.kind() == PurchaseOrderMessage.Kind.NEW) {
      return of(purchaseOrder, message, List.of(), locking, () -> {});
    }
    Optional<OrderChanges.Standing> changed =
        changes
            .standing(purchaseOrder, locking)
            .filter(standing -> !standing.orders().isEmpty() && changes.asPromised(standing));
    if (changed.isEmpty()) {
      return of(purchaseOrder, message, Examiner.ofItsKind(message), locking, () -> {});
    }
    return ofChange(purchaseOrder, message, changed.get(), locking);
  }

  /**
   * A change that staff let through takes the place of the order: what that took of its requisition
   * is promised again as long as the change is looked at.
   */
  private Proposal ofChange(
      PurchaseOrder purchaseOrder,
      PurchaseOrderMessage message,
      OrderChanges.Standing standing,
      boolean locking) {
    Optional<Difference> obstacle =
        changes.obstacle(standing, days.calendar(true), Instant.now(clock));
    if (obstacle.isPresent()) {
      return of(purchaseOrder, message, List.of(obstacle.get()), locking, () -> {});
    }
    FlushModeType usual = em.getFlushMode();
    if (!locking) {
      em.setFlushMode(FlushModeType.COMMIT);
    }
    OrderChanges.Reopened reopened = changes.reopen(standing, locking);
    try {
      return of(
          purchaseOrder, message, List.of(), locking, () -> changes.replace(standing, reopened));
    } finally {
      if (!locking) {
        changes.close(reopened);
        em.setFlushMode(usual);
      }
    }
  }

  private Proposal of(
      PurchaseOrder purchaseOrder,
      PurchaseOrderMessage message,
      List<Difference> noted,
      boolean locking,
      Runnable replacing) {
    Connection connection = em.find(Connection.class, purchaseOrder.connectionId());
    BusinessAccount account = em.find(BusinessAccount.class, purchaseOrder.accountId());
    Set<Integer> placed =
        purchaseOrder.lines().stream()
            .filter(PurchaseOrderLine::isPlaced)
            .map(PurchaseOrderLine::position)
            .collect(Collectors.toSet());
    boolean plain = message.channel() == PurchaseOrderMessage.Channel.OCI_ORDER;
    Examination examination =
        examiner.examine(
            connection,
            account,
            null,
            plain || placed.isEmpty() ? message : rest(message, placed),
            recognition.named(message, account.id(), locking),
            noted,
            Instant.now(clock),
            locking);
    boolean whole =
        examination.agreement().differences().stream()
            .allMatch(
                difference -> !difference.reason().holds() || difference.reason().mayBePlaced());
    OrderItem[] theirs =
        examination.items(line -> whole && mayBePlaced(examination, line), directOrders);
    OrderItem[] ours = theirs.clone();
    Map<String, PriceParts> today = today(examination, theirs, connection);
    for (int i = 0; i < theirs.length; i++) {
      if (theirs[i] != null) {
        Agreement.Line line = examination.agreement().lines().get(i);
        ours[i] = ours(theirs[i], line, today);
        theirs[i] = theirs(theirs[i], line);
      }
    }
    int[] positions =
        IntStream.rangeClosed(1, examination.agreement().lines().size() + placed.size())
            .filter(position -> !placed.contains(position))
            .toArray();
    return new Proposal(
        examination,
        account,
        positions,
        replacing,
        Map.of(Decision.Terms.THEIR_PRICE, theirs, Decision.Terms.OUR_PRICE, ours));
  }

  private static boolean mayBePlaced(Examination examination, Agreement.Line line) {
    return (line.match().found() || line.contract() != null)
        && line.differences().stream()
            .allMatch(d -> !d.reason().holds() || d.reason().mayBePlaced());
  }

  /** Their price, where they state one and it can be said to which rate it belongs. */
  private static OrderItem theirs(OrderItem item, Agreement.Line line) {
    BigDecimal price = line.theirs().unitPrice();
    if (price == null
        || item.price().mixed()
        || price.compareTo(item.price().total().amount()) == 0) {
      return item;
    }
    VatRate rate = item.price().reduced().isZero() ? VatRate.STANDARD : VatRate.REDUCED;
    return item.at(PriceParts.of(rate, Money.euro(price)));
  }

  /** What was promised or agreed; today's price for so many pieces where the tier is lost. */
  private static OrderItem ours(
      OrderItem item, Agreement.Line line, Map<String, PriceParts> today) {
    PriceParts price = belowTier(line) ? today.get(item.sku()) : null;
    return price == null ? item : item.at(price);
  }

  private static boolean belowTier(Agreement.Line line) {
    return line.differences().stream().anyMatch(d -> d.reason() == Reason.BELOW_TIER);
  }

  private Map<String, PriceParts> today(
      Examination examination, OrderItem[] items, Connection connection) {
    Map<String, BigDecimal> pieces = new HashMap<>();
    for (int i = 0; i < items.length; i++) {
      if (items[i] != null && belowTier(examination.agreement().lines().get(i))) {
        pieces.merge(items[i].sku(), items[i].quantity(), BigDecimal::add);
      }
    }
    return pieces.isEmpty() ? Map.of() : todaysPrices.of(connection, pieces);
  }

  /** What is left of an order of which a part was placed. Their total says nothing of that. */
  private static PurchaseOrderMessage rest(PurchaseOrderMessage message, Set<Integer> placed) {
    List<PurchaseOrderMessage.Line> lines =
        IntStream.rangeClosed(1, message.lines().size())
            .filter(position -> !placed.contains(position))
            .mapToObj(position -> message.lines().get(position - 1))
            .toList();
    return PlainLines.withLines(message, lines, null);
  }

  /** The message as it was kept; only its secrets are masked. */
  private PurchaseOrderMessage read(PurchaseOrder purchaseOrder) {
    Object[] kept =
        (Object[])
            em.createNativeQuery(
                    "select payload, content_type from message where reference = :reference")
                .setParameter("reference", purchaseOrder.messageReference())
                .getSingleResult();
    byte[] payload = (byte[]) kept[0];
    MediaType type = MediaType.parse((String) kept[1]);
    return switch (purchaseOrder.channel()) {
      case OCI_ORDER ->
          PlainOrder.read(
                  RawParameter.parse(
                      new String(payload, StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
              .toMessage(OffsetDateTime.now(clock));
      case CXML -> {
        CxmlMultipart.Part root = CxmlMultipart.unpack(type, payload).root();
        yield CxmlMessage.read(root.content(), root.type().charset()).order(CxmlAccounting.USUAL);
      }
      case UBL_ORDER -> UblOrderReader.read(payload, type.charset(), UblAccounting.LEDGER_CODE);
      default -> throw new IllegalStateException("No orders come by " + purchaseOrder.channel());
    };
  }
}
