package nl.topfruit.shop.purchasing.agreement;

import java.util.Map;
import nl.topfruit.shop.connection.Connection;

/**
 * What is agreed with a connection about its orders.
 *
 * @param requisitionRequired every line must come from a requisition
 * @param fewerAllowed less than promised is fine; more never is
 * @param placeAgreed lines that agree are placed although others do not
 * @param holdLate an order that comes too late for its day is held and not moved
 * @param units our unit to theirs
 * @param live orders may be placed; otherwise the connection is only being tried
 * @param testsCount a message marked as a test is an order like any other: in the demo all are
 */
public record Rules(
    boolean requisitionRequired,
    boolean fewerAllowed,
    boolean placeAgreed,
    boolean holdLate,
    Map<String, String> units,
    boolean live,
    boolean testsCount) {

  public Rules {
    units = Map.copyOf(units);
  }

  public static Rules of(Connection connection) {
    return new Rules(
        connection.requisitionRequired(),
        connection.fewerAllowed(),
        connection.onDifference() == Connection.OnDifference.PLACE_AGREED,
        connection.lateOrder() == Connection.LateOrder.HOLD,
        connection.profile().units(),
        connection.live(),
        "true".equals(System.getenv("SHOP_DEMO")));
  }
}
