package nl.topfruit.shop.purchasing.intake;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.account.InvoiceParty;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.calendar.DeliveryCalendar;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderItem;
import nl.topfruit.shop.ordering.Orders;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.Answer.Outcome;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.purchasing.Incoming;
import nl.topfruit.shop.purchasing.PurchaseOrder;
import nl.topfruit.shop.purchasing.PurchaseOrderLine;
import nl.topfruit.shop.purchasing.agreement.Agreement;
import nl.topfruit.shop.purchasing.agreement.Difference;
import nl.topfruit.shop.purchasing.agreement.Reason;

/**
 * Takes in one authorised order, whichever way it came: claim its number, recognise what it
 * authorises, hold it against the promise, place or hold it, and remember the answer. All of it is
 * one transaction of the caller; the number is claimed first, so that the same order is handled
 * once and its twin, even at the same instant, waits and gets the same answer.
 */
@Dependent
public class OrderIntake {
  @PersistenceContext private EntityManager em;
  @Inject private Claims claims;
  @Inject private Recognition recognition;
  @Inject private DirectOrders directOrders;
  @Inject private Examiner examiner;
  @Inject private OrderChanges changes;
  @Inject private DeliveryDays days;
  @Inject private Orders orders;
  @Inject private Clock clock;

  /**
   * What became of it.
   *
   * @param first the moment of the first answer: a duplicate gets that very answer again
   * @param reference of the first message in the message log
   * @param duplicate it was known already
   * @param parties the account's legal entities, and others that the document names
   * @param links the purchase order that was made or met again, and what became of it
   */
  public record Received(
      Answer answer,
      Instant first,
      String reference,
      boolean duplicate,
      BusinessAccount account,
      List<InvoiceParty> parties,
      Links links) {

    public Locale reader() {
      return Locale.forLanguageTag(account.language());
    }
  }

  /** One order at work. */
  private record Work(
      Incoming incoming,
      Connection connection,
      BusinessAccount account,
      UUID branchId,
      PurchaseOrderMessage message,
      PurchaseOrder purchaseOrder,
      Instant now) {

    public Locale reader() {
      return Locale.forLanguageTag(account.language());
    }

    OrderNumber number() {
      return new OrderNumber(message.orderNumber().key());
    }
  }

  /**
   * In the caller's transaction.
   *
   * @param connection authenticated by the caller
   * @param branchId the branch of the credential that was used, null for none
   * @param reference of this message in the message log
   */
  public Received receive(
      Connection connection, UUID branchId, PurchaseOrderMessage message, String reference) {
    BusinessAccount account = em.find(BusinessAccount.class, connection.accountId());
    var incoming = new Incoming(connection, message, ContentHash.of(message), reference, now());
    Claims.Claim claim = claims.claim(incoming);
    List<InvoiceParty> parties = recognition.parties(message, account.id());
    if (claim.earlier() != null) {
      return repeated(claim.earlier(), incoming, account, parties);
    }
    var work =
        new Work(incoming, connection, account, branchId, message, claim.own(), incoming.now());
    Answer answer = judge(work, parties);
    return new Received(
        answer, incoming.now(), reference, false, account, parties, links(claim.own()));
  }

  private static Links links(PurchaseOrder order) {
    return new Links(null, order.requisitionId(), order.id(), order.orderId(), null);
  }

  /** As the database keeps it, so that a repeated answer bears the same moment. */
  private Instant now() {
    return Instant.now(clock).truncatedTo(ChronoUnit.MILLIS);
  }

  /** The same again gets the first answer; another content under the same number is a conflict. */
  private Received repeated(
      PurchaseOrder first, Incoming incoming, BusinessAccount account, List<InvoiceParty> parties) {
    Optional<PurchaseOrder> known =
        first.contentHash().equals(incoming.hash())
            ? Optional.of(first)
            : claims.knownConflict(incoming);
    if (known.isPresent()) {
      return new Received(
          Answers.read(known.get().answer()),
          known.get().receivedAt(),
          known.get().messageReference(),
          true,
          account,
          parties,
          links(known.get()));
    }
    Answer answer =
        Answers.conflict(
            new OrderNumber(incoming.number()),
            incoming.reference(),
            Locale.forLanguageTag(account.language()));
    PurchaseOrder conflict = PurchaseOrder.conflict(incoming);
    AsSent.write(conflict, incoming.message());
    conflict.answered(
        List.of(Difference.ofOrder(Reason.NUMBER_TAKEN, first.messageReference())),
        Answers.json(answer));
    em.persist(conflict);
    lines(conflict, incoming.message());
    return new Received(
        answer, incoming.now(), incoming.reference(), false, account, parties, links(conflict));
  }

  /** Of {@code /oci/order} only what was named is known, which is no line yet. */
  private void lines(PurchaseOrder purchaseOrder, PurchaseOrderMessage message) {
    if (message.channel() != PurchaseOrderMessage.Channel.OCI_ORDER) {
      AsSent.lines(purchaseOrder, message).forEach(em::persist);
    }
  }

  // ---- judging ----

  private Answer judge(Work work, List<InvoiceParty> parties) {
    PurchaseOrderMessage message = work.message();
    Recognition.Buyer buyer = recognition.buyer(message, work.connection(), parties);
    if (buyer == Recognition.Buyer.SOMEBODY_ELSES) {
      return refuse(work, Difference.ofOrder(Reason.OTHER_BUYER));
    }
    List<Difference> noted = new ArrayList<>();
    if (buyer == Recognition.Buyer.UNKNOWN) {
      noted.add(Difference.ofOrder(Reason.BUYER_UNKNOWN, names(message)));
    }
    return message.kind() == PurchaseOrderMessage.Kind.NEW
        ? judgeNew(work, noted)
        : judgeChange(work, noted);
  }

  private Answer judgeNew(Work work, List<Difference> noted) {
    PurchaseOrderMessage message = work.message();
    List<Requisition> requisitions = recognition.named(message, work.account().id(), true);
    String quote = message.quotationId() == null ? null : message.quotationId().strip();
    if (quote != null && requisitions.stream().noneMatch(r -> r.number().equals(quote))) {
      Difference unknown = Difference.ofOrder(Reason.UNKNOWN_REQUISITION, quote);
      if (message.channel() == PurchaseOrderMessage.Channel.OCI_ORDER) {
        return refuse(work, unknown);
      }
      noted.add(unknown);
    }
    return settle(work, examine(work, requisitions, noted), Replacing.NOTHING);
  }

  private Examination examine(Work work, List<Requisition> requisitions, List<Difference> noted) {
    return examiner.examine(
        work.connection(),
        work.account(),
        work.branchId(),
        work.message(),
        requisitions,
        noted,
        work.now(),
        true);
  }

  // ---- a later version, or the withdrawal ----

  /** What happens to the order that is changed, when the change is carried out and when not. */
  private record Replacing(boolean change, Runnable carriedOut, Runnable not) {
    static final Replacing NOTHING = new Replacing(false, () -> {}, () -> {});
  }

  private Answer judgeChange(Work work, List<Difference> noted) {
    Optional<OrderChanges.Standing> found = changes.standing(work.purchaseOrder(), true);
    if (found.isEmpty()) {
      return refuse(work, Difference.ofOrder(Reason.UNKNOWN_ORDER, work.number().key()));
    }
    OrderChanges.Standing standing = found.get();
    Optional<Difference> obstacle =
        OrderChanges.older(work.incoming(), standing)
            .or(() -> changes.obstacle(standing, calendar(work), work.now()));
    if (obstacle.isPresent()) {
      return refuse(work, obstacle.get());
    }
    if (work.message().kind() == PurchaseOrderMessage.Kind.CANCEL) {
      return withdraw(work, standing);
    }
    if (standing.orders().isEmpty()) {
      standing.purchaseOrder().superseded();
      changes.supersede(standing);
      return judgeNew(work, noted);
    }
    return change(work, standing, noted);
  }

  private DeliveryCalendar calendar(Work work) {
    return days.calendar("nl".equals(work.account().language()));
  }

  private Answer withdraw(Work work, OrderChanges.Standing standing) {
    changes.withdraw(standing);
    PurchaseOrder own = work.purchaseOrder();
    AsSent.write(own, work.message());
    lines(own, work.message());
    Answer answer =
        Answers.withdrawn(
            work.number(),
            own.messageReference(),
            standing.orders().stream().map(Order::number).findFirst(),
            work.reader());
    own.cancelled();
    own.answered(List.of(), Answers.json(answer));
    return answer;
  }

  private Answer change(Work work, OrderChanges.Standing standing, List<Difference> noted) {
    if (!changes.asPromised(standing)) {
      noted.add(Difference.ofOrder(Reason.CHANGE));
      changes.supersede(standing);
      return settle(
          work, examine(work, named(work), noted), new Replacing(true, () -> {}, () -> {}));
    }
    OrderChanges.Reopened reopened = changes.reopen(standing, true);
    return settle(
        work,
        examine(work, named(work), noted),
        new Replacing(
            true,
            () -> changes.replace(standing, reopened),
            () -> {
              changes.close(reopened);
              changes.supersede(standing);
            }));
  }

  private List<Requisition> named(Work work) {
    return recognition.named(work.message(), work.account().id(), true);
  }

  private static String names(PurchaseOrderMessage message) {
    return message.buyerIds().stream()
        .map(Object::toString)
        .distinct()
        .limit(5)
        .collect(Collectors.joining(", "));
  }

  // ---- what becomes of it ----

  private Answer settle(Work work, Examination examination, Replacing replacing) {
    Agreement agreement = examination.agreement();
    AsSent.write(work.purchaseOrder(), examination.message());
    List<PurchaseOrderLine> lines = AsSent.lines(work.purchaseOrder(), agreement);
    boolean inPart = agreement.outcome() == Outcome.PARTLY_PLACED;
    if (agreement.outcome() == Outcome.HELD || replacing.change() && inPart) {
      return hold(work, agreement, examination.calendar(), lines, replacing);
    }
    OrderItem[] items = examination.items(Agreement.Line::agrees, directOrders);
    Optional<List<OrderItem>> reserved =
        orders.reserve(Stream.of(items).filter(Objects::nonNull).toList(), examination.calendar());
    if (reserved.isEmpty()) {
      Agreement full = agreement.heldFor(Difference.ofOrder(Reason.NO_DAY_LEFT));
      return hold(work, full, examination.calendar(), lines, replacing);
    }
    int next = 0;
    for (int i = 0; i < items.length; i++) {
      if (items[i] != null) {
        items[i] = reserved.get().get(next++);
        lines.get(i).placed();
      }
    }
    // not before: a question to the database in between would write them twice
    lines.forEach(em::persist);
    replacing.carriedOut().run();
    return place(work, agreement, examination.requisitions(), items);
  }

  private Answer place(
      Work work, Agreement agreement, List<Requisition> requisitions, OrderItem[] items) {
    PurchaseOrder purchaseOrder = work.purchaseOrder();
    Optional<Requisition> only =
        requisitions.size() == 1 ? Optional.of(requisitions.get(0)) : Optional.empty();
    Order order =
        orders.place(
            purchaseOrder.origin(only, work.account().language()),
            Stream.of(items).filter(Objects::nonNull).toList());
    Answer answer =
        Answers.placed(
            work.number(),
            purchaseOrder.messageReference(),
            order,
            agreement,
            items,
            work.reader());
    purchaseOrder.authorises(only.map(Requisition::id).orElse(null));
    purchaseOrder.placed(order.id(), agreement.outcome() == Outcome.PLACED);
    purchaseOrder.answered(agreement.allDifferences(), Answers.json(answer));
    return answer;
  }

  private Answer hold(
      Work work,
      Agreement found,
      DeliveryCalendar calendar,
      List<PurchaseOrderLine> lines,
      Replacing replacing) {
    lines.forEach(em::persist);
    replacing.not().run();
    boolean said = found.differences().stream().anyMatch(d -> d.reason() == Reason.CHANGE);
    Agreement agreement =
        replacing.change() && !said ? found.heldFor(Difference.ofOrder(Reason.CHANGE)) : found;
    PurchaseOrder purchaseOrder = work.purchaseOrder();
    Answer answer =
        Answers.held(work.number(), purchaseOrder.messageReference(), agreement, work.reader());
    Instant before =
        agreement.lines().stream()
            .filter(line -> line.match().found())
            .map(line -> line.match().item())
            .map(
                item ->
                    calendar.decideBefore(
                        item.deliverOn(), CutOffClass.valueOf(item.cutOffClass())))
            .filter(moment -> moment.isAfter(work.now()))
            .min(Comparator.naturalOrder())
            .orElse(null);
    Set<UUID> requisitions =
        agreement.lines().stream()
            .filter(line -> line.match().promise() != null)
            .map(line -> line.match().promise().id())
            .collect(Collectors.toSet());
    purchaseOrder.authorises(requisitions.size() == 1 ? requisitions.iterator().next() : null);
    purchaseOrder.held(before);
    purchaseOrder.answered(agreement.allDifferences(), Answers.json(answer));
    return answer;
  }

  private Answer refuse(Work work, Difference why) {
    PurchaseOrder purchaseOrder = work.purchaseOrder();
    Answer answer =
        Answers.refused(work.number(), purchaseOrder.messageReference(), why, work.reader());
    AsSent.write(purchaseOrder, work.message());
    lines(purchaseOrder, work.message());
    purchaseOrder.refused();
    purchaseOrder.answered(List.of(why), Answers.json(answer));
    return answer;
  }
}
