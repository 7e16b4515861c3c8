package nl.topfruit.shop.common;

import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;

/**
 * A net price as the parts that bear each VAT rate. A basket with a bottle of wine has two parts,
 * plain fruit one; the price that people see is their sum.
 *
 * @param reduced net euro of what is food (9 %), zero when there is none
 * @param standard net euro of the rest (21 %), zero when there is none
 */
@Embeddable
public record PriceParts(Money reduced, Money standard) {

  /** One part of a price. */
  public record Part(VatRate rate, Money net) {}

  public static PriceParts of(VatRate rate, Money net) {
    return rate == VatRate.REDUCED
        ? new PriceParts(net, Money.ZERO)
        : new PriceParts(Money.ZERO, net);
  }

  public Money total() {
    return reduced.plus(standard);
  }

  public Money of(VatRate rate) {
    return rate == VatRate.REDUCED ? reduced : standard;
  }

  /** Both rates are in it, so that a document line, which bears one rate, cannot hold it. */
  public boolean mixed() {
    return !reduced.isZero() && !standard.isZero();
  }

  /** The parts that are not zero, food first. */
  public List<Part> parts() {
    var parts = new ArrayList<Part>(2);
    for (VatRate rate : VatRate.values()) {
      if (!of(rate).isZero()) {
        parts.add(new Part(rate, of(rate)));
      }
    }
    return parts;
  }
}
