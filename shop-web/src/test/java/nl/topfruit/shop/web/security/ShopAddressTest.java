package nl.topfruit.shop.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShopAddressTest {
  private static final String TOKEN = "b5pJLjFOtbzXCAUf0PMflZFHL7s";

  @Test
  void theTokenIsTheFirstPartAfterTheShop() {
    assertThat(ShopAddress.of("/shop/" + TOKEN + "/product"))
        .contains(new ShopAddress(TOKEN, "/product"));
    assertThat(ShopAddress.of("/shop/" + TOKEN + "/")).contains(new ShopAddress(TOKEN, "/"));
    assertThat(ShopAddress.of("/shop/" + TOKEN)).contains(new ShopAddress(TOKEN, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/shop/",
        "/shop/product",
        "/shop/index.xhtml",
        "/portal/b5pJLjFOtbzXCAUf0PMflZFHL7s/",
        "/shop/b5pJLjFOtbzXCAUf0PMflZFHL7s;x=1/",
        "/shop/b5pJLjFOtbzXCAUf0PMfl%2e%2e/x",
        "/shopb5pJLjFOtbzXCAUf0PMflZFHL7s/"
      })
  void aPageWithoutTokenIsNone(String path) {
    assertThat(ShopAddress.of(path)).isEmpty();
  }
}
