package nl.topfruit.shop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Throws the data of the embedded database away, after asking. An outside database is never
 * touched.
 */
final class Reset {
  private static final List<String> DEMO_DATA =
      List.of("postgres", "server", "mail", "log", "run", "database.password", "secret.key");

  private final Settings settings;
  private final Console console;

  Reset(Settings settings, Console console) {
    this.settings = settings;
    this.console = console;
  }

  /**
   * Stops the shop and deletes its data.
   *
   * @param sure true does not ask
   */
  int run(boolean sure) throws InterruptedException {
    if (!settings.embedded()) {
      throw new Refusal("SHOP_DB_URL names an outside database, which reset never touches.");
    }
    if (!sure && !agreed()) {
      console.say("Nothing was thrown away.");
      return 1;
    }
    new Shop(settings, console).stopRunning();
    for (String name : DEMO_DATA) {
      Path path = settings.data().resolve(name);
      Folders.delete(path);
    }
    console.say("The data in " + settings.data() + " is gone; ./shop run starts afresh.");
    return 0;
  }

  private boolean agreed() {
    console.say("Throw away all data in " + settings.data() + "? Type yes:");
    try {
      StringBuilder answer = new StringBuilder();
      for (int c = System.in.read(); c >= 0 && c != '\n'; c = System.in.read()) {
        answer.append((char) c);
      }
      return "yes".equals(answer.toString().strip());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
