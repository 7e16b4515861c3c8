package nl.topfruit.shop.common;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The amounts of a basket, an order or an invoice: net per rate, VAT once per rate on the sum of
 * its lines, and the totals. The one place where VAT is reckoned.
 *
 * @param rates one row per rate that occurs, food first
 */
public record VatSummary(List<Row> rates) {

  /** Net and VAT of one rate, both in cents. */
  public record Row(VatRate rate, Money net, Money vat) {}

  /** A line's net amount in cents, under its rate. */
  public record Line(VatRate rate, Money net) {}

  public static VatSummary of(Collection<Line> lines) {
    Map<VatRate, Money> nets = new EnumMap<>(VatRate.class);
    for (Line line : lines) {
      nets.merge(line.rate(), line.net().rounded(), Money::plus);
    }
    var rows = new ArrayList<Row>(nets.size());
    nets.forEach((rate, net) -> rows.add(new Row(rate, net, rate.over(net))));
    return new VatSummary(List.copyOf(rows));
  }

  public Money net() {
    return Money.sum(rates.stream().map(Row::net).toList());
  }

  public Money vat() {
    return Money.sum(rates.stream().map(Row::vat).toList());
  }

  public Money gross() {
    return net().plus(vat());
  }
}
