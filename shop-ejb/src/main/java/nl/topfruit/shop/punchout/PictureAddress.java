package nl.topfruit.shop.punchout;

import java.util.Optional;

/** Where a system outside finds the picture of a product (OCI 4.0 ATTACHMENT). */
final class PictureAddress {
  private static final Optional<String> SHOP =
      Optional.ofNullable(System.getenv("SHOP_PUBLIC_URL"))
          .filter(url -> !url.isBlank())
          .map(url -> url.strip().replaceFirst("/+$", ""));

  private PictureAddress() {}

  /**
   * @param hash of the picture; null for a product without one
   * @return absolute; null without a picture, or while nobody has said where the shop is reached
   */
  static String of(String sku, String hash) {
    return hash == null
        ? null
        : SHOP.map(s -> s + "/picture/" + hash + "/" + sku + ".svg").orElse(null);
  }
}
