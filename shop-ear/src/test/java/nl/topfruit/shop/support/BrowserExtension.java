package nl.topfruit.shop.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * One Chromium for the run, and for every test that asks a context of its own: no cookie passes
 * between tests.
 */
final class BrowserExtension implements ParameterResolver {
  private static final ExtensionContext.Namespace NAMESPACE =
      ExtensionContext.Namespace.create(BrowserExtension.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    Class<?> type = parameter.getParameter().getType();
    return type == BrowserContext.class || type == Browser.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Browser browser =
        context
            .getRoot()
            .getStore(NAMESPACE)
            .getOrComputeIfAbsent("browser", key -> new RunningBrowser(), RunningBrowser.class)
            .browser;
    if (parameter.getParameter().getType() == Browser.class) {
      return browser;
    }
    return context
        .getStore(NAMESPACE)
        .getOrComputeIfAbsent("context", key -> new OpenContext(browser), OpenContext.class)
        .context;
  }

  /** The browser and its driver, which end together. */
  private static final class RunningBrowser implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    RunningBrowser() {
      playwright =
          Playwright.create(
              new Playwright.CreateOptions()
                  .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
      browser =
          playwright
              .chromium()
              .launch(
                  new BrowserType.LaunchOptions()
                      .setExecutablePath(chromium())
                      // root has no sandbox; the pages are our own
                      .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    private static Path chromium() {
      return Stream.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")
          .map(Path::of)
          .filter(Files::isExecutable)
          .findFirst()
          .orElseThrow(
              () -> new IllegalStateException("Chromium is missing: ./shop test installs it"));
    }

    @Override
    public void close() {
      browser.close();
      playwright.close();
    }
  }

  private static final class OpenContext implements AutoCloseable {
    private final BrowserContext context;

    OpenContext(Browser browser) {
      context =
          browser.newContext(
              new Browser.NewContextOptions().setLocale("nl-NL").setTimezoneId("Europe/Amsterdam"));
    }

    @Override
    public void close() {
      context.close();
    }
  }
}
