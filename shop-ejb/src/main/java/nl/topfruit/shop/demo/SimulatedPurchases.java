package nl.topfruit.shop.demo;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.protocol.oci.OciCharset;
import nl.topfruit.shop.protocol.oci.OciReturnReader;
import nl.topfruit.shop.protocol.oci.RawParameter;

/**
 * Keeps the purchases of the simulated systems. Everything here is the demo's; outside demo mode
 * nothing is found.
 */
@Stateless
public class SimulatedPurchases {
  @PersistenceContext private EntityManager em;
  @Inject private SimulatorAccess access;
  @Inject private Clock clock;

  /**
   * How the simulated system calls our shop.
   *
   * @param password of the demo
   */
  public record CallUp(
      String accountKey, String accountName, String systemName, String username, String password) {}

  /** What the simulated system of this account sends at a call-up. Open to all: demo data only. */
  @PermitAll
  public CallUp callUp(String accountKey) {
    SimulatorAccess.Setup setup = access.setup(accountKey);
    return new CallUp(
        accountKey, setup.accountName(), setup.systemName(), accountKey, SimulatorAccess.SECRET);
  }

  /**
   * Takes what our return page posted. Open to all: demo data only.
   *
   * @param body the form as it came
   * @return the purchase, none when nothing was returned
   */
  @PermitAll
  public Optional<UUID> returned(String accountKey, String body) {
    SimulatorAccess.Setup setup = access.setup(accountKey);
    Charset charset = OciCharset.named(setup.charset()).orElseThrow();
    OciReturnReader.Returned returned = OciReturnReader.read(RawParameter.parse(body, charset));
    if (returned.items().isEmpty()) {
      return Optional.empty();
    }
    List<SimulatedPurchase.Line> lines = new ArrayList<>();
    for (Map<String, String> item : returned.items()) {
      lines.add(new SimulatedPurchase.Line(item, new BigDecimal(item.get("QUANTITY"))));
    }
    Number serial =
        (Number) em.createNativeQuery("select nextval('simulated_order_number')").getSingleResult();
    String shown =
        "POST /simulator/hook\nContent-Type: application/x-www-form-urlencoded\n\n"
            + readable(body, charset);
    var purchase =
        new SimulatedPurchase(
            Ids.next(),
            accountKey,
            serial.toString(),
            lines,
            new SimulatedPurchase.Exchange("oci", shown, String.join("\n", returned.faults())),
            Instant.now(clock));
    em.persist(purchase);
    return Optional.of(purchase.id());
  }

  private static String readable(String body, Charset charset) {
    var text = new StringBuilder();
    RawParameter.parse(body, charset)
        .forEach(p -> text.append(p.name()).append(" = ").append(p.value()).append('\n'));
    return text.toString();
  }

  /** One purchase. Open to all: demo data only. */
  @PermitAll
  public SimulatedPurchase find(UUID id) {
    SimulatedPurchase purchase = em.find(SimulatedPurchase.class, id);
    if (purchase == null) {
      throw new NotFound("simulated purchase");
    }
    access.setup(purchase.accountKey());
    return purchase;
  }

  /** The purchases of a system, newest first. Open to all: demo data only. */
  @PermitAll
  public List<SimulatedPurchase> latest(String accountKey) {
    access.setup(accountKey);
    return em.createQuery(
            "select p from SimulatedPurchase p where p.accountKey = :key order by p.createdAt desc",
            SimulatedPurchase.class)
        .setParameter("key", accountKey)
        .setMaxResults(10)
        .getResultList();
  }

  /**
   * Their approver says yes, to these quantities. Open to all: demo data only.
   *
   * @throws BusinessRuleViolation for a quantity that is no number or below zero, and when nothing
   *     is left
   */
  @PermitAll
  public void approve(UUID id, List<String> quantities) {
    List<BigDecimal> numbers = new ArrayList<>();
    for (String quantity : quantities) {
      numbers.add(number(quantity));
    }
    if (numbers.stream().noneMatch(n -> n.signum() > 0)) {
      throw new BusinessRuleViolation("quantity", "demo.nothingApproved");
    }
    locked(id).approve(numbers);
  }

  private static BigDecimal number(String quantity) {
    try {
      BigDecimal number = new BigDecimal(quantity.strip());
      if (number.signum() >= 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // the same answer as for a number below zero
    }
    throw new BusinessRuleViolation("quantity", "demo.quantity", quantity);
  }

  /** Their approver says no. Open to all: demo data only. */
  @PermitAll
  public void reject(UUID id) {
    locked(id).reject();
  }

  /** We answered their order. Open to all: demo data only. */
  @PermitAll
  public void answered(
      UUID id,
      SimulatedPurchase.State state,
      String ourNumber,
      SimulatedPurchase.Exchange exchange) {
    locked(id).answered(state, ourNumber, exchange);
  }

  /** Our numbers of the orders that were placed for a purchase. Open to all: demo data only. */
  @PermitAll
  public List<String> placedAs(UUID id) {
    SimulatedPurchase purchase = find(id);
    return em.createQuery(
            """
            select o.number from Order o, BusinessAccount a
            where a.id = o.accountId and a.key = :key and o.purchaseOrderNumber = :number order by o.number
            """,
            String.class)
        .setParameter("key", purchase.accountKey())
        .setParameter("number", purchase.orderNumber())
        .getResultList();
  }

  /** It was brought. Open to all: demo data only. */
  @PermitAll
  public void delivered(UUID id) {
    locked(id).delivered();
  }

  /** Our invoice agrees with their order. Open to all: demo data only. */
  @PermitAll
  public void booked(UUID id, String invoiceNumber, SimulatedPurchase.Exchange exchange) {
    locked(id).booked(invoiceNumber, exchange);
  }

  private SimulatedPurchase locked(UUID id) {
    SimulatedPurchase purchase =
        em.find(SimulatedPurchase.class, id, LockModeType.PESSIMISTIC_WRITE);
    if (purchase == null) {
      throw new NotFound("simulated purchase");
    }
    access.setup(purchase.accountKey());
    return purchase;
  }
}
