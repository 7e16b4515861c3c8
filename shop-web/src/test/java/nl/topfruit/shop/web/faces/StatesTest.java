package nl.topfruit.shop.web.faces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import nl.topfruit.shop.fulfilment.Delivery;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.Requisition;
import nl.topfruit.shop.ordering.ShoppingSession;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StatesTest {
  private static final Path BUNDLE =
      Path.of("src/main/resources/nl/topfruit/shop/web/texts/common_nl.properties");

  static Stream<Enum<?>> states() {
    return Stream.of(
            Order.State.values(),
            Requisition.State.values(),
            Delivery.State.values(),
            ShoppingSession.State.values())
        .flatMap(Stream::of);
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateHasAWord(Enum<?> state) throws IOException {
    Properties words = new Properties();
    try (Reader reader = Files.newBufferedReader(BUNDLE)) {
      words.load(reader);
    }
    assertThat(words.stringPropertyNames())
        .containsAnyOf("state." + States.kind(state) + "." + state.name(), "state." + state.name());
  }

  @ParameterizedTest
  @MethodSource("states")
  void everyStateHasATone(Enum<?> state) {
    assertThat(States.tone(state)).isIn("good", "wait", "bad", "info", "off");
    assertThat(States.kind(state)).isIn("Order", "Requisition", "Delivery", "ShoppingSession");
  }
}
