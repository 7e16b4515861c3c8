package nl.topfruit.shop.support;

import com.microsoft.playwright.Page;
import java.nio.file.Path;

/** Keeps what a test saw, for people: target/screens. */
public final class Screens {
  private Screens() {}

  /** The whole page as a picture. */
  public static void keep(Page page, String name) {
    Path file = Home.path().resolve("shop-ear/target/screens").resolve(name + ".png");
    page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
  }
}
