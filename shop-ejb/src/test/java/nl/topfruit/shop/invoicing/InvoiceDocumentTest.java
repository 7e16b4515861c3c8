package nl.topfruit.shop.invoicing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.VatRate;
import nl.topfruit.shop.common.VatSummary;
import nl.topfruit.shop.invoicing.InvoiceDocument.Attachment;
import nl.topfruit.shop.invoicing.InvoiceDocument.Charge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceDocumentTest {

  @ParameterizedTest
  @CsvSource({
    "0.5, 2.3333, 1, 1.17",
    "1, 0.005, 1, 0.01",
    "-1, 0.005, 1, -0.01",
    "3, 2.3333, 1, 7.00",
    "250, 12.50, 100, 31.25",
    "7, 10, 3, 23.33",
    "100000, 121, 100000, 121.00"
  })
  void net_of_a_line_is_price_by_base_times_quantity_rounded_once(
      String quantity, String price, String base, String net) {
    Draft draft = new Draft().line("Appel", quantity, "ST", price, base);
    assertThat(draft.build().lines().get(0).net()).isEqualTo(Money.euro(net));
  }

  @Test
  void total_is_the_sum_of_its_parts() {
    Draft draft = Draft.invoice();
    draft.charges = Charge.proRata(Money.euro("7.50"), draft.build().vat(), "Bezorgkosten");
    InvoiceDocument invoice = draft.build();
    Money parts =
        invoice
            .linesNet()
            .plus(Money.sum(draft.charges.stream().map(Charge::net).toList()))
            .plus(invoice.vat().vat());
    assertThat(invoice.gross()).isEqualTo(parts).isEqualTo(Money.euro("132.09"));
  }

  @ParameterizedTest
  @CsvSource({"7.50", "0.01", "0.02", "-3.33", "1000.01"})
  void delivery_cost_follows_the_goods_to_the_cent(String total) {
    var goods =
        VatSummary.of(
            List.of(
                new VatSummary.Line(VatRate.REDUCED, Money.euro("33.33")),
                new VatSummary.Line(VatRate.STANDARD, Money.euro("66.67"))));
    List<Charge> charges = Charge.proRata(Money.euro(total), goods, "Bezorgkosten");
    assertThat(Money.sum(charges.stream().map(Charge::net).toList())).isEqualTo(Money.euro(total));
  }

  @Test
  void a_negative_price_is_refused_the_quantity_may_be_negative() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Draft().line("Korting", "1", "-5.00"))
        .withMessageContaining("BR-27");
    assertThat(new Draft().line("Korting", "-1", "5.00").build().net())
        .isEqualTo(Money.euro("-5.00"));
  }

  @Test
  void a_line_without_quantity_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Draft().line("Appel", "0", "5.00"));
  }

  @Test
  void an_invoice_without_lines_is_refused() {
    assertThatIllegalArgumentException().isThrownBy(() -> new Draft().build());
  }

  @Test
  void a_line_of_a_purchase_order_needs_its_number() {
    Draft draft = Draft.invoice();
    draft.purchaseOrder = " ";
    assertThatIllegalArgumentException().isThrownBy(draft::build).withMessageContaining("BT-13");
  }

  @Test
  void a_file_that_receivers_refuse_does_not_go_along() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attachment("a.xml", "text/xml", new byte[1]))
        .withMessageContaining("BR-CL-24");
  }
}
