package nl.topfruit.shop.web.simulator;

import jakarta.servlet.http.HttpServletRequest;

/** What the pages of the simulated system share. */
final class Simulation {
  private Simulation() {}

  /** The address under which the browser sees us, without a slash at its end. */
  static String base(HttpServletRequest request) {
    String url = request.getRequestURL().toString();
    return url.substring(0, url.indexOf('/', "https://".length())) + request.getContextPath();
  }

  /** The address under which we reach ourselves, without a slash at its end. */
  static String ownAddress(HttpServletRequest request) {
    String host =
        request.getLocalAddr().contains(":")
            ? "[" + request.getLocalAddr() + "]"
            : request.getLocalAddr();
    return "http://" + host + ":" + request.getLocalPort() + request.getContextPath();
  }
}
