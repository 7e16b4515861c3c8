package nl.topfruit.shop.protocol.oci.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Locale;
import nl.topfruit.shop.connection.Presets;
import org.junit.jupiter.api.Test;

class RuleTextTest {
  private static final Locale DUTCH = Locale.forLanguageTag("nl");

  @Test
  void what_is_written_is_read_again() {
    for (Presets.Preset preset : Presets.list()) {
      String text = RuleText.write(preset.profile().rules());
      assertThat(RuleText.read(text).rules()).isEqualTo(preset.profile().rules());
      assertThat(RuleText.read(text).faults()).isEmpty();
    }
  }

  @Test
  void a_length_stands_in_brackets_and_fields_in_capitals() {
    RuleText text = RuleText.read("cust_field1 [8] = cut(cost-centre, 8)\r\n\r\nVENDOR=\"4711\"");
    assertThat(text.faults()).isEmpty();
    assertThat(text.rules())
        .extracting(Rule::field, Rule::length)
        .containsExactly(tuple("CUST_FIELD1", 8), tuple("VENDOR", null));
  }

  @Test
  void a_line_that_is_no_rule_is_named_and_the_others_are_read() {
    RuleText text = RuleText.read("DESCRIPTION = description\nQUANTITY quantity\nUNIT = unit");
    assertThat(text.rules()).extracting(Rule::field).containsExactly("DESCRIPTION", "UNIT");
    assertThat(text.faults()).hasSize(1);
    assertThat(text.faults().get(0).sentence(DUTCH))
        .startsWith("Regel 2:")
        .contains("VELD = waarde");
  }

  @Test
  void a_wrong_expression_says_line_position_and_remedy() {
    RuleText text = RuleText.read("UNIT = unit\nCUST_FIELD1 = cut(cost-centre)");
    assertThat(text.faults()).hasSize(1);
    assertThat(text.faults().get(0).line()).isEqualTo(2);
    assertThat(text.faults().get(0).expression().position()).isPositive();
    for (String language : new String[] {"nl", "en"}) {
      assertThat(text.faults().get(0).sentence(Locale.forLanguageTag(language)))
          .contains("2")
          .doesNotContain("{")
          .doesNotContain("rule.");
    }
  }
}
