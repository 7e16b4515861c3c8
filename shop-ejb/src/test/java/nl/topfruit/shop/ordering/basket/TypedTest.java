package nl.topfruit.shop.ordering.basket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import nl.topfruit.shop.common.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTest {

  @ParameterizedTest
  @CsvSource({"1, 1", "'  3 ', 3", "9999, 9999", "'2,0', 2", "2.00, 2", "+5, 5", "007, 7"})
  void aQuantityIsAWholeNumber(String typed, int quantity) {
    assertThat(Typed.quantity(typed, 1)).isEqualTo(quantity);
  }

  @ParameterizedTest
  @CsvSource({
    "0, ordering.quantityTooSmall",
    "-1, ordering.quantityTooSmall",
    "1.5, ordering.quantityNotWhole",
    "'1,5', ordering.quantityNotWhole",
    "1000000000, ordering.quantityTooLarge",
    "10000, ordering.quantityTooLarge",
    "1e9, ordering.quantityUnreadable",
    "NaN, ordering.quantityUnreadable",
    "één, ordering.quantityUnreadable",
    "٣, ordering.quantityUnreadable",
    "99999999999999999999999999, ordering.quantityUnreadable"
  })
  void whatIsNoPossibleQuantityIsSaidAtItsField(String typed, String key) {
    var refusal = catchThrowableOfType(BusinessRuleViolation.class, () -> Typed.quantity(typed, 1));

    assertThat(refusal.key()).isEqualTo(key);
    assertThat(refusal.field()).isEqualTo("quantity");
  }

  @Test
  void fewerThanTheSmallestQuantityIsTooFew() {
    assertThat(Typed.quantity("25", 25)).isEqualTo(25);
    assertThat(Typed.quantity("", 25)).isEqualTo(25);
    assertThatThrownBy(() -> Typed.quantity("24", 25)).hasMessageContaining("quantityTooSmall");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-11-26", "26-11-2026", " 26/11/2026 ", "26.11.2026"})
  void aDayIsReadAsItIsWrittenHere(String typed) {
    assertThat(Typed.day(typed)).isEqualTo(LocalDate.of(2026, 11, 26));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-02-30", "31-13-2026", "morgen", "26-11", "2026-11-26T00:00"})
  void whatIsNoDayIsSaidAtItsField(String typed) {
    var refusal = catchThrowableOfType(BusinessRuleViolation.class, () -> Typed.day(typed));

    assertThat(refusal.field()).isEqualTo("deliver-on");
    assertThat(refusal.key()).isEqualTo("ordering.dayUnreadable");
  }

  @ParameterizedTest
  @CsvSource({"1234 AB, 1234 AB", "1234ab, 1234 AB", "' 1234  Ab ', 1234 AB"})
  void aPostcodeIsWrittenInOneWay(String typed, String postcode) {
    assertThat(Typed.postcode(typed)).isEqualTo(postcode);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0123 AB", "1234", "AB 1234", "12345 AB", "1234 A1"})
  void whatIsNoPostcodeIsSaid(String typed) {
    assertThatThrownBy(() -> Typed.postcode(typed)).hasMessageContaining("postcodeUnreadable");
  }

  @ParameterizedTest
  @CsvSource({
    "4120, 4120",
    "4120 · Verpleging Lindehof, 4120",
    "' 0041-20 ', 0041-20",
    "onbekend maar zo getypt, onbekend maar zo getypt"
  })
  void aCostCentreIsKeptAsItIsTypedWithoutTheNameThatWasSuggested(String typed, String code) {
    assertThat(Typed.costCentre(typed)).isEqualTo(code);
  }

  @Test
  void aCostCentreHasThirtyFiveCharactersAtMost() {
    assertThat(Typed.costCentre("x".repeat(35))).hasSize(35);
    assertThatThrownBy(() -> Typed.costCentre("x".repeat(36))).hasMessageContaining("tooLong");
  }

  @Test
  void textBecomesOneLineWithoutControlCharacters() {
    assertThat(Typed.line("recipient", " Afdeling\t3\r\n  gang\u0007 B ", 120))
        .isEqualTo("Afdeling 3 gang B");
    assertThat(Typed.line("recipient", " \n ", 120)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"06 12 34 56 78", "+31 88 000 12 34", "tst. 123456", "a.b@linde.example"})
  void somebodyIsReachedByTelephoneOrMail(String typed) {
    assertThat(Typed.reach(typed)).isEqualTo(typed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bel maar", "12345", "a@b@c", "@linde.example"})
  void whatReachesNobodyIsSaid(String typed) {
    assertThatThrownBy(() -> Typed.reach(typed)).hasMessageContaining("reachUnreadable");
  }
}
