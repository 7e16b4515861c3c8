package nl.topfruit.shop.purchasing.agreement;

import java.math.BigDecimal;
import java.util.Map;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.OrderRules;

/**
 * What is agreed with a connection about its orders.
 *
 * @param requisitionRequired every line must come from a requisition
 * @param fewerAllowed fewer pieces than promised are fine
 * @param placeAgreed lines that agree are placed although others do not
 * @param holdLate an order that comes too late for its day is held and not moved
 * @param differing how far it may differ from the promise
 * @param units our unit to theirs
 * @param live orders may be placed; otherwise the connection is only being tried
 * @param testsCount a message marked as a test is an order like any other: in the demo all are
 */
public record Rules(
    boolean requisitionRequired,
    boolean fewerAllowed,
    boolean placeAgreed,
    boolean holdLate,
    OrderRules differing,
    Map<String, String> units,
    boolean live,
    boolean testsCount) {

  private static final BigDecimal HUNDRED = new BigDecimal("100");

  public Rules {
    units = Map.copyOf(units);
  }

  public static Rules of(Connection connection) {
    return new Rules(
        connection.requisitionRequired(),
        connection.fewerAllowed(),
        connection.onDifference() == Connection.OnDifference.PLACE_AGREED,
        connection.lateOrder() == Connection.LateOrder.HOLD,
        connection.orderRules(),
        connection.profile().units(),
        connection.live(),
        "true".equals(System.getenv("SHOP_DEMO")));
  }

  /** Lines without a requisition may be ordered: everywhere, or beside lines that have one. */
  public boolean directLines() {
    return !requisitionRequired || differing.linesMayBeAdded();
  }

  /** Whether their price is near enough to ours; ours is what counts then. */
  boolean tolerates(BigDecimal ours, BigDecimal theirs) {
    BigDecimal percent = ours.abs().multiply(differing.priceTolerancePercent()).divide(HUNDRED);
    return theirs.subtract(ours).abs().compareTo(differing.priceTolerance().max(percent)) <= 0;
  }

  boolean holdsLate(CutOffClass cutOff) {
    Connection.LateOrder own = differing.late().get(cutOff.name());
    return own == null ? holdLate : own == Connection.LateOrder.HOLD;
  }
}
