package nl.topfruit.shop.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTimeTest {

  @ParameterizedTest
  @CsvSource({
    "2020-03-31T21:39:21+01:00, 2020-03-31T20:39:21Z",
    "2000-10-12T18:39:09-08:00, 2000-10-13T02:39:09Z",
    "2026-11-26T09:00:00Z, 2026-11-26T09:00:00Z",
    "2026-11-26T09:00:00.123456789Z, 2026-11-26T09:00:00.123456789Z",
    "2026-11-26T09:00:00+0100, 2026-11-26T08:00:00Z",
    "2026-11-26T09:00:00, 2026-11-26T08:00:00Z",
    "2026-07-26 09:00:00, 2026-07-26T07:00:00Z",
    "2026-11-26T09:00, 2026-11-26T08:00:00Z",
    "2026-11-26, 2026-11-25T23:00:00Z",
    "Mon May 19 18:29:48 +0000 2008, 2008-05-19T18:29:48Z",
    "'Mon, 19 May 2008 18:29:48 GMT', 2008-05-19T18:29:48Z",
    "'Mon, 19 May 2008 18:29:48 +0200', 2008-05-19T16:29:48Z",
  })
  void aMomentIsReadInEveryFormThatIsMet(String text, String instant) {
    assertThat(WireTime.moment(text).orElseThrow().toInstant()).hasToString(instant);
  }

  @ParameterizedTest
  @CsvSource({"''", "gisteren", "26-11-2026", "2026-13-01", "2026-02-30", "20261126T0900"})
  void whatIsNoMomentIsNone(String text) {
    assertThat(WireTime.moment(text)).isEmpty();
    assertThat(WireTime.day(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-26, 2026-11-26",
    "2026-11-26Z, 2026-11-26",
    "2026-11-26+01:00, 2026-11-26",
    "2026-11-26T00:00:00, 2026-11-26",
    "2026-11-25T23:00:00Z, 2026-11-26",
    "2026-11-26T12:00:00+01:00, 2026-11-26",
    "2020-02-28T00:00:00+00:00, 2020-02-28",
  })
  void aDayIsTheDayInTheNetherlands(String text, String day) {
    assertThat(WireTime.day(text).orElseThrow()).hasToString(day);
  }

  @Test
  void whatWeWriteHasANumericOffsetAndNeverZ() {
    assertThat(WireTime.written(OffsetDateTime.parse("2026-11-26T08:00:00Z")))
        .isEqualTo("2026-11-26T09:00:00+01:00");
    assertThat(WireTime.written(OffsetDateTime.parse("2026-07-01T08:00:00.5Z")))
        .isEqualTo("2026-07-01T10:00:00+02:00");
  }
}
