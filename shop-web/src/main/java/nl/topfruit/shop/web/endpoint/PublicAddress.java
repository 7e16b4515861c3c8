package nl.topfruit.shop.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;

/** The address under which others reach us, for what we write to systems outside. */
public final class PublicAddress {
  private static final String CONFIGURED = System.getenv("SHOP_PUBLIC_URL");

  private PublicAddress() {}

  /**
   * An absolute address.
   *
   * @param path from the root, encoded already
   */
  public static String of(HttpServletRequest request, String path) {
    if (CONFIGURED != null && !CONFIGURED.isBlank()) {
      return CONFIGURED.strip().replaceFirst("/+$", "") + path;
    }
    return URI.create(request.getRequestURL().toString()).resolve("/") + path.substring(1);
  }
}
