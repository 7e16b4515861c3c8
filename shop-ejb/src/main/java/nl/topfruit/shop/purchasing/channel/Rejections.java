package nl.topfruit.shop.purchasing.channel;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.ending.Endings;

/** Their approver says no: the requisition is over and its places are free again. */
@Dependent
class Rejections {
  @PersistenceContext private EntityManager em;
  @Inject private Endings endings;

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
    found.ifPresent(requisition -> endings.reject(requisition, connection.systemName(), note));
    return found;
  }
}
