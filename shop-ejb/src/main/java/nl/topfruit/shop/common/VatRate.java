package nl.topfruit.shop.common;

import java.math.BigDecimal;

/**
 * The Dutch VAT rates that we sell under (Wet OB 1968 art. 9): food 9 %, alcohol and lasting goods
 * 21 %.
 */
public enum VatRate {
  REDUCED(9),
  STANDARD(21);

  private final BigDecimal percent;

  VatRate(int percent) {
    this.percent = BigDecimal.valueOf(percent);
  }

  public BigDecimal percent() {
    return percent;
  }

  /**
   * VAT over a net amount of this rate, in cents. To be called once per document and rate, never
   * per line (BR-CO-17).
   */
  public Money over(Money net) {
    return net.times(percent.movePointLeft(2)).rounded();
  }
}
