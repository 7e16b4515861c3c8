package nl.topfruit.shop.connection;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How far an order of a customer may differ from what we promised, and what becomes of it then. All
 * of it is data of the connection; what is not said has the value of {@link #USUAL}, which forgives
 * nothing.
 *
 * @param priceTolerance euros per piece by which their price may differ from ours
 * @param priceTolerancePercent the same as a percentage of ours; the larger of the two counts
 * @param moreAllowed more pieces than promised are placed at the promised price
 * @param linesMayBeLeftOut an order may leave out lines of its requisition, which stay open
 * @param linesMayBeAdded beside a requisition an order may hold lines of its own, within the
 *     assortment and at the contract price
 * @param address whose counts when their document names another
 * @param day whose counts when their document names another
 * @param afterValidity what becomes of an order that comes after the promise is over
 * @param severalOrders a requisition may come back as more than one order
 * @param severalRequisitions an order may hold lines of more than one requisition
 * @param belowTier what becomes of a quantity below the one from which the promised price counts
 * @param late what becomes of an order that comes too late for its day, by cut-off class; a class
 *     that is not named follows the connection
 */
public record OrderRules(
    BigDecimal priceTolerance,
    BigDecimal priceTolerancePercent,
    boolean moreAllowed,
    boolean linesMayBeLeftOut,
    boolean linesMayBeAdded,
    Whose address,
    Whose day,
    AfterValidity afterValidity,
    boolean severalOrders,
    boolean severalRequisitions,
    BelowTier belowTier,
    Map<String, Connection.LateOrder> late) {

  /** Whose word counts where theirs is not ours. */
  public enum Whose {
    /** What was promised; theirs is noted. */
    OURS,
    /** What they write, where that is possible. */
    THEIRS,
    /** Somebody looks at it. */
    HOLD
  }

  /** What becomes of an order whose requisition has expired. */
  public enum AfterValidity {
    HOLD,
    PROMISED_PRICE,
    /** At the promised price, as long as today's is not higher. */
    UNLESS_DEARER
  }

  /** What becomes of a price that counts from more pieces than were ordered. */
  public enum BelowTier {
    HOLD,
    KEEP_PRICE,
    /** Today's price for so many pieces, confirmed as changed. */
    NEW_PRICE
  }

  public static final OrderRules USUAL =
      new OrderRules(
          BigDecimal.ZERO,
          BigDecimal.ZERO,
          false,
          true,
          false,
          Whose.OURS,
          Whose.OURS,
          AfterValidity.HOLD,
          true,
          true,
          BelowTier.HOLD,
          Map.of());

  public OrderRules {
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(afterValidity, "afterValidity");
    Objects.requireNonNull(belowTier, "belowTier");
    if (priceTolerance.signum() < 0 || priceTolerancePercent.signum() < 0) {
      throw new IllegalArgumentException("A tolerance is no less than nothing");
    }
    late = Map.copyOf(late);
  }

  /** As it is kept. */
  public String json() {
    JsonObjectBuilder late = Json.createObjectBuilder();
    new TreeMap<>(this.late).forEach((cutOff, what) -> late.add(cutOff, what.name()));
    return Json.createObjectBuilder()
        .add("priceTolerance", priceTolerance)
        .add("priceTolerancePercent", priceTolerancePercent)
        .add("moreAllowed", moreAllowed)
        .add("linesMayBeLeftOut", linesMayBeLeftOut)
        .add("linesMayBeAdded", linesMayBeAdded)
        .add("address", address.name())
        .add("day", day.name())
        .add("afterValidity", afterValidity.name())
        .add("severalOrders", severalOrders)
        .add("severalRequisitions", severalRequisitions)
        .add("belowTier", belowTier.name())
        .add("late", late)
        .build()
        .toString();
  }

  /**
   * What is missing is usual.
   *
   * @throws RuntimeException when it is no JSON or a value cannot be what it says
   */
  public static OrderRules read(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      JsonObject kept = reader.readObject();
      Map<String, Connection.LateOrder> late = new TreeMap<>();
      if (kept.containsKey("late")) {
        JsonObject classes = kept.getJsonObject("late");
        classes
            .keySet()
            .forEach(
                cutOff ->
                    late.put(cutOff, Connection.LateOrder.valueOf(classes.getString(cutOff))));
      }
      return new OrderRules(
          amount(kept, "priceTolerance"),
          amount(kept, "priceTolerancePercent"),
          kept.getBoolean("moreAllowed", USUAL.moreAllowed),
          kept.getBoolean("linesMayBeLeftOut", USUAL.linesMayBeLeftOut),
          kept.getBoolean("linesMayBeAdded", USUAL.linesMayBeAdded),
          Whose.valueOf(kept.getString("address", USUAL.address.name())),
          Whose.valueOf(kept.getString("day", USUAL.day.name())),
          AfterValidity.valueOf(kept.getString("afterValidity", USUAL.afterValidity.name())),
          kept.getBoolean("severalOrders", USUAL.severalOrders),
          kept.getBoolean("severalRequisitions", USUAL.severalRequisitions),
          BelowTier.valueOf(kept.getString("belowTier", USUAL.belowTier.name())),
          late);
    }
  }

  private static BigDecimal amount(JsonObject kept, String name) {
    return kept.containsKey(name) ? kept.getJsonNumber(name).bigDecimalValue() : BigDecimal.ZERO;
  }
}
