package nl.topfruit.shop.commitment.casefile;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import nl.topfruit.shop.connection.traffic.Subjects;
import nl.topfruit.shop.connection.traffic.Traffic;
import nl.topfruit.shop.messaging.Links;

/**
 * Finds what belongs together, from any part of it: a basket that became a requisition, the orders
 * that came of it, and their invoices.
 */
@Dependent
class CaseFinder {
  /** From a session to an invoice and back to its other orders; more is another case. */
  private static final int MOST_STEPS = 3;

  /** Stands in an empty list, which SQL does not have; no thing has this id. */
  private static final UUID NOTHING = new UUID(0, 0);

  @PersistenceContext private EntityManager em;
  @Inject private Traffic traffic;

  /** The ids of a case; a set never is empty, so that a query can name it. */
  static final class Ids {
    final Set<UUID> sessions = new HashSet<>(Set.of(NOTHING));
    final Set<UUID> requisitions = new HashSet<>(Set.of(NOTHING));
    final Set<UUID> purchaseOrders = new HashSet<>(Set.of(NOTHING));
    final Set<UUID> orders = new HashSet<>(Set.of(NOTHING));
    final Set<UUID> invoices = new HashSet<>(Set.of(NOTHING));

    private int size() {
      return Stream.of(sessions, requisitions, purchaseOrders, orders, invoices)
          .mapToInt(Set::size)
          .sum();
    }

    private static void add(Set<UUID> set, Object id) {
      if (id != null) {
        set.add((UUID) id);
      }
    }
  }

  Ids of(Links links) {
    var ids = new Ids();
    Ids.add(ids.sessions, links.sessionId());
    Ids.add(ids.requisitions, links.requisitionId());
    Ids.add(ids.purchaseOrders, links.purchaseOrderId());
    Ids.add(ids.orders, links.orderId());
    Ids.add(ids.invoices, links.invoiceId());
    int before;
    int steps = 0;
    do {
      before = ids.size();
      step(ids);
    } while (ids.size() > before && ++steps < MOST_STEPS);
    return ids;
  }

  private void step(Ids ids) {
    rows(
            "select r.id, r.sessionId from Requisition r where r.id in :requisitions or r.sessionId in :sessions",
            ids)
        .forEach(
            row -> {
              Ids.add(ids.requisitions, row[0]);
              Ids.add(ids.sessions, row[1]);
            });
    rows(
            "select p.id, p.requisitionId, p.orderId from PurchaseOrder p where p.id in :purchaseOrders or p.requisitionId in :requisitions or p.orderId in :orders",
            ids)
        .forEach(
            row -> {
              Ids.add(ids.purchaseOrders, row[0]);
              Ids.add(ids.requisitions, row[1]);
              Ids.add(ids.orders, row[2]);
            });
    rows(
            "select i.id, i.orderId from Invoice i where i.id in :invoices or i.orderId in :orders",
            ids)
        .forEach(
            row -> {
              Ids.add(ids.invoices, row[0]);
              Ids.add(ids.orders, row[1]);
            });
    rows(
            "select o.id, o.requisitionId, o.purchaseOrderId from Order o where o.id in :orders or o.requisitionId in :requisitions",
            ids)
        .forEach(
            row -> {
              Ids.add(ids.orders, row[0]);
              Ids.add(ids.requisitions, row[1]);
              Ids.add(ids.purchaseOrders, row[2]);
            });
  }

  private List<Object[]> rows(String query, Ids ids) {
    var typed = em.createQuery(query, Object[].class);
    for (var parameter : typed.getParameters()) {
      typed.setParameter(parameter.getName(), set(parameter.getName(), ids));
    }
    return typed.getResultList();
  }

  private static Set<UUID> set(String name, Ids ids) {
    return switch (name) {
      case "sessions" -> ids.sessions;
      case "requisitions" -> ids.requisitions;
      case "purchaseOrders" -> ids.purchaseOrders;
      case "orders" -> ids.orders;
      default -> ids.invoices;
    };
  }

  CaseView view(String reference, Ids ids) {
    return new CaseView(
        visits(ids),
        things(
            "select r.number, '', r.state from Requisition r where r.id in :requisitions order by r.createdAt",
            ids),
        things(
            "select p.orderNumber, p.messageReference, p.state from PurchaseOrder p where p.id in :purchaseOrders order by p.receivedAt",
            ids),
        things(
            "select o.number, '', o.state from Order o where o.id in :orders order by o.placedAt",
            ids),
        things(
            "select i.number, '', i.state from Invoice i where i.id in :invoices and i.number is not null order by i.issuedAt",
            ids),
        traffic.about(
            new Subjects(
                reference,
                ids.sessions,
                ids.requisitions,
                ids.purchaseOrders,
                ids.orders,
                ids.invoices)));
  }

  private List<CaseView.Visit> visits(Ids ids) {
    return rows(
            "select s.state, s.openedAt, s.endedAt, s.hookUrl from ShoppingSession s where s.id in :sessions order by s.openedAt",
            ids)
        .stream()
        .map(
            row ->
                new CaseView.Visit(
                    (Enum<?>) row[0], (Instant) row[1], (Instant) row[2], host((String) row[3])))
        .toList();
  }

  /** Only the server: the rest of the address may hold what opens the buyer's own session. */
  private static String host(String hook) {
    return hook == null ? null : hook.replaceFirst("(?i)^(https?://[^/?#]*).*", "$1");
  }

  private List<CaseView.Thing> things(String query, Ids ids) {
    return rows(query, ids).stream()
        .map(row -> new CaseView.Thing((String) row[0], (String) row[1], (Enum<?>) row[2]))
        .toList();
  }
}
