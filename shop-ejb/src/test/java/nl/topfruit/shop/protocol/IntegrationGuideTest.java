package nl.topfruit.shop.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.topfruit.shop.connection.Presets;
import nl.topfruit.shop.protocol.cxml.CxmlAccounting;
import nl.topfruit.shop.protocol.cxml.CxmlMessage;
import nl.topfruit.shop.protocol.oci.mapping.Rule;
import nl.topfruit.shop.protocol.ubl.UblAccounting;
import nl.topfruit.shop.protocol.ubl.UblOrderReader;
import org.junit.jupiter.api.Test;

/** What docs/integration.md tells the customers' system managers is what we read and send. */
class IntegrationGuideTest {

  private static final Path GUIDE =
      Path.of(System.getProperty("basedir", "")).toAbsolutePath().resolve("../docs/integration.md");

  @Test
  void cxmlExampleIsReadAsItSays() throws IOException {
    PurchaseOrderMessage order =
        CxmlMessage.read(example("cxml"), null).order(CxmlAccounting.USUAL);

    assertThat(order.orderNumber().raw()).isEqualTo("4500078124");
    assertThat(order.sellerIds()).contains(new PartyId("DUNS", "topfruit"));
    assertThat(order.lines()).singleElement().satisfies(IntegrationGuideTest::isTheLineOfTheGuide);
    assertThat(order.lines().get(0).costCentre()).isEqualTo("701");
  }

  @Test
  void ublExampleIsReadAsItSays() throws IOException {
    PurchaseOrderMessage order =
        UblOrderReader.read(example("ubl"), null, UblAccounting.LEDGER_CODE);

    assertThat(order.orderNumber().raw()).isEqualTo("4500078125");
    assertThat(order.costCentre()).isEqualTo("701");
    assertThat(order.requestedDay()).isEqualTo(LocalDate.of(2026, 11, 27));
    assertThat(order.lines()).singleElement().satisfies(IntegrationGuideTest::isTheLineOfTheGuide);
  }

  @Test
  void guideNamesEveryFieldOfTheReturn() throws IOException {
    String guide = Files.readString(GUIDE);
    for (Presets.Preset preset : Presets.list()) {
      assertThat(preset.profile().rules())
          .extracting(Rule::field)
          .filteredOn(field -> !field.equals("LONGTEXT"))
          .allSatisfy(field -> assertThat(guide).contains("`" + field + "`"));
    }
  }

  private static void isTheLineOfTheGuide(PurchaseOrderMessage.Line line) {
    assertThat(line.lineNumber()).isEqualTo("10");
    assertThat(line.sku()).isEqualTo("FM-1004");
    assertThat(line.quantity()).isEqualByComparingTo(BigDecimal.valueOf(2));
    assertThat(line.unit()).isEqualTo(Units.PIECE);
    assertThat(line.price()).isEqualByComparingTo(new BigDecimal("34.95"));
    assertThat(line.ledgerCode()).isEqualTo("999103");
  }

  private static byte[] example(String name) throws IOException {
    Matcher block =
        Pattern.compile("<!-- example: " + name + " -->\\s*```xml\\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(GUIDE));
    assertThat(block.find()).as("example " + name).isTrue();
    return block.group(1).getBytes(StandardCharsets.UTF_8);
  }
}
