package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.topfruit.shop.account.OwnAccount;

/** Who is signed in, for the template of the portal. */
@Named("portalMe")
@RequestScoped
public class Me {
  @Inject private OwnAccount account;

  private OwnAccount.Me me;

  /** Read once a request. */
  public OwnAccount.Me get() {
    if (me == null) {
      me = account.me();
    }
    return me;
  }
}
