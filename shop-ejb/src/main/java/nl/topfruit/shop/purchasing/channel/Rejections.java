package nl.topfruit.shop.purchasing.channel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import nl.topfruit.shop.calendar.DeliveryDays;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.ordering.Places;
import nl.topfruit.shop.ordering.Requisition;

/** Their approver says no: the requisition is over and its places are free again. */
@Dependent
class Rejections {
  private static final int LONGEST_NOTE = 400;

  @PersistenceContext private EntityManager em;
  @Inject private DeliveryDays days;
  @Inject private Clock clock;

  /**
   * In the caller's transaction.
   *
   * @param about the message that is refused: our requisition's number, with or without what stands
   *     after an '@'
   * @return the requisition of this account that was meant and still open
   */
  Optional<Requisition> reject(Connection connection, String about, String note) {
    if (about == null) {
      return Optional.empty();
    }
    int at = about.indexOf('@');
    Optional<Requisition> found =
        em.createQuery(
                "select r from Requisition r where r.accountId = :account and r.number = :number",
                Requisition.class)
            .setParameter("account", connection.accountId())
            .setParameter("number", (at < 0 ? about : about.substring(0, at)).strip())
            .setLockMode(LockModeType.PESSIMISTIC_WRITE)
            .getResultStream()
            .findFirst()
            .filter(Requisition::open);
    found.ifPresent(
        requisition -> {
          days.release(Places.heldBy(requisition));
          requisition.reject(
              connection.systemName(),
              note == null || note.length() <= LONGEST_NOTE
                  ? note
                  : note.substring(0, LONGEST_NOTE),
              Instant.now(clock));
        });
    return found;
  }
}
