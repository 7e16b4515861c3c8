package nl.topfruit.shop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.wildfly.core.launcher.StandaloneCommandBuilder;

/**
 * WildFly with the shop in it, in a base directory of its own below the data folder. Configuration
 * and application are laid out anew on every start; logs, transaction log and timers stay.
 */
final class Server {
  private static final Duration START_PATIENCE = Duration.ofMinutes(5);
  private static final Duration READY_PATIENCE = Duration.ofMinutes(3);
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(30);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Settings settings;
  private final Path wildfly;
  private final Path application;
  private final Path base;
  private final Path console;
  private final OwnedProcess owned;
  private final boolean withApplication;
  private Process process;

  /**
   * @param withApplication false leaves the EAR out: the in-container tests deploy it themselves
   */
  Server(Settings settings, boolean withApplication) {
    this.settings = settings;
    this.withApplication = withApplication;
    this.wildfly = settings.home().resolve("wildfly-config/target/wildfly");
    this.application = settings.home().resolve("shop-ear/target/shop.ear");
    this.base = settings.data().resolve("server");
    this.console = settings.data().resolve("log/server-console.log");
    this.owned =
        new OwnedProcess(
            settings.data().resolve("run/server.pid"), "-Djboss.server.base.dir=" + base);
  }

  /** Stops a server that a killed launcher left behind. */
  void stopLeftBehind() {
    owned.end(STOP_PATIENCE);
  }

  /** Starts the process; {@link #awaitReady()} tells when it answers. */
  void start(Database database, String secretKey) {
    layOut();
    List<String> command = new ArrayList<>();
    // a session of its own: Ctrl-C in the terminal reaches the launcher only, which stops things in
    // order
    command.add("setsid");
    command.addAll(javaCommand());
    try {
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .directory(base.toFile())
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .redirectOutput(ProcessBuilder.Redirect.to(console.toFile()));
      builder.environment().putAll(environment(database, secretKey));
      process = builder.start();
      owned.write(process.pid());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Waits until the shop answers as ready.
   *
   * @throws Refusal when the application does not deploy, the server ends, or time is up
   */
  void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (!deployed()) {
      waitOrRefuse(
          deadline,
          "The application is not on the server after %d minutes; see %s.",
          START_PATIENCE);
    }
    deadline = System.nanoTime() + READY_PATIENCE.toNanos();
    while (!answersReady()) {
      waitOrRefuse(
          deadline,
          "The application does not say that it is ready within %d minutes; see %s.",
          READY_PATIENCE);
    }
  }

  private boolean deployed() {
    if (Files.exists(base.resolve("deployments/shop.ear.failed"))) {
      throw new Refusal("The application does not start on the server; see " + log() + ".");
    }
    return Files.exists(base.resolve("deployments/shop.ear.deployed")) || !withApplication;
  }

  private void waitOrRefuse(long deadline, String sentence, Duration patience)
      throws InterruptedException {
    if (process.waitFor(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new Refusal("The server ended while it started; see " + log() + ".");
    }
    if (System.nanoTime() > deadline) {
      throw new Refusal(sentence.formatted(patience.toMinutes(), log()));
    }
  }

  /** Waits until the process ends, whoever ends it. */
  int awaitEnd() throws InterruptedException {
    return process.waitFor();
  }

  /** Stops it: running requests are finished first. */
  void stop() {
    if (process != null && process.isAlive()) {
      OwnedProcess.end(process.toHandle(), STOP_PATIENCE);
    }
    owned.forget();
  }

  Path log() {
    return base.resolve("log/server.log");
  }

  private void layOut() {
    if (withApplication && !Files.exists(application)) {
      throw new Refusal("The application is not built: " + application + " is missing.");
    }
    try {
      Path configuration = base.resolve("configuration");
      Path deployments = base.resolve("deployments");
      for (Path fresh :
          List.of(configuration, deployments, base.resolve("tmp"), base.resolve("data/content"))) {
        Folders.delete(fresh);
      }
      Files.createDirectories(configuration);
      Files.createDirectories(deployments);
      Files.createDirectories(console.getParent());
      for (String file :
          List.of(
              "standalone.xml",
              "logging.properties",
              "application-users.properties",
              "application-roles.properties",
              "mgmt-users.properties",
              "mgmt-groups.properties")) {
        Files.copy(
            wildfly.resolve("standalone/configuration").resolve(file), configuration.resolve(file));
      }
      if (withApplication) {
        Files.copy(application, deployments.resolve("shop.ear"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("The server cannot be laid out in " + base, e);
    }
  }

  private List<String> javaCommand() {
    return StandaloneCommandBuilder.of(wildfly)
        .setJavaHome(Path.of(System.getProperty("java.home")))
        .setBaseDirectory(base)
        .setServerReadOnlyConfiguration("standalone.xml")
        .setJavaOptions(
            "-Xms128m",
            "-Xmx336m",
            "-Xmn96m",
            "-XX:MaxMetaspaceSize=256m",
            "-XX:ReservedCodeCacheSize=96m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Duser.timezone=Europe/Amsterdam",
            "-Duser.language=nl",
            "-Duser.country=NL",
            "-Dfile.encoding=UTF-8",
            "-Djava.net.preferIPv4Stack=true",
            "-Djava.awt.headless=true")
        .addServerArguments(
            "-Djboss.bind.address=" + settings.bind(),
            "-Djboss.bind.address.management=127.0.0.1",
            "-Djboss.socket.binding.port-offset=" + settings.ports().offset())
        .build();
  }

  private Map<String, String> environment(Database database, String secretKey) {
    return Map.ofEntries(
        Map.entry("SHOP_DATA", settings.data().toString()),
        Map.entry("SHOP_DEMO", Boolean.toString(settings.demo())),
        Map.entry("SHOP_DB_URL", database.url()),
        Map.entry("SHOP_DB_USER", database.user().name()),
        Map.entry("SHOP_DB_PASSWORD", database.user().password()),
        Map.entry("SHOP_PUBLIC_URL", settings.publicUrl()),
        Map.entry("SHOP_TRUSTED_PROXY_PATTERN", settings.trustedProxyPattern()),
        Map.entry("SHOP_SECRET_KEY", secretKey),
        // threads that share fewer pools of native memory leave less of it unused
        Map.entry("MALLOC_ARENA_MAX", "2"),
        Map.entry("LC_ALL", "C.UTF-8"));
  }

  private boolean answersReady() throws InterruptedException {
    String host =
        List.of("0.0.0.0", "::").contains(settings.bind()) ? "127.0.0.1" : settings.bind();
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    HttpRequest request =
        HttpRequest.newBuilder(
                URI.create("http://" + host + ":" + settings.ports().http() + "/health/ready"))
            .timeout(Duration.ofSeconds(30))
            .build();
    try {
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      // an application without that page counts as ready once it is deployed
      return status == 200 || status == 404;
    } catch (IOException e) {
      return false;
    }
  }
}
