package nl.topfruit.shop.ordering.ending;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.account.BusinessAccount;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.common.Clocks;
import nl.topfruit.shop.common.Texts;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.messaging.Links;
import nl.topfruit.shop.messaging.Mail;
import nl.topfruit.shop.messaging.Mailer;
import nl.topfruit.shop.messaging.OutboxHandler;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.RequisitionLine;
import nl.topfruit.shop.security.Person;

/**
 * Tells the orderer what became of what he asked for, and before it is too late that nothing did.
 * Where no mail address of him is known there is no letter: the portal shows the same.
 */
@ApplicationScoped
public class RequisitionMailing implements OutboxHandler {
  static final String KIND = "REQUISITION_MAIL";
  private static final String TEXTS = "ordering.ordering";

  @PersistenceContext private EntityManager em;
  @Inject private Mailer mailer;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void handle(String dedupeKey, String payload) throws MessagingException, IOException {
    String[] task = payload.split("\\|");
    Letter letter = Letter.valueOf(task[0]);
    Requisition requisition = em.find(Requisition.class, UUID.fromString(task[1]));
    Optional<Person> person =
        Optional.ofNullable(requisition.personId()).map(id -> em.find(Person.class, id));
    Optional<String> reach =
        Optional.ofNullable(requisition.contactReach())
            .filter(contact -> contact.contains("@"))
            .or(() -> person.map(Person::email));
    boolean tooLate = letter == Letter.REMINDER && !requisition.open();
    if (reach.isPresent() && !tooLate) {
      Locale reader = Locale.forLanguageTag(language(requisition, person));
      mailer.send(
          letter(letter, requisition, reach.get(), reader),
          new Mailer.About(
              requisition.accountId(),
              requisition.number(),
              Links.requisition(requisition.sessionId(), requisition.id())));
    }
  }

  private String language(Requisition requisition, Optional<Person> person) {
    return person
        .map(Person::language)
        .orElseGet(() -> em.find(BusinessAccount.class, requisition.accountId()).language());
  }

  private Mail letter(Letter letter, Requisition requisition, String reach, Locale reader) {
    CalendarText days = CalendarText.in(reader);
    String until =
        days.dayWithYear(LocalDate.ofInstant(requisition.validUntil(), Clocks.AMSTERDAM));
    String first =
        requisition.lines().stream()
            .filter(line -> line.remaining().signum() > 0)
            .map(RequisitionLine::deliverOn)
            .min(Comparator.naturalOrder())
            .map(days::dayWithYear)
            .orElse(until);
    String where = where(requisition, reader);
    String note =
        requisition.decisionNote() == null
            ? Texts.of(TEXTS, reader, "letter.noReason")
            : requisition.decisionNote();
    String by = requisition.decidedBy() == null ? "" : requisition.decidedBy();
    String key = "letter." + letter.name();
    return new Mail(
        reach,
        Texts.of(TEXTS, reader, key + ".subject", requisition.number(), until),
        Texts.of(TEXTS, reader, key, requisition.number(), until, first, where, by, note),
        List.of());
  }

  /** The customer's own system, by its name there, or our portal. */
  private String where(Requisition requisition, Locale reader) {
    return requisition.connectionId() == null
        ? Texts.of(TEXTS, reader, "letter.portal")
        : em.find(Connection.class, requisition.connectionId()).systemName();
  }
}
