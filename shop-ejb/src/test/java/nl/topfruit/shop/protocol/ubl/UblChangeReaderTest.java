package nl.topfruit.shop.protocol.ubl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.UnreadableMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** OrderChange (T114) and OrderCancellation (T115) of Peppol BIS advanced ordering. */
class UblChangeReaderTest {
  private static final String NUMBER = " 00042 B ";

  @Test
  void aChangeNamesTheOrderItChangesAndHasTheLinesThatStay() {
    PurchaseOrderMessage change =
        read(
            document(
                "OrderChange",
                "<cbc:SequenceNumberID>3</cbc:SequenceNumberID>",
                line("1", "3", "4"),
                line("2", "2", "1"),
                line("3", "1", "5")));
    assertThat(change.kind()).isEqualTo(PurchaseOrderMessage.Kind.UPDATE);
    assertThat(change.orderNumber().raw()).isEqualTo(NUMBER);
    assertThat(change.version()).isEqualTo("3");
    assertThat(change.lines())
        .extracting(PurchaseOrderMessage.Line::lineNumber)
        .as("2 is deleted")
        .containsExactly("1", "3");
    assertThat(change.lines().get(0).quantity()).isEqualByComparingTo("4");
  }

  @Test
  void aChangeThatIsNotCountedHasTheNumberOfItsDocument() {
    assertThat(read(document("OrderChange", "", line("1", "3", "4"))).version()).isEqualTo("#W-7");
  }

  @ParameterizedTest
  @CsvSource({"2, 1", "3, 0", "3, 0.000"})
  void aChangeThatDeletesEveryLineWithdrawsTheOrder(String status, String quantity) {
    PurchaseOrderMessage change = read(document("OrderChange", "", line("1", status, quantity)));
    assertThat(change.kind()).isEqualTo(PurchaseOrderMessage.Kind.CANCEL);
    assertThat(change.lines()).isEmpty();
  }

  @Test
  void aChangeWithoutAnyLineIsNoChange() {
    var fault =
        catchThrowableOfType(
            UnreadableMessage.class, () -> read(document("OrderChange", "", new String[0])));
    assertThat(fault.reason()).isEqualTo(UnreadableMessage.Reason.MISSING);
    assertThat(fault.faults()).extracting(UnreadableMessage.Fault::key).contains("noLines");
  }

  @Test
  void aCancellationNamesItsOrderAndHasNoLines() {
    PurchaseOrderMessage cancellation = read(document("OrderCancellation", "", new String[0]));
    assertThat(cancellation.kind()).isEqualTo(PurchaseOrderMessage.Kind.CANCEL);
    assertThat(cancellation.orderNumber().key()).isEqualTo("00042 B");
    assertThat(cancellation.lines()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"OrderChange", "OrderCancellation"})
  void whichOrderIsMeantMustBeSaid(String root) {
    String document =
        document(root, "", line("1", "3", "4"))
            .replaceAll("<cac:OrderReference>.*?</cac:OrderReference>", "");
    var fault = catchThrowableOfType(UnreadableMessage.class, () -> read(document));
    assertThat(fault.reason()).isEqualTo(UnreadableMessage.Reason.MISSING);
    assertThat(fault.faults().get(0).location()).contains("OrderReference");
  }

  @Test
  void onlyAChangeCanDeleteALine() {
    String order =
        document("Order", "", line("1", "2", "1"))
            .replaceAll("<cac:OrderReference>.*?</cac:OrderReference>", "");
    PurchaseOrderMessage read = read(order);
    assertThat(read.kind()).isEqualTo(PurchaseOrderMessage.Kind.NEW);
    assertThat(read.lines()).hasSize(1);
  }

  private static String line(String number, String status, String quantity) {
    return """
    <cac:OrderLine><cac:LineItem>
      <cbc:ID>%s</cbc:ID>
      <cbc:LineStatusCode>%s</cbc:LineStatusCode>
      <cbc:Quantity unitCode="C62">%s</cbc:Quantity>
      <cac:Price><cbc:PriceAmount currencyID="EUR">34.95</cbc:PriceAmount></cac:Price>
      <cac:Item><cbc:Name>Fruitmand</cbc:Name><cac:SellersItemIdentification><cbc:ID>FM-1004</cbc:ID></cac:SellersItemIdentification></cac:Item>
    </cac:LineItem></cac:OrderLine>
    """
        .formatted(number, status, quantity);
  }

  private static String document(String root, String sequence, String... lines) {
    return """
    <?xml version="1.0" encoding="UTF-8"?>
    <%1$s xmlns="urn:oasis:names:specification:ubl:schema:xsd:%1$s-2"
        xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2"
        xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2">
      <cbc:ID>W-7</cbc:ID>
      <cbc:IssueDate>2026-11-21</cbc:IssueDate>
      %2$s
      <cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>
      <cac:OrderReference><cbc:ID>%3$s</cbc:ID></cac:OrderReference>
      <cac:BuyerCustomerParty><cac:Party><cbc:EndpointID schemeID="0106">12345678</cbc:EndpointID></cac:Party></cac:BuyerCustomerParty>
      %4$s
    </%1$s>
    """
        .formatted(root, sequence, NUMBER, String.join("", lines));
  }

  private static PurchaseOrderMessage read(String document) {
    return UblOrderReader.read(
        document.strip().getBytes(StandardCharsets.UTF_8), null, UblAccounting.LEDGER_CODE);
  }
}
