package nl.topfruit.shop.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchTextTest {

  @ParameterizedTest
  @CsvSource({
    "mand, mand:*",
    "Rode WIJN, rode:* & wijn:*",
    "FM-1004, fm:* & 1004:*",
    "crème, crème:*",
    "appel & peer | !kiwi:*, appel:* & peer:* & kiwi:*",
    "'x''); drop table product; --', x:* & drop:* & table:* & product:*",
    "(beterschap, beterschap:*"
  })
  void everyWordIsWantedAsABeginningAndNothingElseHasAMeaning(String typed, String query) {
    assertThat(SearchText.of(typed).query()).isEqualTo(query);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "&|!():*", "\u0000"})
  void whatHasNoLettersOrDigitsIsNoSearch(String typed) {
    assertThat(SearchText.of(typed).isEmpty()).isTrue();
    assertThat(SearchText.of(null).isEmpty()).isTrue();
  }

  @Test
  void anArticleNumberIsFoundHoweverItIsWritten() {
    assertThat(SearchText.of("FM 1004").pattern()).isEqualTo("fm1004%");
    assertThat(SearchText.of("fm1004").pattern()).isEqualTo("fm1004%");
    assertThat(SearchText.of("fm-1004").pattern()).isEqualTo("fm1004%");
  }

  @Test
  void aNovelIsCutOff() {
    SearchText search = SearchText.of("a".repeat(500) + " b".repeat(500));

    assertThat(search.words()).hasSize(8);
    assertThat(search.words().get(0)).hasSize(40);
  }
}
