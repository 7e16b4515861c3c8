package nl.topfruit.shop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.protocol.oci.FormField;
import nl.topfruit.shop.protocol.oci.OciItem;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.OciReturn;
import nl.topfruit.shop.protocol.oci.mapping.Rule;
import org.junit.jupiter.api.Test;

class PresetsTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  /** A system that nobody knew when this was compiled. */
  private static final String NEW_SYSTEM =
      """
      {
        "key": "inkoop-plus",
        "name": {"nl": "Inkoop Plus", "en": "Procure Plus"},
        "basedOn": "oci-4.0",
        "toBeConfirmed": true,
        "questions": {"nl": ["Hoe heet u?"], "en": ["What is your name?"]},
        "withoutRules": ["CUST_FIELD5"],
        "profile": {
          "charset": "windows-1252",
          "names": {"username": ["login"], "cancel": ["OCICANCEL"]},
          "cancel": "CANCEL_URL",
          "units": {"C62": "ST"},
          "customFields": {"TAX": 3},
          "decimalComma": true,
          "rules": [
            {"field": "VENDOR", "value": "\\"4711\\""},
            {"field": "CUST_FIELD1", "value": "pad(cost-centre, 10, \\"0\\")"},
            {"field": "CUST_FIELD3", "value": "date(delivery-day, \\"dd-MM-yyyy\\")"},
            {"field": "CUST_FIELD4", "value": "join(\\"/\\", branch-code, ledger-code)"},
            {"field": "TAX", "value": "table(vat-rate, \\"9\\"=\\"L\\", \\"21\\"=\\"H\\")"}
          ]
        }
      }
      """;

  @Test
  void aNewSystemIsDataAndNoJava() {
    Presets.Preset preset = Presets.read(NEW_SYSTEM);
    OciReturn sent =
        OciReturn.of(List.of(basket()), preset.profile(), StandardCharsets.UTF_8, DUTCH);

    assertThat(preset.name(DUTCH)).isEqualTo("Inkoop Plus");
    assertThat(preset.name(Locale.ENGLISH)).isEqualTo("Procure Plus");
    assertThat(preset.questions(DUTCH)).endsWith("Hoe heet u?").hasSize(9);
    assertThat(preset.profile().names().username()).containsExactly("login");
    assertThat(preset.profile().names().password()).containsExactly("PASSWORD");
    assertThat(sent.findings()).isEmpty();
    assertThat(sent.fields())
        .contains(
            new FormField("NEW_ITEM-DESCRIPTION[1]", "Fruitmand M Rozenhof do 26-11 #K7Q-2"),
            new FormField("NEW_ITEM-QUANTITY[1]", "2"),
            new FormField("NEW_ITEM-UNIT[1]", "ST"),
            new FormField("NEW_ITEM-PRICE[1]", "34,95"),
            new FormField("NEW_ITEM-VENDOR[1]", "4711"),
            new FormField("NEW_ITEM-CUST_FIELD1[1]", "0000004120"),
            new FormField("NEW_ITEM-CUST_FIELD3[1]", "26-11-2026"),
            new FormField("NEW_ITEM-CUST_FIELD4[1]", "LH-03/999102"),
            new FormField("NEW_ITEM-TAX[1]", "L"))
        .noneMatch(field -> field.name().contains("CUST_FIELD5"));
  }

  @Test
  void everySystemOfTheTradeHasItsPresetAndWhatNobodyHasReadIsToBeConfirmed() {
    assertThat(Presets.list())
        .extracting(Presets.Preset::key)
        .containsExactly(
            "oci-4.0",
            "oci-5.0",
            "sap-srm",
            "sap-s4hana",
            "proactive",
            "afas",
            "t-blox",
            "leonardo");
    assertThat(Presets.list())
        .filteredOn(Presets.Preset::toBeConfirmed)
        .extracting(Presets.Preset::key)
        .containsExactly("t-blox", "leonardo");
    assertThat(Presets.list())
        .allSatisfy(
            preset -> {
              assertThat(preset.key()).hasSizeLessThanOrEqualTo(20);
              assertThat(preset.name(DUTCH)).isNotBlank();
              assertThat(preset.questions(DUTCH)).hasSizeGreaterThanOrEqualTo(8);
            });
  }

  @Test
  void aPresetReplacesTheRulesThatItNamesAndKeepsTheOthersInTheirPlace() {
    OciProfile generic = Presets.of("oci-4.0").profile();
    OciProfile sap = Presets.of("sap-srm").profile();

    assertThat(sap.rules())
        .extracting(Rule::field)
        .containsExactlyElementsOf(generic.rules().stream().map(Rule::field).toList());
    assertThat(sap.rule("CUST_FIELD3").orElseThrow().value())
        .hasToString("date(delivery-day, \"yyyyMMdd\")");
    assertThat(sap.charset()).isEqualTo("ISO-8859-1");
    assertThat(Presets.of("oci-5.0").profile().version()).isEqualTo(OciProfile.Version.OCI_5_0);
  }

  @Test
  void aPresetThatIsNotThereIsNotFound() {
    assertThatThrownBy(() -> Presets.of("onbekend")).isInstanceOf(NotFound.class);
    assertThatThrownBy(
            () -> Presets.read("{\"key\": \"x\", \"name\": \"x\", \"basedOn\": \"onbekend\"}"))
        .isInstanceOf(NotFound.class);
  }

  private static OciItem basket() {
    return new OciItem(
        "FM-1004",
        "Fruitmand M",
        BigDecimal.valueOf(2),
        "C62",
        new BigDecimal("34.95"),
        "EUR",
        "Fruitmand Klassiek M",
        "Rozenhof",
        LocalDate.of(2026, 11, 26),
        "K7Q-2",
        "AV-2026-0042",
        "2",
        3,
        new BigDecimal("9.00"),
        "4120",
        "999102",
        "LH-03",
        "bewoner",
        "Voor tante Sjaan",
        null,
        null,
        null,
        "topfruit");
  }
}
