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
import java.util.UUID;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.Mail;
import nl.topfruit.shop.messaging.Mailer;
import nl.topfruit.shop.messaging.Outbox;
import nl.topfruit.shop.messaging.OutboxHandler;
import nl.topfruit.shop.ordering.Order;

/** Tells the orderer that it has arrived, so that he can book the receipt in his system. */
@ApplicationScoped
public class ArrivalMailing implements OutboxHandler {
  static final String KIND = "ARRIVAL_MAIL";
  private static final String TEXTS = "fulfilment.fulfilment";

  @PersistenceContext private EntityManager em;
  @Inject private Outbox outbox;
  @Inject private Mailer mailer;

  void arrived(@Observes DeliveryArrived event) {
    outbox.put(KIND, event.deliveryId().toString(), event.deliveryId().toString());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(String dedupeKey, String payload) throws MessagingException, IOException {
    Delivery delivery = em.find(Delivery.class, UUID.fromString(payload));
    Order order = em.find(Order.class, delivery.orderId());
    String reach =
        order.contactReach() != null ? order.contactReach() : delivery.destination().contactReach();
    if (reach == null || !reach.contains("@")) {
      return;
    }
    Locale locale = Locale.forLanguageTag(order.language());
    String theirs =
        order.purchaseOrderNumber() != null ? order.purchaseOrderNumber() : order.number();
    String where =
        delivery.destination().privateAddress()
            ? Texts.of(TEXTS, locale, "mail.otherAddress")
            : delivery.destination().address().streetLine()
                + ", "
                + delivery.destination().address().city();
    String day = CalendarText.in(locale).dayWithYear(delivery.deliverOn());
    mailer.send(
        new Mail(
            reach,
            Texts.of(TEXTS, locale, "mail.subject", theirs),
            Texts.of(TEXTS, locale, "mail.text", theirs, order.number(), day, where),
            List.of()),
        new Mailer.About(order.accountId(), order.number(), Links.order(order.id())));
  }
}
