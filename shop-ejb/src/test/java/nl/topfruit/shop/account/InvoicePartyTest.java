package nl.topfruit.shop.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.topfruit.shop.account.InvoiceParty.Gap;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.common.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoicePartyTest {

  @Test
  void aCompanyWithItsNumbersLacksNothing() {
    assertThat(party("90001001", null, "NL990001001B01", "0106", "90001001").gaps()).isEmpty();
  }

  @Test
  void aGovernmentBodyIsKnownByItsOin() {
    assertThat(
            party(null, "00000009000200200000", "NL900020020B01", "0190", "00000009000200200000")
                .gaps())
        .isEmpty();
  }

  @Test
  void whatAnInvoiceMustNameAndIsNotThereIsAGap() {
    assertThat(party(null, null, null, null, null).gaps())
        .containsExactly(Gap.REGISTRATION, Gap.VAT_ID, Gap.ENDPOINT);
  }

  @ParameterizedTest
  @CsvSource({
    "1234567, NL990001001B01, 0106, 90001001, REGISTRATION",
    "90001001, 990001001B01, 0106, 90001001, VAT_ID",
    "90001001, NL990001001B01, 0106, 900010, ENDPOINT",
    "90001001, NL990001001B01, , 90001001, ENDPOINT",
    "90001001, NL990001001B01, 0106, , ENDPOINT"
  })
  void aNumberOfTheWrongShapeCountsAsNone(
      String kvk, String vat, String scheme, String endpoint, Gap gap) {
    assertThat(party(kvk, null, vat, scheme, endpoint).gaps()).containsExactly(gap);
  }

  @ParameterizedTest
  @CsvSource({
    "1234567, , kvk",
    "90001001, NL1, vat-id",
  })
  void aNumberThatCannotBeRightIsNotWrittenDown(String kvk, String vat, String field) {
    InvoiceParty party = party(null, null, null, null, null);
    assertThatThrownBy(() -> party.isRegisteredAs(kvk, null, vat, null, null))
        .isInstanceOfSatisfying(
            BusinessRuleViolation.class, e -> assertThat(e.field()).isEqualTo(field));
    assertThat(party.kvkNumber()).isNull();
  }

  private static InvoiceParty party(
      String kvk, String oin, String vat, String scheme, String endpoint) {
    return new InvoiceParty(
        Ids.next(),
        "Proef B.V.",
        kvk,
        oin,
        vat,
        scheme,
        endpoint,
        new Address("Proefweg", "1", "9998 ZX", "Proefstad", "NL"),
        null,
        null,
        30);
  }
}
