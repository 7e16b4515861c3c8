package nl.topfruit.shop.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeutralRecordsTest {

  @ParameterizedTest
  @CsvSource({
    "Fruitmand M Rozenhof do 26-11 #K7Q-2, K7Q-2",
    "FRUITMAND M ROZENHOF DO 26-11 #k7q-2, K7Q-2",
    "Mand #1-van-2 do 26-11 #K7Q-12 (spoed), K7Q-12",
    "Mand #AB-1 #K7Q-2, K7Q-2",
    "Mand zonder sleutel, ",
    "Mand #KQ, ",
    ", ",
  })
  void theLastLineKeyInADescriptionCounts(String description, String key) {
    assertThat(LineKey.in(description).orElse(null)).isEqualTo(key);
  }

  @ParameterizedTest
  @CsvSource({
    "AV-1/2, AV-1, 2",
    "' AV-1/2 ', AV-1, 2",
    "AV/1/2, AV/1, 2",
    "AV-1, , ",
    "/2, , ",
    "AV-1/, , ",
    ", , ",
    "product-requisition:6236, , ",
  })
  void anAuxiliaryIdHasTwoPartsOrIsNotOurs(String text, String quote, String item) {
    assertThat(AuxiliaryId.parse(text).map(AuxiliaryId::quoteId).orElse(null)).isEqualTo(quote);
    assertThat(AuxiliaryId.parse(text).map(AuxiliaryId::quoteItem).orElse(null)).isEqualTo(item);
  }

  @ParameterizedTest
  @CsvSource({
    "PCE, C62",
    "EA, C62",
    "c62, C62",
    "H87, C62",
    "' ea ', C62",
    "KGM, KGM",
    "NAR, NAR",
    "'', "
  })
  void everyWayToSayOnePieceIsOnePiece(String raw, String unit) {
    assertThat(Units.normalise(raw)).isEqualTo(unit);
  }

  @Test
  void partiesAreComparedBySchemeWithoutCaseAndByValue() {
    assertThat(new PartyId("NetworkId", " x ").isSameAs(new PartyId("networkid", "x"))).isTrue();
    assertThat(new PartyId("NetworkId", "X").isSameAs(new PartyId("NetworkId", "x"))).isFalse();
  }

  @Test
  void everySentenceExistsInBothLanguagesAndTakesTheSameArguments() throws IOException {
    Properties dutch = bundle("nl");
    Properties english = bundle("en");

    assertThat(dutch.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
    for (String key : dutch.stringPropertyNames()) {
      assertThat(english.getProperty(key).replaceAll("[^{}0-9]", "").chars().sorted().toArray())
          .as(key)
          .isEqualTo(dutch.getProperty(key).replaceAll("[^{}0-9]", "").chars().sorted().toArray());
      assertThat(dutch.getProperty(key) + english.getProperty(key)).as(key).doesNotContain("'");
    }
  }

  @Test
  void aFaultIsASentenceInDutchUnlessEnglishIsAsked() {
    UnreadableMessage wrong =
        new UnreadableMessage(UnreadableMessage.Reason.MISSING, "QUOTE", "missing", "QUOTE");

    assertThat(ProtocolTexts.sentence(Locale.FRENCH, wrong))
        .isEqualTo("QUOTE ontbreekt of is leeg.");
    assertThat(ProtocolTexts.sentence(Locale.UK, wrong)).isEqualTo("QUOTE is missing or empty.");
  }

  @Test
  void quotedValuesAreShortAndNumbersArePlain() {
    assertThat(Quantities.shortened("x".repeat(50))).isEqualTo("x".repeat(40) + "…");
    for (String wrong :
        List.of("", " ", "1,5", "1e9", "1.2.3", "0x1", "１", "NaN", "--1", "9".repeat(40))) {
      assertThat(Quantities.number(wrong)).as(wrong).isEmpty();
    }
    assertThat(Quantities.number(" 12. "))
        .hasValueSatisfying(n -> assertThat(n).isEqualByComparingTo("12"));
  }

  private static Properties bundle(String language) throws IOException {
    Properties properties = new Properties();
    try (InputStream in =
        NeutralRecordsTest.class.getResourceAsStream("protocol_" + language + ".properties")) {
      properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    }
    return properties;
  }
}
