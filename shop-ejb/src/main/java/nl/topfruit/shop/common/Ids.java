package nl.topfruit.shop.common;

import java.security.SecureRandom;
import java.util.UUID;

/**
 * Identities made here, so that a row can be named before it is written and an insert needs no
 * question to the database.
 */
public final class Ids {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Ids() {}

  /**
   * A UUID version 7 (RFC 9562): 48 bits of time, so that indexes grow at one end, and 74 random
   * bits.
   */
  public static UUID next() {
    long random = RANDOM.nextLong();
    long high = (System.currentTimeMillis() << 16) | 0x7000L | (random & 0x0fffL);
    long low = (RANDOM.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
    return new UUID(high, low);
  }
}
