package nl.topfruit.shop.web.front;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import nl.topfruit.shop.connection.Connection;
import nl.topfruit.shop.connection.request.Asking;
import nl.topfruit.shop.connection.request.ConnectionRequests;
import nl.topfruit.shop.web.endpoint.RemoteAddress;
import nl.topfruit.shop.web.faces.Language;

/** Asking for a connection, without an account. */
@Named("frontRequestConnection")
@RequestScoped
public class RequestConnectionPage {
  private static final String SENT = "connectionRequested";

  private final Map<String, String> of = new HashMap<>();

  @Inject private ConnectionRequests requests;
  @Inject private HttpServletRequest request;

  /** By name of the input. */
  public Map<String, String> getOf() {
    return of;
  }

  /** The request was sent: what comes next stands here instead of the form. */
  public boolean isSent() {
    return SENT.equals(request.getParameter("notice"));
  }

  public String send() {
    String protocol = of.get("protocol");
    requests.ask(
        new Asking(
            of.get("organisation"),
            of.get("kvk"),
            of.get("name"),
            of.get("email"),
            of.get("phone"),
            of.get("system"),
            protocol == null || protocol.isEmpty() ? null : Connection.Protocol.valueOf(protocol),
            of.get("remarks"),
            Language.of(request).code()),
        RemoteAddress.of(request));
    return "/request-connection?faces-redirect=true&notice=" + SENT;
  }
}
