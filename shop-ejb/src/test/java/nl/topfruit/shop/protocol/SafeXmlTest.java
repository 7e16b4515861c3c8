package nl.topfruit.shop.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import nl.topfruit.shop.protocol.SafeXml.Doctype;
import nl.topfruit.shop.protocol.UnreadableMessage.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeXmlTest {

  private static final String LAUGHS =
      "<!DOCTYPE a [<!ENTITY l0 \"ha\">" + laughs() + "]><a>&l9;</a>";

  private static String laughs() {
    StringBuilder laughs = new StringBuilder();
    for (int i = 1; i <= 9; i++) {
      laughs.append("<!ENTITY l").append(i).append(" \"");
      laughs.append(("&l" + (i - 1) + ";").repeat(10)).append("\">");
    }
    return laughs.toString();
  }

  @ParameterizedTest
  @EnumSource(Doctype.class)
  void aBillionLaughsIsRefused(Doctype doctype) {
    assertThat(refused(LAUGHS, doctype).reason()).isEqualTo(Reason.ENTITIES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a/>",
        "<!DOCTYPE a [<!ENTITY x \"y\">]><a b='&x;'/>",
        "<!DOCTYPE a [<!ENTITY % x \"y\">]><a/>",
        "<!DOCTYPE a SYSTEM 'urn:x'><a>[&x;]</a>",
        "<!DOCTYPE a SYSTEM 'urn:x'><a b='[&x;]'/>",
        "<!DOCTYPE a SYSTEM 'urn:x' [<!ENTITY % x SYSTEM 'urn:y'> %x;]><a/>",
      })
  void aDocumentWithEntitiesOfItsOwnIsRefusedEvenWhereADoctypeIsIgnored(String xml) {
    assertThat(refused(xml, Doctype.IGNORED).reason()).isEqualTo(Reason.ENTITIES);
  }

  @Test
  void nothingIsReadFromAFileOrFetchedFromTheNetwork(@TempDir Path folder) throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "geheim");
    Path dtd = Files.writeString(folder.resolve("own.dtd"), "<!ENTITY x \"geheim\">");
    AtomicInteger calls = new AtomicInteger();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          calls.incrementAndGet();
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      String http = "http://127.0.0.1:" + server.getAddress().getPort() + "/x.dtd";
      SafeXml.parse(bytes("<!DOCTYPE a SYSTEM \"" + http + "\"><a/>"), null, Doctype.IGNORED);
      refused(
          "<!DOCTYPE a [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]><a>&x;</a>",
          Doctype.IGNORED);
      refused("<!DOCTYPE a [<!ENTITY x SYSTEM \"" + http + "\">]><a>&x;</a>", Doctype.IGNORED);
      refused("<!DOCTYPE a SYSTEM \"" + dtd.toUri() + "\"><a>[&x;]</a>", Doctype.IGNORED);
      assertThat(calls).hasValue(0);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void theFiveReferencesOfXmlAndNumbersAreNoEntities() {
    assertThat(
            SafeXml.parse(
                    bytes(
                        "<!DOCTYPE a SYSTEM 'x'><a>&lt;&amp;&#233;<!-- &x; --><![CDATA[&y;]]></a>"),
                    null,
                    Doctype.IGNORED)
                .getDocumentElement()
                .getTextContent())
        .isEqualTo("<&é&y;");
  }

  @Test
  void anyDoctypeIsRefusedWhereNoneBelongs() {
    UnreadableMessage refused = refused("<!DOCTYPE a SYSTEM 'x.dtd'><a/>", Doctype.REFUSED);

    assertThat(refused.reason()).isEqualTo(Reason.ENTITIES);
    assertThat(refused.reason().ublStatus()).isEqualTo(400);
    assertThat(refused.reason().cxmlStatus()).isEqualTo(406);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hallo",
        "<a>",
        "<a></b>",
        "<a/><b/>",
        "<a b=c/>",
        "{\"a\":1}",
        "<a>&x;</a>",
        "<a>\u0001</a>"
      })
  void whatIsNoXmlIsBroken(String text) {
    assertThat(refused(text, Doctype.REFUSED).reason()).isEqualTo(Reason.BROKEN);
  }

  @Test
  void aDocumentNestedBeyondAllUseIsRefused() {
    String deep = "<a>".repeat(5000) + "</a>".repeat(5000);

    assertThat(refused(deep, Doctype.IGNORED).reason().cxmlStatus()).isEqualTo(406);
  }

  @Test
  void bytesOutsideTheDeclaredEncodingAreBroken() {
    byte[] latin =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><a>é</a>".getBytes(StandardCharsets.ISO_8859_1);

    UnreadableMessage refused =
        catchThrowableOfType(
            UnreadableMessage.class, () -> SafeXml.parse(latin, null, Doctype.REFUSED));
    assertThat(refused.reason()).isEqualTo(Reason.BROKEN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UTF-8| |",
        "UTF-8|\uFEFF|",
        "UTF-8|<?xml version='1.0' encoding='UTF-8'?>|",
        "UTF-8|\uFEFF<?xml version='1.0' encoding='utf-8'?>|",
        "UTF-16|<?xml version='1.0' encoding='UTF-16'?>|",
        "UTF-16LE|\uFEFF|",
        "ISO-8859-1|<?xml version='1.0' encoding='ISO-8859-1'?>|",
        "ISO-8859-1||ISO-8859-1",
        "ISO-8859-1|<?xml version='1.0' encoding='ISO-8859-1'?>|UTF-8",
        "UTF-8|<?xml version='1.0' encoding='UTF-16'?>|UTF-8",
        "UTF-8|<?xml version='1.0'?>|UTF-8",
      })
  void everyEncodingThatIsMetIsRead(String row) {
    String[] parts = row.split("\\|", -1);
    Charset ofHeader = parts[2].isEmpty() ? null : Charset.forName(parts[2]);
    byte[] document = (parts[1].strip() + "<a>één</a>").getBytes(Charset.forName(parts[0]));

    assertThat(
            SafeXml.parse(document, ofHeader, Doctype.REFUSED)
                .getDocumentElement()
                .getTextContent())
        .isEqualTo("één");
  }

  private static UnreadableMessage refused(String xml, Doctype doctype) {
    UnreadableMessage refused =
        catchThrowableOfType(
            UnreadableMessage.class, () -> SafeXml.parse(bytes(xml), null, doctype));
    assertThat(refused).as(xml.substring(0, Math.min(60, xml.length()))).isNotNull();
    return refused;
  }

  private static byte[] bytes(String xml) {
    return xml.getBytes(StandardCharsets.UTF_8);
  }
}
