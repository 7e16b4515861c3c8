package nl.topfruit.shop.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import nl.topfruit.shop.web.security.ContentPolicy.Scripts;

/**
 * The headers that every answer carries. PrimeFaces adds a policy of its own with the nonce of the
 * page's scripts; a browser would obey both, so what it adds is put into ours instead.
 */
public class AnswerHeaders extends HttpFilter {
  private static final String POLICY = "Content-Security-Policy";
  private static final String[] CACHED = {"/static/", "/jakarta.faces.resource/"};

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    ContentPolicy policy = ContentPolicy.of(request);
    response.setHeader(POLICY, policy.header());
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader(
        "Permissions-Policy",
        "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()");
    if (!mayBeKept(request)) {
      response.setHeader("Cache-Control", "no-store");
    }
    if (!policy.mayBeFramed()) {
      response.setHeader("X-Frame-Options", "DENY");
    }
    chain.doFilter(request, new OnePolicy(response, policy));
  }

  private static boolean mayBeKept(HttpServletRequest request) {
    String path = request.getRequestURI().substring(request.getContextPath().length());
    for (String start : CACHED) {
      if (path.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  private static final class OnePolicy extends HttpServletResponseWrapper {
    private final ContentPolicy policy;

    OnePolicy(HttpServletResponse response, ContentPolicy policy) {
      super(response);
      this.policy = policy;
    }

    @Override
    public void addHeader(String name, String value) {
      if (POLICY.equalsIgnoreCase(name)) {
        super.setHeader(name, policy.with(new Scripts(value)).header());
      } else {
        super.addHeader(name, value);
      }
    }
  }
}
