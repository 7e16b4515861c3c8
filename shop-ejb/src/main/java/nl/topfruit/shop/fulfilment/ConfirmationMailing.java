package nl.topfruit.shop.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.Mail;
import nl.topfruit.shop.messaging.Mailer;
import nl.topfruit.shop.messaging.Outbox;
import nl.topfruit.shop.messaging.OutboxHandler;
import nl.topfruit.shop.ordering.LineKind;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.OrderCancelled;
import nl.topfruit.shop.ordering.OrderLine;
import nl.topfruit.shop.ordering.OrderPlaced;
import nl.topfruit.shop.security.Person;

/**
 * Tells the orderer what comes on which day as soon as his order is placed, and that nothing comes
 * when it is withdrawn. An order that a later version has replaced is not mentioned: the
 * confirmation of the new one says all.
 */
@ApplicationScoped
public class ConfirmationMailing implements OutboxHandler {
  static final String KIND = "ORDER_MAIL";
  private static final String TEXTS = "fulfilment.fulfilment";
  private static final String CANCELLED = "CANCELLED|";

  @PersistenceContext private EntityManager em;
  @Inject private Outbox outbox;
  @Inject private Mailer mailer;

  void placed(@Observes OrderPlaced event) {
    outbox.put(KIND, event.orderId().toString(), event.orderId().toString());
  }

  void cancelled(@Observes OrderCancelled event) {
    outbox.put(KIND, CANCELLED + event.orderId(), CANCELLED + event.orderId());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(String dedupeKey, String payload) throws MessagingException, IOException {
    boolean cancellation = payload.startsWith(CANCELLED);
    Order order =
        em.find(
            Order.class,
            UUID.fromString(cancellation ? payload.substring(CANCELLED.length()) : payload));
    Optional<String> reach = reach(order);
    boolean news = cancellation ? !replaced(order) : order.state() == Order.State.PLACED;
    if (reach.isPresent() && news) {
      mailer.send(
          cancellation ? cancellation(order, reach.get()) : confirmation(order, reach.get()),
          new Mailer.About(order.accountId(), order.number(), Links.order(order.id())));
    }
  }

  private Optional<String> reach(Order order) {
    return Optional.ofNullable(order.contactReach())
        .filter(contact -> contact.contains("@"))
        .or(
            () ->
                Optional.ofNullable(order.personId())
                    .map(id -> em.find(Person.class, id))
                    .map(Person::email));
  }

  private boolean replaced(Order order) {
    return order.purchaseOrderNumber() != null
        && em.createQuery(
                    """
                    select count(o) from Order o where o.connectionId = :connection and o.purchaseOrderNumber = :number
                      and o.id <> :id and o.state <> CANCELLED
                    """,
                    Long.class)
                .setParameter("connection", order.connectionId())
                .setParameter("number", order.purchaseOrderNumber())
                .setParameter("id", order.id())
                .getSingleResult()
            > 0;
  }

  private static String theirs(Order order) {
    return order.purchaseOrderNumber() != null ? order.purchaseOrderNumber() : order.number();
  }

  private Mail cancellation(Order order, String reach) {
    Locale reader = Locale.forLanguageTag(order.language());
    return new Mail(
        reach,
        Texts.of(TEXTS, reader, "cancelled.subject", theirs(order)),
        Texts.of(TEXTS, reader, "cancelled.text", theirs(order), order.number()),
        List.of());
  }

  private Mail confirmation(Order order, String reach) {
    Locale reader = Locale.forLanguageTag(order.language());
    String deliveries =
        em.createQuery(
                "select d from Delivery d where d.orderId = :order order by d.deliverOn, d.number",
                Delivery.class)
            .setParameter("order", order.id())
            .getResultStream()
            .map(delivery -> stop(delivery, order, reader))
            .collect(Collectors.joining("\n\n"));
    return new Mail(
        reach,
        Texts.of(TEXTS, reader, "placed.subject", theirs(order)),
        Texts.of(TEXTS, reader, "placed.text", theirs(order), order.number(), deliveries),
        List.of());
  }

  /** One address on one day, and what comes there; who lives at a private one is not mailed. */
  private static String stop(Delivery delivery, Order order, Locale reader) {
    CalendarText days = CalendarText.in(reader);
    String day = days.dayWithYear(delivery.deliverOn());
    String promised = days.dayWithYear(delivery.promisedOn());
    boolean moved =
        delivery.deliverOn().isAfter(delivery.promisedOn())
            && order.lines().stream()
                .anyMatch(
                    line ->
                        delivery.id().equals(line.deliveryId())
                            && line.requisitionLineId() != null);
    var to = delivery.destination();
    String where =
        to.privateAddress()
            ? Texts.of(TEXTS, reader, "mail.otherAddress")
            : to.address().streetLine() + ", " + to.address().city();
    String goods =
        order.lines().stream()
            .filter(line -> delivery.id().equals(line.deliveryId()))
            .filter(line -> line.kind() == LineKind.GOODS)
            .map(ConfirmationMailing::goods)
            .collect(Collectors.joining("\n"));
    String key = moved ? "placed.stopMoved" : "placed.stop";
    return Texts.of(TEXTS, reader, key, day, where, promised) + "\n" + goods;
  }

  private static String goods(OrderLine line) {
    return "- " + line.quantity().stripTrailingZeros().toPlainString() + " × " + line.name();
  }
}
