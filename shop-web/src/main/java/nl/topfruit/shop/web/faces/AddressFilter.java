package nl.topfruit.shop.web.faces;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;

/**
 * One page, one address: the name of its file is none. What the component library brings (scripts,
 * styles) carries its version in the address and may be kept for ever.
 */
public class AddressFilter extends HttpFilter {
  private static final String CACHE = "Cache-Control";
  private static final String RESOURCES = "/jakarta.faces.resource/";

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    if (path.startsWith(RESOURCES)) {
      String query = request.getQueryString();
      boolean versioned = query != null && query.contains("v=");
      response.setHeader(CACHE, versioned ? StaticFiles.FOR_EVER : "no-cache");
      chain.doFilter(request, new KeepsCaching(response));
      return;
    }
    if (path.endsWith(".xhtml")) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    chain.doFilter(request, response);
  }

  /** Faces would say "a week" of everything. */
  private static final class KeepsCaching extends HttpServletResponseWrapper {
    KeepsCaching(HttpServletResponse response) {
      super(response);
    }

    @Override
    public void setHeader(String name, String value) {
      if (!CACHE.equalsIgnoreCase(name) && !"Expires".equalsIgnoreCase(name)) {
        super.setHeader(name, value);
      }
    }
  }
}
