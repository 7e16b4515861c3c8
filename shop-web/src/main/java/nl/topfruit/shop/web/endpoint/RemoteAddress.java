package nl.topfruit.shop.web.endpoint;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/**
 * Where a request comes from. What a proxy says of it is believed only when the proxy is one of
 * SHOP_TRUSTED_PROXIES; otherwise anyone could take another address with every guess at a password.
 */
public final class RemoteAddress {
  private static final Set<String> TRUSTED = trusted(System.getenv("SHOP_TRUSTED_PROXIES"));

  private RemoteAddress() {}

  /** The address, without what a stranger could make of it. */
  public static String of(HttpServletRequest request) {
    String direct = request.getRemoteAddr();
    String forwarded = request.getHeader("X-Forwarded-For");
    if (forwarded == null || !TRUSTED.contains(direct)) {
      return direct;
    }
    String[] hops = forwarded.split(",");
    for (int i = hops.length - 1; i >= 0; i--) {
      String hop = hops[i].strip();
      if (!TRUSTED.contains(hop)) {
        return hop.length() > 64 ? hop.substring(0, 64) : hop;
      }
    }
    return direct;
  }

  private static Set<String> trusted(String list) {
    return list == null || list.isBlank() ? Set.of() : Set.of(list.strip().split("[,\\s]+"));
  }
}
