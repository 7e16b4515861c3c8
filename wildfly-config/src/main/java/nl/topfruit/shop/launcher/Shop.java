package nl.topfruit.shop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.function.Supplier;

/** One shop on one data folder: start in order, wait, stop in the opposite order. */
final class Shop {
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(90);

  private final Settings settings;
  private final Console console;
  private final EmbeddedDatabase embedded;
  private final Server server;
  private final OwnedProcess launcher;
  private boolean stopped;

  Shop(Settings settings, Console console) {
    this(settings, console, true);
  }

  Shop(Settings settings, Console console, boolean withApplication) {
    this.settings = settings;
    this.console = console;
    this.embedded = new EmbeddedDatabase(settings.data(), settings.ports().database());
    this.server = new Server(settings, withApplication);
    this.launcher =
        new OwnedProcess(settings.data().resolve("run/launcher.pid"), Main.class.getName());
  }

  /**
   * Starts everything, says so, and stays until the server ends.
   *
   * @return exit code: 0 after an orderly stop, 1 when the server ended by itself
   */
  int run() throws InterruptedException {
    // held until the process ends, however it ends: two launchers on one data folder would spoil it
    FileLock lock = lock();
    try {
      server.stopLeftBehind();
      embedded.stopLeftBehind();
      settings.ports().requireFree(settings.bind(), settings.embedded());
      launcher.write(ProcessHandle.current().pid());
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
      start();
      server.awaitEnd();
      return endedByItself();
    } finally {
      stop();
      release(lock);
    }
  }

  /** Stops a running shop, or what a killed launcher left of it. */
  void stopRunning() throws InterruptedException {
    if (launcher.running().isPresent()) {
      launcher.end(STOP_PATIENCE);
    }
    server.stopLeftBehind();
    embedded.stopLeftBehind();
  }

  private void start() throws InterruptedException {
    Database database = settings.outside().orElseGet(() -> unlessStopped(embedded::start));
    new Migration(database, settings.demo()).run();
    String secretKey =
        settings.secretKey().orElseGet(new Secret(settings.data().resolve("secret.key"))::value);
    unlessStopped(
        () -> {
          server.start(database, secretKey);
          return server;
        });
    server.awaitReady();
    console.say("Ready: http://localhost:" + settings.ports().http() + "/");
    console.say(
        settings.demo()
            ? "Open it and press \"Speel de besteller van De Linde\", or sign in at /login as kantoor@topfruit.example with"
                + " password demo. Ctrl-C stops the shop."
            : "Make the first administrator with ./shop admin EMAIL. Ctrl-C stops the shop.");
  }

  /** Nothing may start after (or while) a Ctrl-C stops things: it would stay behind. */
  private synchronized <T> T unlessStopped(Supplier<T> step) {
    if (stopped) {
      throw new Refusal("Stopped while starting.");
    }
    return step.get();
  }

  private synchronized int endedByItself() {
    if (stopped) {
      return 0;
    }
    console.complain("The server ended by itself; see " + server.log() + ".");
    return 1;
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    server.stop();
    if (settings.embedded()) {
      embedded.stop();
    }
    launcher.forget();
  }

  private FileLock lock() {
    Path file = settings.data().resolve("run/lock");
    try {
      Files.createDirectories(file.getParent());
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        throw new Refusal(
            "A shop already runs on "
                + settings.data()
                + "; stop it with ./shop stop or choose another SHOP_DATA.");
      }
      return lock;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void release(FileLock lock) {
    try {
      lock.acquiredBy().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
