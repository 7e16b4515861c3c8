package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import nl.topfruit.shop.account.BranchDirectory;
import nl.topfruit.shop.web.faces.Asked;

/** One branch of the account, beside the list it was found in. */
@Named("portalBranch")
@RequestScoped
public class BranchPage {
  @Inject private Asked asked;
  @Inject private BranchDirectory directory;

  private BranchDirectory.Entry branch;

  public BranchDirectory.Entry getBranch() {
    if (branch == null) {
      branch = directory.branch(asked.text("code"));
    }
    return branch;
  }
}
