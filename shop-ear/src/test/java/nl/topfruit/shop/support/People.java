package nl.topfruit.shop.support;

import com.microsoft.playwright.Page;

/** People of the demo at the sign-in page; each has the same password. */
public final class People {
  private People() {}

  /**
   * Asks for a page of portal or office and signs in on the way.
   *
   * @param who {@code ROLE@ACCOUNT.example}
   */
  public static void signIn(Page page, ShopServer shop, String who, String where) {
    page.navigate(shop.url(where).toString());
    fillIn(page, who, "demo");
    page.waitForURL(url -> !url.contains("/login"));
  }

  /** Fills in the sign-in page that is open and sends it. */
  public static void fillIn(Page page, String who, String password) {
    page.locator("[data-field=username]").fill(who);
    page.locator("[data-field=password]").fill(password);
    page.locator("[data-action=sign-in]").click();
  }
}
