package nl.topfruit.shop.protocol.oci;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a call-up wants (OCI 4.0 FUNCTION). */
public enum OciFunction {
  /** No FUNCTION: ordinary shopping. */
  SHOPPING(true, false),
  /** Shows one product, returns nothing. */
  DETAIL(false, true),
  /** Returns one item with today's price for the quantity, and posts itself. */
  VALIDATE(true, true),
  /** Shopping that begins with a search. */
  SOURCING(true, false),
  /** From server to server: all hits as fields of a form that never posts itself. */
  BACKGROUND_SEARCH(false, false);

  private final boolean needsHook;
  private final boolean needsProduct;

  OciFunction(boolean needsHook, boolean needsProduct) {
    this.needsHook = needsHook;
    this.needsProduct = needsProduct;
  }

  boolean needsHook() {
    return needsHook;
  }

  boolean needsProduct() {
    return needsProduct;
  }

  /** The function of this name; SHOPPING for none; empty for one that we do not know. */
  static Optional<OciFunction> named(String name) {
    if (name == null || name.isBlank()) {
      return Optional.of(SHOPPING);
    }
    String wanted = name.strip().toUpperCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(function -> function != SHOPPING && function.name().equals(wanted))
        .findFirst();
  }

  static String names() {
    return Arrays.stream(values())
        .filter(function -> function != SHOPPING)
        .map(Enum::name)
        .collect(Collectors.joining(", "));
  }
}
