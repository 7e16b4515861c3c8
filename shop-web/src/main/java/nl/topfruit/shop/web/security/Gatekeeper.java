package nl.topfruit.shop.web.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.CallerPrincipal;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.ordering.ShoppingSession;
import nl.topfruit.shop.ordering.ShoppingSessions;
import nl.topfruit.shop.security.CurrentUser;
import nl.topfruit.shop.security.Role;
import nl.topfruit.shop.web.faces.Language;

/**
 * Who asks, by the way he comes:
 *
 * <ul>
 *   <li>the shop: whoever holds the token in the path; no cookie and no HTTP session
 *   <li>pages for people: whoever signed in at {@code /login} and has the session cookie; else he
 *       is sent there and back
 *   <li>machines: nobody yet; their endpoints read the message first and then ask the connection
 * </ul>
 */
@ApplicationScoped
public class Gatekeeper implements HttpAuthenticationMechanism {
  /** Request attribute: the {@link SessionIdentity} behind a shop page. */
  static final String SHOPPER = SessionIdentity.class.getName();

  /** The address is percent-encoded, so that nothing in it needs escaping. */
  private static final String PARTIAL_REDIRECT =
      "<?xml version='1.0' encoding='UTF-8'?>"
          + "<partial-response id='login'><redirect url='%s'></redirect></partial-response>";

  @Inject private ShoppingSessions sessions;

  @Override
  public AuthenticationStatus validateRequest(
      HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
    Optional<ShopAddress> shop = ShopAddress.of(request);
    if (shop.isPresent()) {
      return shopper(shop.get(), request, context);
    }
    Optional<SignedIn> person = SignedIn.of(request);
    if (person.isPresent()) {
      return context.notifyContainerAboutLogin(
          new CallerPrincipal(person.get().callerName()), person.get().roles());
    }
    if (context.isProtected()) {
      sendToLogin(request, response);
      return AuthenticationStatus.SEND_CONTINUE;
    }
    return context.doNothing();
  }

  private AuthenticationStatus shopper(
      ShopAddress address, HttpServletRequest request, HttpMessageContext context) {
    Optional<SessionIdentity> found = sessions.identify(address.token());
    if (found.isEmpty()) {
      return context.doNothing();
    }
    SessionIdentity shopper = found.get();
    request.setAttribute(SHOPPER, shopper);
    Language.of(shopper.language()).orElse(Language.NL).speakIn(request);
    ContentPolicy.frameAncestors(request, FrameAncestors.of(shopper));
    if (shopper.state() == ShoppingSession.State.EXPIRED) {
      return context.doNothing();
    }
    return context.notifyContainerAboutLogin(
        new CallerPrincipal(CurrentUser.shopperName(shopper.sessionId(), shopper.accountId())),
        Set.of(Role.SHOPPER));
  }

  /**
   * To the sign-in page, which leads back to where he wanted; a form that was sent leads back to
   * the page it stood on. The address is relative, as no Host header is to be believed; a script
   * that sent a form would follow a redirect by itself, so it is told to open the page instead.
   */
  private static void sendToLogin(HttpServletRequest request, HttpServletResponse response) {
    String query = request.getQueryString();
    String wanted = request.getRequestURI() + (query == null ? "" : "?" + query);
    String login =
        request.getContextPath() + "/login?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
    if (!"partial/ajax".equals(request.getHeader("Faces-Request"))) {
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", login);
      return;
    }
    try {
      response.setContentType("text/xml;charset=UTF-8");
      response.getWriter().print(PARTIAL_REDIRECT.formatted(login));
      response.flushBuffer();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
