package nl.topfruit.shop.purchasing.intake;

import static nl.topfruit.shop.purchasing.agreement.Sample.order;
import static org.assertj.core.api.Assertions.assertThat;

import nl.topfruit.shop.protocol.PurchaseOrderMessage;
import org.junit.jupiter.api.Test;

/** Which messages are the same order. */
class ContentHashTest {
  private static String hash(PurchaseOrderMessage message) {
    return ContentHash.of(message);
  }

  @Test
  void anotherMessageIdIsTheSameOrder() {
    assertThat(hash(order("10 FM-1004 x2").build("450", "first")))
        .isEqualTo(hash(order("10 FM-1004 x2").build("450", "second")));
  }

  @Test
  void zerosBehindThePointAreTheSameOrder() {
    assertThat(hash(order("10 FM-1004 x2.000 @34.950").total("69.90").build()))
        .isEqualTo(hash(order("10 FM-1004 x2 @34.95").total("69.9").build()));
  }

  @Test
  void blanksAtTheEndsOfTheNumberAreTheSameOrder() {
    assertThat(hash(order("10 FM-1004 x2").build(" 0450 ", "1")))
        .isEqualTo(hash(order("10 FM-1004 x2").build("0450", "2")));
  }

  @Test
  void anotherQuantityPriceLineDayOrAddressIsAnotherOrder() {
    String first = hash(order("10 FM-1004 x2 @34.95").build());
    assertThat(hash(order("10 FM-1004 x3 @34.95").build())).isNotEqualTo(first);
    assertThat(hash(order("10 FM-1004 x2 @34.96").build())).isNotEqualTo(first);
    assertThat(hash(order("20 FM-1004 x2 @34.95").build())).isNotEqualTo(first);
    assertThat(hash(order("10 FM-1004 x2 @34.95 d2026-11-27").build())).isNotEqualTo(first);
    assertThat(hash(order("10 FM-1004 x2 @34.95").to("1234 AA", "X").build())).isNotEqualTo(first);
    assertThat(hash(order("10 FM-1004 x2 @34.95", "20 FM-1004 x1").build())).isNotEqualTo(first);
  }
}
