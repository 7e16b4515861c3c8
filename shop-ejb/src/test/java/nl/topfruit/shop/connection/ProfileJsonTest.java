package nl.topfruit.shop.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import nl.topfruit.shop.protocol.oci.CancelHandling;
import nl.topfruit.shop.protocol.oci.HookHandling;
import nl.topfruit.shop.protocol.oci.OciNames;
import nl.topfruit.shop.protocol.oci.mapping.OciProfile;
import nl.topfruit.shop.protocol.oci.mapping.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProfileJsonTest {

  @Test
  void whatIsWrittenIsReadBackWhole() {
    OciProfile profile =
        OciProfile.BARE
            .with()
            .version(OciProfile.Version.OCI_5_0)
            .charset("ISO-8859-1")
            .target("_parent")
            .hookHandling(HookHandling.SPLIT)
            .cancel(CancelHandling.CANCEL_URL)
            .names(
                new OciNames(
                    List.of("login", "cid"),
                    List.of("pw"),
                    List.of("MM_HOOK_URL"),
                    true,
                    List.of("OCICANCEL"),
                    List.of("email"),
                    List.of("naam"),
                    List.of("tel")))
            .rules(
                List.of(
                    new Rule(
                        "CUST_FIELD1", Rule.of("x", "cut(join(\" \", sku, name), 8)").value(), 8),
                    Rule.of("VENDOR", "\"a \\\"b\\\" \\\\ c\"")))
            .customFields(Map.of("TAX", 5))
            .units(Map.of("C62", "ST", "KGM", "KG"))
            .priceDecimals(3)
            .priceUnit(true)
            .decimalComma(true)
            .longestReturn(20)
            .build();

    assertThat(ProfileJson.read(ProfileJson.write(profile))).isEqualTo(profile);
    for (Presets.Preset preset : Presets.list()) {
      assertThat(ProfileJson.read(ProfileJson.write(preset.profile())))
          .as(preset.key())
          .isEqualTo(preset.profile());
    }
  }

  @Test
  void whatIsMissingIsAsTheStandardSays() {
    assertThat(ProfileJson.read("{}")).isEqualTo(OciProfile.BARE);
    assertThat(ProfileJson.read("{\"names\": {\"username\": [\"login\"]}, \"later\": 1}").names())
        .isEqualTo(new OciNames(List.of("login"), List.of("PASSWORD"), List.of("HOOK_URL"), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | ",
        "{\"charset\": 1} | charset",
        "{\"version\": \"6.0\"} | version",
        "{\"hookHandling\": \"HALF\"} | hookHandling",
        "{\"cancel\": null} | cancel",
        "{\"priceDecimals\": 1.5} | priceDecimals",
        "{\"priceDecimals\": 4294967297} | priceDecimals",
        "{\"priceUnit\": \"true\"} | priceUnit",
        "{\"longestReturn\": \"20\"} | longestReturn",
        "{\"units\": {\"C62\": 1}} | units.C62",
        "{\"customFields\": {\"TAX\": \"5\"}} | customFields.TAX",
        "{\"names\": []} | names",
        "{\"names\": {\"username\": []}} | names.username",
        "{\"names\": {\"hook\": \"HOOK_URL\"}} | names.hook",
        "{\"names\": {\"hookUnencoded\": 1}} | names.hookUnencoded",
        "{\"rules\": {}} | rules",
        "{\"rules\": [{\"field\": \"UNIT\", \"value\": \"unit\"}, 1]} | rules[1]",
        "{\"rules\": [{\"value\": \"unit\"}]} | rules[0].field",
        "{\"rules\": [{\"field\": \"UNIT\"}]} | rules[0].value",
        "{\"rules\": [{\"field\": \"UNIT\", \"value\": \"eenheid\"}]} | rules[0].value",
        "{\"rules\": [{\"field\": \"UNIT\", \"value\": \"unit\", \"length\": \"3\"}]} | rules[0].length",
      })
  void aWrongValueIsNamedByItsKey(String json, String key) {
    ProfileJson.WrongValue wrong =
        catchThrowableOfType(ProfileJson.WrongValue.class, () -> ProfileJson.read(json));

    assertThat(wrong).as(json).isNotNull();
    assertThat(wrong.key()).isEqualTo(key == null ? "" : key);
    assertThat(wrong).hasMessageContaining(wrong.key());
  }
}
