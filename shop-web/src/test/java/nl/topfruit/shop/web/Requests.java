package nl.topfruit.shop.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Requests for tests without a server: address, parameters, headers and attributes. */
public final class Requests {
  private Requests() {}

  /** A GET of this address; parameters after the question mark are not decoded. */
  public static HttpServletRequest get(String address, Cookie... cookies) {
    return request("GET", address, Map.of(), cookies);
  }

  public static HttpServletRequest request(
      String method, String address, Map<String, String> headers, Cookie... cookies) {
    int query = address.indexOf('?');
    String path = query < 0 ? address : address.substring(0, query);
    String parameters = query < 0 ? null : address.substring(query + 1);
    Map<String, Object> attributes = new HashMap<>();
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            Requests.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, asked, arguments) ->
                switch (asked.getName()) {
                  case "getMethod" -> method;
                  case "getRequestURI", "getServletPath" -> path;
                  case "getContextPath" -> "";
                  case "getQueryString" -> parameters;
                  case "getParameter" -> parameter(parameters, (String) arguments[0]);
                  case "getHeader" -> headers.get((String) arguments[0]);
                  case "getCookies" -> cookies;
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  default -> throw new UnsupportedOperationException(asked.getName());
                });
  }

  private static String parameter(String query, String name) {
    return query == null
        ? null
        : Arrays.stream(query.split("&"))
            .filter(part -> part.startsWith(name + "="))
            .map(part -> part.substring(name.length() + 1))
            .findFirst()
            .orElse(null);
  }
}
