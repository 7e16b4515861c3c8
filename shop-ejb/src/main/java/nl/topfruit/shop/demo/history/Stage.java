package nl.topfruit.shop.demo.history;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import nl.topfruit.shop.account.Branch;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.fulfilment.Deliveries;
import nl.topfruit.shop.fulfilment.Delivery;
import nl.topfruit.shop.invoicing.issuing.Invoicing;
import nl.topfruit.shop.messaging.Message;
import nl.topfruit.shop.messaging.MessageLog;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.Places;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.ordering.approval.Approvals;
import nl.topfruit.shop.ordering.basket.Baskets;
import nl.topfruit.shop.ordering.checkout.Placing;
import nl.topfruit.shop.protocol.Masking;
import nl.topfruit.shop.protocol.ShipTo;
import nl.topfruit.shop.punchout.CallUps;
import nl.topfruit.shop.punchout.Returns;
import nl.topfruit.shop.security.CurrentUser;
import nl.topfruit.shop.security.Person;

/**
 * What people and systems do in the history, each by the services that they have for it. The clock
 * stands where {@link #at} put it.
 */
@Dependent
class Stage {
  /** An address for documentation (RFC 5737): the customers' systems of the demo. */
  static final String REMOTE = "192.0.2.10";

  @PersistenceContext private EntityManager em;
  @Inject private CallUps callUps;
  @Inject private ShoppingSessions sessions;
  @Inject private Baskets baskets;
  @Inject private Returns returns;
  @Inject private Placing placing;
  @Inject private Approvals approvals;
  @Inject private DeliveryDays days;
  @Inject private Deliveries deliveries;
  @Inject private Invoicing invoicing;
  @Inject private MessageLog log;
  @Inject private CurrentUser user;
  @Inject private PurchasingSystem purchasing;
  @Inject private Clock clock;

  /** From here on it is that moment. */
  Stage at(Instant moment) {
    HistoryClock.putBackTo(moment);
    return this;
  }

  // ---- shopping ----

  /** A call-up, a basket, and the way back to their system. */
  Requisition request(Customer customer, Wish... wishes) {
    SessionIdentity session = sessions.identify(callUp(customer)).orElseThrow();
    asShopper(
        session,
        () -> {
          fill(session, wishes);
          returns.handOver();
        });
    return requisition(session);
  }

  private String callUp(Customer customer) {
    String hook = "http%3A%2F%2Flocalhost%2Fsrm%2Fcatalogue%2Freturn%3Fclient%3D100";
    String user = "USERNAME=" + customer.connection() + "&PASSWORD=";
    String rest = "&HOOK_URL=" + hook + "&~TARGET=_top";
    MessageLog.Entry entry =
        log.received(
            Message.Channel.OCI_CALL_UP,
            REMOTE,
            "GET",
            Masking.maskPasswords(user + Customer.SECRET + rest)
                .getBytes(StandardCharsets.ISO_8859_1));
    return callUps.answer(user + Customer.SECRET + rest, REMOTE, entry).token();
  }

  /** A basket placed in our portal by the orderer of the account. */
  Requisition place(Customer customer, Wish... wishes) {
    Person orderer = person("besteller@" + customer.account() + ".example");
    String[] token = new String[1];
    user.actFor(
        CurrentUser.personName(orderer.id(), orderer.accountId()),
        () -> token[0] = sessions.openForPerson());
    SessionIdentity session = sessions.identify(token[0]).orElseThrow();
    asShopper(
        session,
        () -> {
          fill(session, wishes);
          placing.place();
        });
    return requisition(session);
  }

  private void fill(SessionIdentity session, Wish... wishes) {
    for (Wish wish : wishes) {
      baskets.add(wish.line(purpose(session.accountId(), wish.purpose())));
    }
  }

  private void asShopper(SessionIdentity session, Runnable work) {
    user.actFor(CurrentUser.shopperName(session.sessionId(), session.accountId()), work);
  }

  private Requisition requisition(SessionIdentity session) {
    ShoppingSession shopping = em.find(ShoppingSession.class, session.sessionId());
    return em.find(Requisition.class, shopping.requisitionId());
  }

  private UUID purpose(UUID accountId, String code) {
    return code == null
        ? null
        : em.createQuery(
                "select p.id from Purpose p where p.accountId = :account and p.code = :code",
                UUID.class)
            .setParameter("account", accountId)
            .setParameter("code", code)
            .getSingleResult();
  }

  private Person person(String email) {
    return em.createQuery("select p from Person p where p.email = :email", Person.class)
        .setParameter("email", email)
        .getSingleResult();
  }

  // ---- what becomes of a requisition without an order ----

  /** The account's approver says yes in our portal. */
  void authorise(Customer customer, Requisition requisition, String note) {
    asApprover(customer, () -> approvals.authorise(requisition.number(), note));
  }

  /** The account's approver says no in our portal. */
  void reject(Customer customer, Requisition requisition, String why) {
    asApprover(customer, () -> approvals.reject(requisition.number(), why));
  }

  private void asApprover(Customer customer, Runnable work) {
    Person approver = person("akkoord@" + customer.account() + ".example");
    user.actFor(CurrentUser.personName(approver.id(), approver.accountId()), work);
  }

  /** Whoever asked for it takes it back. */
  void withdraw(Requisition requisition) {
    days.release(Places.heldBy(requisition));
    requisition.withdraw(requisition.contactName(), null, Instant.now(clock));
  }

  /** Nobody answered as long as the promise held. */
  void expire(Requisition requisition) {
    at(requisition.validUntil().plusSeconds(60));
    days.release(Places.heldBy(requisition));
    requisition.expire(Instant.now(clock));
  }

  // ---- orders ----

  PurchasingSystem purchasing() {
    return purchasing;
  }

  /** A branch as their system writes it. */
  ShipTo address(Customer customer, String name) {
    Branch branch =
        em.createQuery(
                "select b from Branch b, BusinessAccount a where a.id = b.accountId and a.key = :key and b.name = :name",
                Branch.class)
            .setParameter("key", customer.account())
            .setParameter("name", name)
            .getSingleResult();
    return new ShipTo(
        branch.code(),
        null,
        branch.name(),
        null,
        branch.address().streetLine(),
        branch.address().postcode(),
        branch.address().city(),
        "NL");
  }

  // ---- what we do ----

  /** No van is free any more on that day. */
  void fill(LocalDate day, int places) {
    em.createNativeQuery(
            """
            insert into delivery_capacity (day, capacity, taken) values (:day, :places, :places)
            on conflict (day) do update set capacity = excluded.capacity, taken = excluded.taken
            """)
        .setParameter("day", day)
        .setParameter("places", places)
        .executeUpdate();
  }

  /**
   * The van of a day: what is due is brought, one every few minutes, and what is complete is
   * invoiced where the account wants it so.
   *
   * @param missed why something was not delivered, by their order number and the place
   */
  void bring(LocalDate day, Map<String, String> missed) {
    List<Object[]> due =
        em.createQuery(
                "select d, o from Delivery d, Order o where o.id = d.orderId and d.deliverOn = :day and d.state = PLANNED order by d.number",
                Object[].class)
            .setParameter("day", day)
            .getResultList();
    Person driver = person("magazijn@topfruit.example");
    Instant stop = Days.at(day, "09:40");
    for (Object[] row : due) {
      var delivery = (Delivery) row[0];
      var order = (Order) row[1];
      stop = stop.plusSeconds(420);
      at(stop);
      String why =
          missed.get(order.purchaseOrderNumber() + " " + delivery.destination().recipient());
      if (why != null) {
        delivery.fail(why, Instant.now(clock));
        continue;
      }
      user.actFor(
          CurrentUser.personName(driver.id(), null),
          () -> deliveries.deliver(delivery.number(), note(delivery)));
      if (isToBeInvoiced(order)) {
        invoicing.invoiceOrder(order.id());
      }
    }
  }

  private static String note(Delivery delivery) {
    return delivery.destination().branchId() == null
        ? "Aan de deur afgegeven"
        : "Aangenomen door " + delivery.destination().recipient();
  }

  /** The same task is in the outbox, where it will find that it was done. */
  private boolean isToBeInvoiced(Order order) {
    return !em.createNativeQuery("select 1 from outbox where kind = 'INVOICE' and payload = :order")
        .setParameter("order", order.id().toString())
        .getResultList()
        .isEmpty();
  }
}
