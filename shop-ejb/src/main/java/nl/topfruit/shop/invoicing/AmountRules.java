package nl.topfruit.shop.invoicing;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import nl.topfruit.shop.common.Money;

/**
 * What the official rules let through in the amounts: they allow VAT to be a euro off, and NLCIUS
 * any line amount. Matching on the buyer's side does not.
 */
final class AmountRules {
  private AmountRules() {}

  static void check(UblNode invoice, List<UblNode> lines, Consumer<Finding> found) {
    for (UblNode subtotal : invoice.all("TaxTotal/TaxSubtotal")) {
      vat(subtotal, found);
    }
    for (UblNode line : lines) {
      net(line, found);
      zeroPrice(line, found);
    }
  }

  private static void vat(UblNode subtotal, Consumer<Finding> found) {
    Optional<BigDecimal> taxable = subtotal.number("TaxableAmount");
    Optional<BigDecimal> percent = subtotal.number("TaxCategory/Percent");
    Optional<BigDecimal> said = subtotal.number("TaxAmount");
    if (taxable.isPresent() && percent.isPresent() && said.isPresent()) {
      BigDecimal right = cents(taxable.get().multiply(percent.get().movePointLeft(2)));
      if (right.compareTo(said.get()) != 0) {
        found.accept(
            Finding.ours(
                "TF-VAT",
                subtotal.xpath() + "/TaxAmount",
                percent.get().toPlainString(),
                taxable.get().toPlainString(),
                said.get().toPlainString(),
                right.toPlainString()));
      }
    }
  }

  private static void net(UblNode line, Consumer<Finding> found) {
    Optional<BigDecimal> price = line.number("Price/PriceAmount");
    Optional<BigDecimal> quantity =
        line.number("InvoicedQuantity").or(() -> line.number("CreditedQuantity"));
    Optional<BigDecimal> said = line.number("LineExtensionAmount");
    BigDecimal base = line.number("Price/BaseQuantity").orElse(BigDecimal.ONE);
    if (price.isPresent() && quantity.isPresent() && said.isPresent() && base.signum() > 0) {
      BigDecimal goods =
          cents(price.get().multiply(quantity.get()).divide(base, MathContext.DECIMAL128));
      BigDecimal right = goods.add(charges(line));
      if (right.compareTo(said.get()) != 0) {
        found.accept(
            Finding.ours(
                "TF-LINE-NET",
                line.xpath() + "/LineExtensionAmount",
                line.text("ID"),
                said.get().toPlainString(),
                right.toPlainString()));
      }
    }
  }

  private static BigDecimal charges(UblNode line) {
    BigDecimal sum = BigDecimal.ZERO;
    for (UblNode charge : line.all("AllowanceCharge")) {
      BigDecimal amount = cents(charge.number("Amount").orElse(BigDecimal.ZERO));
      sum = charge.text("ChargeIndicator").equals("true") ? sum.add(amount) : sum.subtract(amount);
    }
    return sum;
  }

  private static void zeroPrice(UblNode line, Consumer<Finding> found) {
    if (line.number("Price/PriceAmount").filter(price -> price.signum() == 0).isPresent()) {
      found.accept(
          Finding.ours("TF-ZERO-PRICE", line.xpath() + "/Price/PriceAmount", line.text("ID")));
    }
  }

  private static BigDecimal cents(BigDecimal amount) {
    return Money.euro(amount).rounded().amount();
  }
}
