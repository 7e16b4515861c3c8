package nl.topfruit.shop.protocol;

import java.util.Objects;

/**
 * The customer's order number to the letter: leading zeros, case and inner blanks are theirs and
 * stand unchanged on every paper (BT-13).
 *
 * @param raw exactly as sent
 */
public record OrderNumber(String raw) {

  public OrderNumber {
    Objects.requireNonNull(raw, "raw");
  }

  /** What we look up by: only blanks at the ends are taken off. */
  public String key() {
    return raw.strip();
  }

  public boolean isBlank() {
    return raw.isBlank();
  }

  @Override
  public String toString() {
    return raw;
  }
}
