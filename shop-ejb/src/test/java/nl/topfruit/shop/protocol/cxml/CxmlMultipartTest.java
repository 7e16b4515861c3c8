package nl.topfruit.shop.protocol.cxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import nl.topfruit.shop.protocol.MediaType;
import nl.topfruit.shop.protocol.UnreadableMessage;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import org.junit.jupiter.api.Test;

class CxmlMultipartTest {

  private static final String MESSAGE =
      "voorwoord\r\n--grens\r\nContent-Type: application/pdf; name=\"bon.pdf\"\r\nContent-ID: <bon@x>\r\n"
          + "Content-Transfer-Encoding: base64\r\n\r\nSGFsbG8=\r\n--grens\r\n"
          + "Content-Type: text/xml;\r\n charset=\"UTF-8\"\r\nContent-ID: <order@x>\r\n\r\n<cXML>één</cXML>\r\n"
          + "--grens\r\nContent-Type: text/xml\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<a b=3D\"1\">=C3=A9=\r\n</a>\r\n--grens--\r\nnawoord";

  @Test
  void theRootIsThePartThatStartNamesAndTheOthersAreAttachments() {
    CxmlMultipart.Unpacked unpacked =
        unpack(
            "multipart/related; boundary=\"grens\"; type=\"text/xml\"; start=\"<order@x>\"",
            MESSAGE);

    assertThat(unpacked.root().content())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("<cXML>één</cXML>");
    assertThat(unpacked.root().type().charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(unpacked.attachments()).hasSize(2);
    assertThat(unpacked.attachments().get(0).contentId()).isEqualTo("bon@x");
    assertThat(unpacked.attachments().get(0).name()).isEqualTo("bon.pdf");
    assertThat(unpacked.attachments().get(0).content()).asString().isEqualTo("Hallo");
    assertThat(unpacked.attachments().get(1).content())
        .asString(StandardCharsets.UTF_8)
        .isEqualTo("<a b=\"1\">é</a>");
  }

  @Test
  void withoutStartTheFirstXmlPartIsTheRoot() {
    assertThat(unpack("multipart/related; boundary=grens", MESSAGE).root().contentId())
        .isEqualTo("order@x");
  }

  @Test
  void lineEndsWithoutCarriageReturnAreReadToo() {
    assertThat(
            unpack(
                    "multipart/mixed; boundary=grens",
                    "--grens\nContent-Type: application/xml\n\n<a/>\n--grens--\n")
                .root()
                .content())
        .asString()
        .isEqualTo("<a/>");
  }

  @Test
  void aDocumentThatIsNotMultipartIsItsOwnRoot() {
    CxmlMultipart.Unpacked unpacked = unpack("text/xml; charset=utf-8", "<a/>");

    assertThat(unpacked.root().content()).asString().isEqualTo("<a/>");
    assertThat(unpacked.root().type().charset()).isEqualTo(StandardCharsets.UTF_8);
    assertThat(unpacked.attachments()).isEmpty();
  }

  @Test
  void aBinaryAttachmentStaysToTheByte() {
    byte[] binary = new byte[256];
    for (int i = 0; i < binary.length; i++) {
      binary[i] = (byte) i;
    }
    String message =
        "--g\r\nContent-Type: text/xml\r\n\r\n<a/>\r\n--g\r\nContent-Type: application/pdf\r\n\r\n"
            + new String(binary, StandardCharsets.ISO_8859_1)
            + "\r\n--g--";

    assertThat(
            CxmlMultipart.unpack(
                    MediaType.parse("multipart/related;boundary=g"),
                    message.getBytes(StandardCharsets.ISO_8859_1))
                .attachments()
                .get(0)
                .content())
        .isEqualTo(binary);
  }

  @Test
  void withoutAnyXmlOrBoundaryItIsBroken() {
    for (String type : new String[] {"multipart/related", "multipart/related; boundary=anders"}) {
      assertThat(
              catchThrowableOfType(UnreadableMessage.class, () -> unpack(type, MESSAGE)).reason())
          .as(type)
          .isEqualTo(Reason.BROKEN);
    }
  }

  private static CxmlMultipart.Unpacked unpack(String type, String message) {
    return CxmlMultipart.unpack(MediaType.parse(type), message.getBytes(StandardCharsets.UTF_8));
  }
}
