package nl.topfruit.shop.web.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import nl.topfruit.shop.ordering.SessionIdentity;
import nl.topfruit.shop.security.Role;

/**
 * Who looks at the page, for templates and menus. What he may do is decided by the services, not
 * here.
 */
@Named
@RequestScoped
public class Visitor {
  @Inject private HttpServletRequest request;

  /** The shopping session behind a shop page; null elsewhere. */
  public SessionIdentity getShopper() {
    return (SessionIdentity) request.getAttribute(Gatekeeper.SHOPPER);
  }

  public boolean isSignedIn() {
    return person().isPresent();
  }

  /** Of our own people. */
  public boolean isStaff() {
    return person().filter(p -> p.hasAny(Role.OFFICE, Role.WAREHOUSE, Role.SHOP_ADMIN)).isPresent();
  }

  public boolean has(String role) {
    return person().filter(p -> p.hasAny(role)).isPresent();
  }

  /** The page that is his own: back office or portal. */
  public String getHome() {
    return request.getContextPath() + (isStaff() ? "/office/" : "/portal/");
  }

  private Optional<SignedIn> person() {
    return SignedIn.of(request);
  }
}
