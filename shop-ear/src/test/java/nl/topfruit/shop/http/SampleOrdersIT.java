package nl.topfruit.shop.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import nl.topfruit.shop.support.Home;
import nl.topfruit.shop.support.ShopServer;
import nl.topfruit.shop.support.WithShop;
import org.junit.jupiter.api.Test;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** Messages that others wrote: readable orders for articles we do not have wait for staff. */
@WithShop
class SampleOrdersIT {
  private static final Path DATA = Home.path().resolve("../shared/data").normalize();

  private static Stream<Path> files(String folder, String pattern) throws IOException {
    Path path = DATA.resolve(folder);
    assumeTrue(Files.isDirectory(path), () -> "Not here: " + path);
    return Files.list(path).filter(file -> file.getFileName().toString().matches(pattern)).sorted();
  }

  @Test
  void ublOrdersForUnknownArticlesAreHeld(ShopServer shop) throws IOException {
    // UC1 and UC2 bear the same number: from one customer the second would be a conflict
    Erp[] customers = {Erp.direct(shop), Erp.deLinde(shop), Erp.zuiderhaven(shop)};
    int next = 0;
    for (Path file : files("ubl-orders", "UC\\d_Order\\.xml").toList()) {
      Erp.Answer answer = customers[next++].sendUbl(Files.readString(file));
      assertThat(answer.http()).as(file.toString()).isEqualTo(200);
      assertThat(answer.code()).as(file.toString()).isEqualTo("AB");
      assertThat(answer.body()).contains("kennen wij niet");
    }
  }

  @Test
  void cxmlOrdersOfStrangersAreNotBelievedAndThoseOfCustomersAreHeld(ShopServer shop)
      throws IOException {
    Erp direct = Erp.direct(shop);
    for (Path file : files("cxml/samples", ".*[oO]rder_?[rR]equest\\.xml").toList()) {
      String order = Files.readString(file);
      assertThat(direct.send(order).status()).as(file.toString()).isEqualTo(401);
      String ours =
          order
              .replaceAll(
                  "(?s)<From>.*?</From>",
                  "<From><Credential domain=\"NetworkID\"><Identity>direct</Identity></Credential></From>")
              .replaceAll("<SharedSecret>.*?</SharedSecret>", "<SharedSecret>demo</SharedSecret>");
      assertThat(direct.send(ours).status()).as(file.toString()).isEqualTo(201);
    }
  }

  @Test
  void everyCxmlAnswerIsValid(ShopServer shop) throws Exception {
    Path dtd = DATA.resolve("cxml/dtd/cXML.dtd");
    assumeTrue(Files.exists(dtd), () -> "Not here: " + dtd);
    Promised promised = Promised.by("delinde").goods("FM-1004", 1, "34.95").handedOver(shop);
    Erp erp = Erp.deLinde(shop);
    String number = UUID.randomUUID().toString();
    String order = erp.cxmlOrder(number, Erp.item("10", "FM-1004", promised.item(1), "1", "34.95"));
    for (String message :
        new String[] {
          order,
          order,
          order.replace("quantity=\"1\"", "quantity=\"2\""),
          erp.cxmlOrder(
              UUID.randomUUID().toString(),
              Erp.item("1", "<X>&", null, "1", "1").replace("<X>&", "&lt;X&gt;&amp;")),
          erp.cxml("<ProfileRequest/>"),
          erp.cxml("<PunchOutSetupRequest/>"),
          "broken"
        }) {
      validate(erp.send(message).body(), dtd);
    }
  }

  private static void validate(String answer, Path dtd) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setValidating(true);
    DocumentBuilder builder = factory.newDocumentBuilder();
    builder.setEntityResolver((publicId, systemId) -> new InputSource(dtd.toUri().toString()));
    builder.setErrorHandler(
        new ErrorHandler() {
          @Override
          public void warning(SAXParseException e) {
            // the DTD itself has some
          }

          @Override
          public void error(SAXParseException e) throws SAXException {
            throw e;
          }

          @Override
          public void fatalError(SAXParseException e) throws SAXException {
            throw e;
          }
        });
    builder.parse(new InputSource(new StringReader(answer)));
  }
}
