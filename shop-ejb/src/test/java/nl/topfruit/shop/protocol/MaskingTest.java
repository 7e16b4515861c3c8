package nl.topfruit.shop.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskingTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "USERNAME=a&PASSWORD=geheim&X=1 | USERNAME=a&PASSWORD=***&X=1",
        "password=geheim | password=***",
        "https://shop.example/oci?Password=geheim&HOOK_URL=x | https://shop.example/oci?Password=***&HOOK_URL=x",
        "a=1&%50assword=ge?he=im&b=2 | a=1&%50assword=***&b=2",
        "client_secret=geheim&passwordless=1 | client_secret=***&passwordless=***",
        "PIN=geheim&a=1 | PIN=***&a=1",
        "a=1&b=PASSWORD | a=1&b=PASSWORD",
        "<a><SharedSecret>geheim</SharedSecret></a> | <a><SharedSecret>***</SharedSecret></a>",
        "<a><SharedSecret x='1'><![CDATA[ge<heim]]></SharedSecret>b | <a><SharedSecret x='1'>***</SharedSecret>b",
        "<sharedsecret>geheim</sharedsecret><b>x</b> | <sharedsecret>***</sharedsecret><b>x</b>",
        "<SharedSecret>geheim | <SharedSecret>***",
        "<SharedSecret/><b>x</b> | <SharedSecret/><b>x</b>",
        "<CredentialMac type='x'>geheim</CredentialMac> | <CredentialMac type='x'>***</CredentialMac>",
      })
  void passwordsAreTakenOutAndNothingElse(String raw, String masked) {
    assertThat(Masking.maskPasswords(raw, Set.of("pin"))).isEqualTo(masked);
  }

  @Test
  void aFormInPartsAndAMultipartMessageAreMaskedToo() {
    String form =
        "--x\r\nContent-Disposition: form-data; name=\"PASSWORD\"\r\n\r\ngeheim\r\n--x\r\n"
            + "Content-Disposition: form-data; name=\"a\"\r\n\r\nblijft\r\n--x--";
    String mixed =
        "--x\r\nContent-Type: text/xml\r\n\r\n<SharedSecret>geheim</SharedSecret>\r\n--x--";

    assertThat(Masking.maskPasswords(form)).doesNotContain("geheim").contains("blijft");
    assertThat(Masking.maskPasswords(mixed)).doesNotContain("geheim").endsWith("\r\n--x--");
  }

  @Test
  void theBytesStayTheSameInEveryEncoding() {
    String xml = "<x>ë<SharedSecret>geheim</SharedSecret>ł</x>";
    String masked = "<x>ë<SharedSecret>***</SharedSecret>ł</x>";
    for (var charset :
        new Charset[] {
          StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE
        }) {
      assertThat(Masking.maskPasswords(xml.getBytes(charset), Set.of()))
          .as(charset.name())
          .isEqualTo(masked.getBytes(charset));
    }
    byte[] broken = {(byte) 0xC3, 'a', '=', 1, (byte) 0xFF};
    assertThat(Masking.maskPasswords(broken, Set.of())).isEqualTo(broken);
  }

  @Test
  void aLargeMessageIsMaskedToItsEnd() {
    String body = "name=\"x\" regel\r\n".repeat(200_000) + "&PASSWORD=geheim";
    String nested = "<SharedSecret>".repeat(100_000);

    assertThat(Masking.maskPasswords(body)).doesNotContain("geheim");
    assertThat(Masking.maskPasswords("x" + nested)).isEqualTo("x<SharedSecret>***");
  }
}
