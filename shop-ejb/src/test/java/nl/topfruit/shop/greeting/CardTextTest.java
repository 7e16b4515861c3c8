package nl.topfruit.shop.greeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import nl.topfruit.shop.common.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CardTextTest {

  @Test
  void lineBreaksOfTheWriterAreKeptAndSpacesAtTheEdgesAreNot() {
    CardText text = CardText.fit("  Lieve Anna, \r\n\r\nbeterschap!\r", CardFont.HAND);
    assertThat(text.lines()).containsExactly("Lieve Anna,", "", "beterschap!");
    assertThat(text.fits()).isTrue();
    assertThat(text.length()).isEqualTo("Lieve Anna,\n\nbeterschap!".length());
  }

  @ParameterizedTest
  @EnumSource(CardFont.class)
  void aLineThatIsTooLongIsBrokenBetweenWordsAndNoLineIsWiderThanTheCard(CardFont font) {
    CardText text =
        CardText.fit(
            "Hartelijk bedankt voor alle goede zorgen van de afgelopen weken op de afdeling.",
            font);
    assertThat(text.lines()).hasSizeGreaterThan(1);
    assertThat(String.join(" ", text.lines()))
        .isEqualTo(
            "Hartelijk bedankt voor alle goede zorgen van de afgelopen weken op de afdeling.");
    assertThat(text.lines())
        .allSatisfy(
            line ->
                assertThat(font.typeface().width(line) * font.size())
                    .isLessThanOrEqualTo(CardText.LINE_WIDTH));
  }

  @ParameterizedTest
  @EnumSource(CardFont.class)
  void aWordThatIsWiderThanTheCardIsBrokenWithAHyphen(CardFont font) {
    String word = "Hottentottententententoonstellingsterreinbewakersopleidingsdag";
    CardText text = CardText.fit(word, font);
    assertThat(text.lines()).hasSizeGreaterThan(1);
    assertThat(text.lines().get(0)).endsWith("-");
    assertThat(String.join("", text.lines()).replace("-", "")).isEqualTo(word);
    assertThat(text.fits()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(CardFont.class)
  void lettersOfTheNamesOfPeopleArePrinted(CardFont font) {
    String text = "Zoë, Michał, Ștefan, Šárka, Åse, Gül: € 25 – ‘fijn’ “zo” … ½";
    assertThat(CardText.fit(text, font).unprintable()).isEmpty();
  }

  @Test
  void anAccentTypedApartIsPrintedAsOneLetter() {
    assertThat(CardText.fit("Zoe\u0308", CardFont.HAND).lines()).containsExactly("Zoë");
  }

  @Test
  void anEmojiIsNamedOnceAndAsOneCharacter() {
    CardText text = CardText.fit("Bedankt 👩\u200D⚕\uFE0F 🎉 🎉", CardFont.HAND);
    assertThat(text.unprintable()).containsExactly("👩\u200D⚕\uFE0F", "🎉");
    assertThat(text.fits()).isFalse();
    assertThat(text.lines()).containsExactly("Bedankt");
  }

  @Test
  void aScriptFromRightToLeftIsNamedNotPrintedAsBoxes() {
    CardText text = CardText.fit("שלום", CardFont.PRINT);
    assertThat(text.unprintable()).containsExactly("ש", "ל", "ו", "ם");
    assertThat(text.lines()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\u0007b", "a\u202Eb", "a\u200Bb", "a\uFEFFb"})
  void aCharacterThatNobodySeesIsNamedByItsCode(String typed) {
    assertThat(CardText.fit(typed, CardFont.HAND).unprintable())
        .singleElement()
        .asString()
        .startsWith("U+");
  }

  @Test
  void blanksOfWordProcessorsAreBlanks() {
    assertThat(CardText.fit("van\u00A0ons\u2009allen\ten\u202Fmeer", CardFont.HAND).lines())
        .containsExactly("van ons allen en meer");
  }

  @Test
  void sixLinesFitAndSevenDoNot() {
    assertThat(CardText.fit("1\n2\n3\n4\n5\n6", CardFont.HAND).fits()).isTrue();
    CardText seven = CardText.fit("1\n2\n3\n4\n5\n6\n7", CardFont.HAND);
    assertThat(seven.tooManyLines()).isTrue();
    assertThat(seven.printedLines()).hasSize(6);
    assertViolation(seven, "greeting.textTooManyLines", 7, 6);
  }

  @Test
  void twoHundredAndFortyCharactersFitAndOneMoreDoesNot() {
    String most = "iiii ".repeat(48).strip() + "i";
    assertThat(most).hasSize(240);
    assertThat(CardText.fit(most, CardFont.HAND).fits()).isTrue();
    CardText more = CardText.fit(most + "i", CardFont.HAND);
    assertThat(more.tooLong()).isTrue();
    assertViolation(more, "greeting.textTooLong", 241, 240);
  }

  @Test
  void whatCannotBePrintedIsSaidFirst() {
    assertViolation(CardText.fit("🎉", CardFont.HAND), "greeting.textUnprintable", "🎉");
  }

  @Test
  void noTextIsAnEmptyCard() {
    assertThat(CardText.fit(null, CardFont.HAND).lines()).isEmpty();
    assertThat(CardText.fit(" \n ", CardFont.HAND).check().lines()).isEmpty();
  }

  private static void assertViolation(CardText text, String key, Object... arguments) {
    assertThatThrownBy(text::check)
        .isInstanceOfSatisfying(
            BusinessRuleViolation.class,
            violation -> {
              assertThat(violation.field()).isEqualTo("card-text");
              assertThat(violation.key()).isEqualTo(key);
              assertThat(violation.arguments()).containsExactly(arguments);
            });
  }
}
