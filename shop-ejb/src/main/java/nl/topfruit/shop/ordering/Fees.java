package nl.topfruit.shop.ordering;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.PriceParts;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.common.VatSummary;

/**
 * What comes on top of goods: the deposit on their crate, and what it costs to deliver them.
 * Basket, review, hand-over and order reckon with these rules and no other.
 *
 * <p>A deposit is a price per piece and bears the VAT rate of what is in the crate. Delivery is
 * paid once per address and day, unless the goods of that delivery reach the amount from which the
 * account pays nothing; it bears the rates of the goods it brings, in proportion to their net
 * amounts (Belastingdienst, combined supplies), and the cent that is left goes to the last rate.
 */
public final class Fees {
  private static final int PROPORTION_DECIMALS = 10;

  private Fees() {}

  /**
   * One line of goods.
   *
   * @param price net per piece
   * @param deposit net per piece, null for none
   */
  public record Goods(DeliveryKey delivery, BigDecimal quantity, PriceParts price, Money deposit) {}

  /**
   * What an account pays for delivery.
   *
   * @param cost net per address and day
   * @param freeFrom net amount of goods in one delivery from which it is free, null for never
   */
  public record Terms(Money cost, Money freeFrom) {}

  /**
   * Net amount in cents of so many pieces; each rate is rounded by itself, as it stands on paper.
   */
  public static Money net(BigDecimal quantity, PriceParts price) {
    return amounts(quantity, price).total();
  }

  /** Net amounts in cents, per rate, of so many pieces. */
  public static PriceParts amounts(BigDecimal quantity, PriceParts price) {
    return new PriceParts(
        price.reduced().times(quantity).rounded(), price.standard().times(quantity).rounded());
  }

  /**
   * The deposit per piece under its VAT rate: that of the goods, and the reduced one where goods
   * bear both; zero for none.
   */
  public static PriceParts depositPrice(PriceParts goods, Money deposit) {
    Money each = deposit == null ? Money.ZERO : deposit;
    return PriceParts.of(goods.reduced().isZero() ? VatRate.STANDARD : VatRate.REDUCED, each);
  }

  /** Net delivery cost in cents, per rate, of the goods of one delivery; zero when it is free. */
  public static PriceParts deliveryCost(Terms terms, Collection<Goods> goodsOfOneDelivery) {
    PriceParts goods = new PriceParts(Money.ZERO, Money.ZERO);
    for (Goods line : goodsOfOneDelivery) {
      PriceParts more = amounts(line.quantity(), line.price());
      goods =
          new PriceParts(
              goods.reduced().plus(more.reduced()), goods.standard().plus(more.standard()));
    }
    Money cost = terms.cost().rounded();
    boolean free = terms.freeFrom() != null && goods.total().compareTo(terms.freeFrom()) >= 0;
    if (goodsOfOneDelivery.isEmpty() || free || cost.isZero()) {
      return new PriceParts(Money.ZERO, Money.ZERO);
    }
    return split(cost, goods);
  }

  private static PriceParts split(Money cost, PriceParts goods) {
    if (goods.standard().isZero()) {
      return PriceParts.of(VatRate.REDUCED, cost);
    }
    BigDecimal share =
        goods
            .reduced()
            .amount()
            .divide(goods.total().amount(), PROPORTION_DECIMALS, RoundingMode.HALF_UP);
    Money reduced = cost.times(share).rounded();
    return new PriceParts(reduced, cost.minus(reduced));
  }

  /** Delivery cost per delivery, in the order in which their first lines come; free ones too. */
  public static Map<DeliveryKey, PriceParts> deliveryCosts(Terms terms, Collection<Goods> goods) {
    Map<DeliveryKey, List<Goods>> deliveries = new LinkedHashMap<>();
    for (Goods line : goods) {
      deliveries.computeIfAbsent(line.delivery(), key -> new ArrayList<>()).add(line);
    }
    Map<DeliveryKey, PriceParts> costs = new LinkedHashMap<>();
    deliveries.forEach((key, lines) -> costs.put(key, deliveryCost(terms, lines)));
    return costs;
  }

  /** Goods, deposits and delivery together, with VAT per rate on the sum of the lines. */
  public static VatSummary summary(Terms terms, Collection<Goods> goods) {
    var lines = new ArrayList<VatSummary.Line>();
    for (Goods line : goods) {
      add(lines, amounts(line.quantity(), line.price()));
      add(lines, amounts(line.quantity(), depositPrice(line.price(), line.deposit())));
    }
    deliveryCosts(terms, goods).values().forEach(cost -> add(lines, cost));
    return VatSummary.of(lines);
  }

  private static void add(List<VatSummary.Line> lines, PriceParts amounts) {
    amounts.parts().forEach(part -> lines.add(new VatSummary.Line(part.rate(), part.net())));
  }
}
