package nl.topfruit.shop.web.faces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * One page, one address: the name of its file is none. What the component library brings (scripts,
 * styles) carries its version in the address and may be kept for ever.
 */
public class AddressFilter extends HttpFilter {
  private static final String RESOURCES = "/jakarta.faces.resource/";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith(RESOURCES)) {
      String query = request.getQueryString();
      response.setHeader(
          "Cache-Control",
          query != null && query.contains("v=") ? StaticFiles.FOR_EVER : "no-cache");
    } else if (path.endsWith(".xhtml")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }
}
