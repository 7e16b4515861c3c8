package nl.topfruit.shop.ordering.checkout;

/**
 * The short key of a requisition that stands at the end of each description (#K7Q-2). It is made
 * from the requisition's serial number by a one-to-one mixing, so that two never meet and
 * neighbours do not look alike.
 */
final class LineKeys {
  /** Neither vowels, which make words, nor characters that look like others. */
  private static final String LETTERS = "23456789BCDFGHJKLMNPQRSTVWXZ";

  private static final int BASE = LETTERS.length();

  /** Prime and no divisor of 28: multiplying by it modulo a power of 28 is one to one. */
  private static final long FACTOR = 7_919;

  private LineKeys() {}

  /**
   * The key of the requisition with this serial number, from 1: three characters, more once those
   * are used up.
   */
  static String of(long serial) {
    int length = 3;
    long size = BASE * BASE * BASE;
    long rest = serial;
    while (rest >= size) {
      rest -= size;
      size *= BASE;
      length++;
    }
    long mixed = (rest * FACTOR) % size;
    char[] key = new char[length];
    for (int i = length - 1; i >= 0; i--) {
      key[i] = LETTERS.charAt((int) (mixed % BASE));
      mixed /= BASE;
    }
    return new String(key);
  }
}
