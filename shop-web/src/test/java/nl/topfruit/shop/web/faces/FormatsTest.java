package nl.topfruit.shop.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.common.Page;
import org.junit.jupiter.api.Test;

class FormatsTest {
  private static final String SPACE = "\u00a0";

  @Test
  void moneyIsWrittenAsTheReaderWritesIt() {
    assertThat(Formats.money(Money.euro("1234.5"))).isEqualTo("€" + SPACE + "1.234,50");
    assertThat(Formats.money(Money.euro("1234.5"), Language.EN))
        .isEqualTo("€" + SPACE + "1,234.50");
    assertThat(Formats.money(Money.euro("-0.5"))).isEqualTo("€" + SPACE + "-0,50");
  }

  @Test
  void aPriceKeepsDecimalsBeyondTheCent() {
    assertThat(Formats.money(Money.euro("0.0355"))).isEqualTo("€" + SPACE + "0,0355");
  }

  @Test
  void aTotalForToolsIsThePlainNumber() {
    assertThat(Formats.plain(Money.euro("1234.5"))).isEqualTo("1234.50");
  }

  @Test
  void countingStopsWithAPlus() {
    assertThat(Formats.rows(9_999)).isEqualTo("9.999");
    assertThat(Formats.rows(Page.CAP)).isEqualTo("10.000+");
  }

  @Test
  void aDayIsWordAndNumber() {
    LocalDate day = LocalDate.of(2026, 11, 26);
    assertThat(Formats.day(day)).isEqualTo("do 26 nov");
    assertThat(Formats.fullDay(day)).isEqualTo("do 26 nov 2026");
  }

  @Test
  void aMomentIsOneOfTheNetherlands() {
    assertThat(Formats.moment(Instant.parse("2026-07-01T10:00:00Z"))).isEqualTo("wo 1 jul 12:00");
  }

  @Test
  void whatIsAbsentIsSaidByNothing() {
    assertThat(Formats.money(null)).isEmpty();
    assertThat(Formats.day(null)).isEmpty();
    assertThat(Formats.moment(null)).isEmpty();
    assertThat(Formats.number(null)).isEmpty();
  }

  @Test
  void argumentsOfASentenceAreWrittenLikeThePage() {
    assertThat(Formats.plainText(new BigDecimal("1234.5"), Language.NL)).isEqualTo("1.234,5");
    assertThat(Formats.plainText(LocalDate.of(2026, 11, 26), Language.EN)).isEqualTo("Thu 26 Nov");
    assertThat(Formats.plainText(null, Language.NL)).isEmpty();
  }
}
