package nl.topfruit.shop.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.protocol.UnreadableMessage.Fault;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemJsonTest {

  @Test
  void everyFaultStandsWithItsXPath() {
    UnreadableMessage message =
        new UnreadableMessage(
            Reason.WRONG_VALUE,
            List.of(
                new Fault("/Order/cbc:ID", "missing", List.of("cbc:ID")),
                new Fault("/Order/x", "quantityTooSmall", List.of("\"0\"\\\u0001🍎"))));

    assertThat(
            new String(ProblemJson.of(message, "REF-1", Locale.ENGLISH), StandardCharsets.US_ASCII))
        .isEqualTo(
            "{\"type\":\"about:blank\",\"title\":\"Data cannot be used\",\"status\":422,"
                + "\"detail\":\"cbc:ID is missing or empty. The quantity must be more than zero, and"
                + " is \\\"0\\\"\\\\\\u0001\\ud83c\\udf4e.\",\"reference\":\"REF-1\",\"errors\":["
                + "{\"xpath\":\"/Order/cbc:ID\",\"code\":\"missing\",\"detail\":\"cbc:ID is missing or"
                + " empty.\"},{\"xpath\":\"/Order/x\",\"code\":\"quantityTooSmall\",\"detail\":\"The"
                + " quantity must be more than zero, and is \\\"0\\\"\\\\\\u0001\\ud83c\\udf4e.\"}]}");
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void everyReasonHasATitle(Reason reason) {
    UnreadableMessage message = new UnreadableMessage(reason, "", "empty");

    assertThat(new String(ProblemJson.of(message, "R", Locale.ENGLISH), StandardCharsets.UTF_8))
        .contains("\"status\":" + reason.ublStatus());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "text/xml; charset=UTF-8 | text/xml | UTF-8 | true",
        "application/xml;charset=\"iso-8859-1\" | application/xml | ISO-8859-1 | true",
        "Application/Vnd.X+XML | application/vnd.x+xml | | true",
        "text/xml; charset=klingon | text/xml | | true",
        "application/json | application/json | | false",
        " | '' | | false",
      })
  void aMediaTypeIsReadLeniently(String header, String type, String charset, boolean isXml) {
    MediaType media = MediaType.parse(header);

    assertThat(media.type()).isEqualTo(type);
    assertThat(media.charset() == null ? null : media.charset().name()).isEqualTo(charset);
    assertThat(media.isXml()).isEqualTo(isXml);
  }
}
