package nl.topfruit.shop.protocol.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import nl.topfruit.shop.protocol.Answer;
import nl.topfruit.shop.protocol.AuxiliaryId;
import nl.topfruit.shop.protocol.OrderNumber;
import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainOrderTest {

  private static final String LOGIN = "USERNAME=delinde&PASSWORD=demo&QUOTE=AV-1";

  @Test
  void aQuantityPerItemBecomesALineThatNamesTheRequisitionLine() {
    PurchaseOrderMessage order =
        read(LOGIN + "&ORDERNUMBER=4500012345&QUANTITY[1]=2&QUANTITY%5B2b%5D=1.5")
            .toMessage(OffsetDateTime.parse("2026-11-20T10:00:00+01:00"));

    assertThat(order.orderNumber()).isEqualTo(new OrderNumber("4500012345"));
    assertThat(order.quotationIds()).containsExactly("AV-1");
    assertThat(order.messageId()).isEqualTo("4500012345@AV-1");
    assertThat(order.lines())
        .extracting(line -> line.auxiliary().orElseThrow())
        .containsExactly(new AuxiliaryId("AV-1", "1"), new AuxiliaryId("AV-1", "2b"));
    assertThat(order.lines())
        .extracting(line -> line.quantity().toPlainString())
        .containsExactly("2", "1.5");
  }

  @Test
  void withoutQuantitiesEverythingIsOrderedAsRequested() {
    assertThat(read(LOGIN + "&ORDERNUMBER=1").toMessage(null).lines()).isEmpty();
  }

  @Test
  void theOrderNumberIsKeptToTheLetterAndLookedUpWithoutBlanksAtItsEnds() {
    OrderNumber number = read(LOGIN + "&ORDERNUMBER=+00042+a++B+").orderNumber();

    assertThat(number.raw()).isEqualTo(" 00042 a  B ");
    assertThat(number.key()).isEqualTo("00042 a  B");
  }

  @ParameterizedTest
  @CsvSource({
    "&ORDERNUMBER=1&QUANTITY[1]=0, WRONG_VALUE, quantityTooSmall",
    "&ORDERNUMBER=1&QUANTITY[1]=-1, WRONG_VALUE, quantityTooSmall",
    "&ORDERNUMBER=1&QUANTITY[1]=1000000000, WRONG_VALUE, quantityTooLarge",
    "&ORDERNUMBER=1&QUANTITY[1]=1e9, WRONG_VALUE, notANumber",
    "'&ORDERNUMBER=1&QUANTITY[1]=1,5', WRONG_VALUE, notANumber",
    "&ORDERNUMBER=1&QUANTITY[1]=1.0005, WRONG_VALUE, quantityTooFine",
    "&ORDERNUMBER=1&QUANTITY[1]=1&QUANTITY[1]=2, DOUBLE, double",
    "&ORDERNUMBER=1&ordernumber=2, DOUBLE, double",
    "&ORDERNUMBER=1%00, WRONG_VALUE, controlCharacter",
    "&ORDERNUMBER=, MISSING, missing",
    "'', MISSING, missing",
  })
  void whatCannotBeUsedIsNamed(String rest, Reason reason, String key) {
    UnreadableMessage wrong =
        catchThrowableOfType(UnreadableMessage.class, () -> read(LOGIN + rest));

    assertThat(wrong.reason()).isEqualTo(reason);
    assertThat(wrong.fault().key()).isEqualTo(key);
  }

  @Test
  void theAnswerIsThreeLinesOfText() {
    Answer answer =
        new Answer(
            Answer.Outcome.PARTLY_PLACED,
            new OrderNumber("1"),
            "TF-100",
            "REF-1",
            "Regel 2 wacht\nop kantoor.",
            List.of());

    assertThat(PlainOrder.answer(answer))
        .isEqualTo("PARTLY_PLACED\nTF-100\nRegel 2 wacht op kantoor.\n");
  }

  @Test
  void aConflictIsRefusedUnderItsReference() {
    Answer answer =
        new Answer(
            Answer.Outcome.CONFLICT, new OrderNumber("1"), null, "REF-1", "Anders.", List.of());

    assertThat(PlainOrder.answer(answer)).isEqualTo("REFUSED\nREF-1\nAnders.\n");
    assertThat(PlainOrder.refusal("REF-2", "Nee.")).isEqualTo("REFUSED\nREF-2\nNee.\n");
  }

  private static PlainOrder read(String form) {
    return PlainOrder.read(RawParameter.parse(form, StandardCharsets.UTF_8));
  }
}
