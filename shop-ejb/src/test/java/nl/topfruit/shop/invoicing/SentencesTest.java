package nl.topfruit.shop.invoicing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentencesTest {

  @Test
  void dutch_and_english_say_the_same_things() throws IOException {
    assertThat(bundle("nl").keySet()).isEqualTo(bundle("en").keySet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"nl", "en"})
  void every_sentence_can_be_formatted_and_none_is_empty(String language) throws IOException {
    Object[] arguments = {"A", "B", "C", "D"};
    bundle(language)
        .forEach(
            (key, text) -> {
              Object[] named = key.toString().startsWith("unit.") ? new Object[] {2} : arguments;
              assertThat(MessageFormat.format(text.toString(), named))
                  .as(key.toString())
                  .isNotBlank()
                  .doesNotContain("{", "}");
            });
  }

  private static Properties bundle(String language) throws IOException {
    var properties = new Properties();
    String name = "invoicing_" + language + ".properties";
    try (Reader in =
        new InputStreamReader(Sentences.class.getResourceAsStream(name), StandardCharsets.UTF_8)) {
      properties.load(in);
    }
    return properties;
  }
}
