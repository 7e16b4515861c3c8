package nl.topfruit.shop.common;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;

/**
 * An amount with its currency. The amount keeps every decimal it was given; it becomes cents in one
 * place only, {@link #rounded()}, by one rule: half up on the magnitude (EN 16931 BR-CO-17 as
 * applied in the Netherlands). Prices may carry more than two decimals, amounts on a document never
 * do.
 *
 * @param amount excluding VAT unless the name of the holder says otherwise
 * @param currency ISO 4217 code
 */
public record Money(BigDecimal amount, String currency) implements Comparable<Money> {

  public static final String EUR = "EUR";
  public static final Money ZERO = euro(BigDecimal.ZERO);

  public Money {
    Objects.requireNonNull(amount, "amount");
    Objects.requireNonNull(currency, "currency");
  }

  public static Money euro(BigDecimal amount) {
    return new Money(amount, EUR);
  }

  public static Money euro(String amount) {
    return euro(new BigDecimal(amount));
  }

  /** The sum of the amounts; zero euro for none. */
  public static Money sum(Collection<Money> amounts) {
    return amounts.stream().reduce(ZERO, Money::plus);
  }

  public Money plus(Money other) {
    return new Money(amount.add(sameCurrency(other).amount), currency);
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(sameCurrency(other).amount), currency);
  }

  public Money times(BigDecimal factor) {
    return new Money(amount.multiply(factor), currency);
  }

  public Money times(long factor) {
    return times(BigDecimal.valueOf(factor));
  }

  public Money negated() {
    return new Money(amount.negate(), currency);
  }

  /** This amount in cents, half up on the magnitude. */
  public Money rounded() {
    return new Money(amount.setScale(2, RoundingMode.HALF_UP), currency);
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  /** Equal in value: 1.5 and 1.50 are the same money, unlike {@link #equals}. */
  public boolean sameAs(Money other) {
    return currency.equals(other.currency) && amount.compareTo(other.amount) == 0;
  }

  /** The plain number with two decimals at least, '.' as separator: "12.50", "0.005". */
  public String plain() {
    return (amount.scale() < 2 ? amount.setScale(2) : amount).toPlainString();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(sameCurrency(other).amount);
  }

  private Money sameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException(
          "Cannot reckon with " + currency + " and " + other.currency);
    }
    return other;
  }
}
