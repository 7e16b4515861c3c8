package nl.topfruit.shop.catalog;

/**
 * The picture of a product.
 *
 * @param hash as it stands in the addresses of the picture
 * @param svg the drawing
 */
public record ProductPicture(String hash, String svg) {}
