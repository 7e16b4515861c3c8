package nl.topfruit.shop.ordering.history;

import static nl.topfruit.shop.security.Role.OFFICE;
import static nl.topfruit.shop.security.Role.SHOP_ADMIN;
import static nl.topfruit.shop.security.Role.WAREHOUSE;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.topfruit.shop.audit.AuditLog;
import nl.topfruit.shop.common.ListQuery;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;

/** What all customers have ordered, for our staff. */
@Stateless
public class OrderBook {
  @PersistenceContext private EntityManager em;
  @Inject private AuditLog audit;

  /**
   * Orders of all accounts, newest first. Searches our number and theirs, or the customer's name;
   * filters and sorts as {@link OrderHistory#find}.
   */
  @RolesAllowed({OFFICE, WAREHOUSE, SHOP_ADMIN})
  public Page<OrderRow> find(TableQuery asked) {
    ListQuery query = OrderQuery.of(asked);
    List<String> words = ListQuery.patterns(asked.search());
    if (!words.isEmpty()) {
      String inNumbers =
          words.stream()
              .map(word -> OrderQuery.SEARCHED + " like :word" + words.indexOf(word))
              .collect(Collectors.joining(" and "));
      query.where(
          inNumbers + " or o.account_id = any(:accounts)", "accounts", accountsNamed(words));
      words.forEach(word -> query.with("word" + words.indexOf(word), word));
    }
    return query.page(em, asked, OrderQuery::row);
  }

  /** Found first, so that both ways of searching can use their index. */
  private UUID[] accountsNamed(List<String> words) {
    @SuppressWarnings("unchecked")
    List<UUID> found =
        em.createNativeQuery(
                "select a.id from business_account a where lower(a.name || ' ' || a.key) like all (:words)",
                UUID.class)
            .setParameter("words", words.toArray(String[]::new))
            .getResultList();
    return found.toArray(UUID[]::new);
  }

  /**
   * One order with its lines, and who is to be reached for it; that it was looked at is recorded.
   *
   * @throws NotFound when there is no such order
   */
  @RolesAllowed({OFFICE, WAREHOUSE, SHOP_ADMIN})
  public OrderView order(String number) {
    OrderView order = OrderReader.read(em, number, null, null);
    audit.record(order.accountId(), "order.read", "order", number, null, null);
    return order;
  }

  /**
   * The texts of an order's cards by the number of the line, for those who print them; that they
   * were looked at is recorded.
   */
  @RolesAllowed(WAREHOUSE)
  public Map<Integer, String> cardTexts(String number) {
    List<Object[]> found =
        em.createQuery(
                """
                select l.position, l.card.text, o.accountId from Order o join o.lines l
                where o.number = :number and l.card.design is not null and l.card.text is not null
                """,
                Object[].class)
            .setParameter("number", number)
            .getResultList();
    found.stream()
        .findFirst()
        .ifPresent(
            row -> audit.record((UUID) row[2], "card-text.read", "order", number, null, null));
    return found.stream()
        .collect(Collectors.toMap(row -> (Integer) row[0], row -> (String) row[1]));
  }
}
