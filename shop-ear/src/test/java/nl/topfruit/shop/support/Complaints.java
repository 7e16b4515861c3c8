package nl.topfruit.shop.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * What a browser complains about while a test runs: errors and warnings on the console, which tell
 * of every breach of the content security policy too, and scripts that failed.
 */
public final class Complaints {
  /** Chromium says so of a page that was asked for and is meant to be refused. */
  private static final Pattern REFUSED_PAGE =
      Pattern.compile("error: Failed to load resource.*status of (404|410).*");

  private final List<String> all = new CopyOnWriteArrayList<>();

  private Complaints() {}

  /** Listens to all pages of this context from now on. */
  public static Complaints of(BrowserContext context) {
    Complaints complaints = new Complaints();
    context.onConsoleMessage(complaints::heard);
    context.onWebError(error -> complaints.all.add("script: " + error.error()));
    return complaints;
  }

  private void heard(ConsoleMessage message) {
    if ("error".equals(message.type()) || "warning".equals(message.type())) {
      all.add(message.type() + ": " + message.text() + " at " + message.location());
    }
  }

  /** Forgets what was heard up to now. */
  public void forget() {
    all.clear();
  }

  public void assertNone() {
    assertThat(all).as("what the browser complained about").isEmpty();
  }

  /** The same where pages were asked for that are over or not there. */
  public void assertNoneButRefusedPages() {
    assertThat(all)
        .as("what the browser complained about")
        .allMatch(line -> REFUSED_PAGE.matcher(line).matches());
  }
}
