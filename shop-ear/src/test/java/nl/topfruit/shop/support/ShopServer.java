package nl.topfruit.shop.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A whole shop in processes of its own, started by the launcher as {@code ./shop run} does it:
 * embedded PostgreSQL with fresh data, the configured WildFly and the built EAR, with demo data.
 *
 * <p>Tests get the one that all share by {@link WithShop} and a parameter of this type. A test that
 * kills or restarts it leaves it running.
 */
public final class ShopServer implements AutoCloseable {
  private static final int MANAGEMENT_ABOVE_HTTP = 1910;
  private static final int DATABASE_ABOVE_HTTP = 7352;
  private static final int STOP_SECONDS = 90;
  private static final Duration HISTORY_PATIENCE = Duration.ofMinutes(5);

  private final Path data;
  private final int port;
  private final Map<String, String> environment;
  private final List<String> options;
  private Process launcher;

  private ShopServer(String name, Map<String, String> environment, List<String> options) {
    this.data = Home.path().resolve("shop-ear/target/it").resolve(name).toAbsolutePath();
    this.port = freePort();
    this.environment = new HashMap<>(environment);
    this.options = options;
  }

  /**
   * Starts a shop with fresh demo data.
   *
   * @param name folder of its data below target/it; what an earlier run left there is thrown away
   */
  static ShopServer fresh(String name) {
    return fresh(name, Map.of(), List.of());
  }

  static ShopServer fresh(String name, Map<String, String> environment, List<String> options) {
    ShopServer shop = new ShopServer(name, environment, options);
    shop.command("reset", "--yes");
    shop.start();
    if (!options.contains("--without-application")
        && !"false".equals(environment.get("SHOP_DEMO"))) {
      shop.awaitHistory();
    }
    return shop;
  }

  /** The address of a page, for example {@code url("/shop/")}. */
  public URI url(String path) {
    return URI.create("http://localhost:" + port + path);
  }

  public int port() {
    return port;
  }

  int managementPort() {
    return port + MANAGEMENT_ABOVE_HTTP;
  }

  /** Folder of everything the shop keeps: {@code mail/*.eml}, {@code server/log/server.log}. */
  public Path data() {
    return data;
  }

  /** What the server has logged up to now. */
  public String log() {
    return read(data.resolve("server/log/server.log"));
  }

  /** A connection with all rights, for arranging and for looking; the caller closes it. */
  public Connection database() throws SQLException {
    String url =
        "jdbc:postgresql://127.0.0.1:"
            + (port + DATABASE_ABOVE_HTTP)
            + "/shop?ApplicationName=test";
    return DriverManager.getConnection(
        url, "postgres", read(data.resolve("database.password")).strip());
  }

  /** Starts it on the data it has, and waits until it is ready. */
  public void start() {
    try {
      Files.createDirectories(data);
      launcher = launcher("run").redirectError(data.resolve("launcher.err").toFile()).start();
      BufferedReader said = launcher.inputReader(StandardCharsets.UTF_8);
      String line = said.readLine();
      if (line == null || !line.startsWith("Ready: ")) {
        launcher.waitFor(STOP_SECONDS, TimeUnit.SECONDS);
        throw new IllegalStateException(
            "The shop does not start: " + read(data.resolve("launcher.err")) + errors());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The history of the demo is told beside the start; a test that counts would count it too. */
  private void awaitHistory() {
    var rows = new Rows(this);
    Eventually.get(
        "the history of the demo is told",
        HISTORY_PATIENCE,
        () ->
            rows
                .list(
                    "select 1 from installation where key = 'demo.history' and value like '% told'")
                .stream()
                .findFirst());
  }

  /** Stops it in order, as Ctrl-C does. */
  public void stop() {
    command("stop");
    awaitEnd(launcher.toHandle());
  }

  /**
   * {@code kill -9} of the WildFly process alone; the launcher then stops the database and ends
   * too.
   */
  public void killServer() {
    process("run/server.pid").ifPresent(ShopServer::kill);
    awaitEnd(launcher.toHandle());
  }

  /**
   * {@code kill -9} of the launcher alone.
   *
   * @return the WildFly that runs on without it
   */
  public ProcessHandle killLauncher() {
    kill(launcher.toHandle());
    return process("run/server.pid").orElseThrow();
  }

  /** {@code kill -9} of the launcher, WildFly and PostgreSQL, as a power cut does it. */
  public void killEverything() {
    List<ProcessHandle> all =
        Stream.of(
                Stream.of(launcher.toHandle()),
                process("run/server.pid").stream(),
                process("postgres/postmaster.pid").stream())
            .flatMap(s -> s)
            .toList();
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(ShopServer::awaitEnd);
  }

  /** Stops it in order and starts it again on the same data. */
  public void restart() {
    stop();
    start();
  }

  @Override
  public void close() {
    stop();
  }

  private void command(String... arguments) {
    try {
      Files.createDirectories(data);
      Path output = data.resolve("command.log");
      Process process =
          launcher(arguments).redirectErrorStream(true).redirectOutput(output.toFile()).start();
      if (!process.waitFor(STOP_SECONDS * 2L, TimeUnit.SECONDS) || process.exitValue() != 0) {
        throw new IllegalStateException(String.join(" ", arguments) + " failed: " + read(output));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private ProcessBuilder launcher(String... arguments) {
    Path config = Home.path().resolve("wildfly-config/target");
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx96m",
            "-XX:TieredStopAtLevel=1",
            "-Dshop.home=" + Home.path(),
            "-cp",
            config.resolve("classes") + ":" + config.resolve("lib") + "/*",
            "nl.topfruit.shop.launcher.Main");
    Stream<String> rest = Stream.concat(Stream.of(arguments), options.stream());
    ProcessBuilder builder = new ProcessBuilder(Stream.concat(java, rest).toList());
    builder.environment().keySet().removeIf(name -> name.startsWith("SHOP_"));
    builder.environment().put("SHOP_PORT", Integer.toString(port));
    builder.environment().put("SHOP_DATA", data.toString());
    builder.environment().putAll(environment);
    return builder;
  }

  private Optional<ProcessHandle> process(String record) {
    return read(data.resolve(record))
        .lines()
        .findFirst()
        .map(String::strip)
        .map(Long::valueOf)
        .flatMap(ProcessHandle::of);
  }

  private static void kill(ProcessHandle process) {
    process.destroyForcibly();
    awaitEnd(process);
  }

  private static void awaitEnd(ProcessHandle process) {
    try {
      process.onExit().get(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new IllegalStateException("Process " + process.pid() + " does not end", e);
    }
  }

  /** The lines of the server's log that tell why it did not start. */
  private String errors() {
    return log()
        .lines()
        .filter(line -> line.contains(" ERROR ") || line.startsWith("Caused by"))
        .limit(10)
        .reduce("", (all, line) -> all + System.lineSeparator() + line);
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    for (int attempt = 0; attempt < 200; attempt++) {
      // below the range that the system gives to outgoing connections, with what moves along too
      int candidate = ThreadLocalRandom.current().nextInt(10_000, 24_000);
      if (free(candidate)
          && free(candidate + MANAGEMENT_ABOVE_HTTP)
          && free(candidate + DATABASE_ABOVE_HTTP)) {
        return candidate;
      }
    }
    throw new IllegalStateException("No free ports");
  }

  private static boolean free(int port) {
    try (ServerSocket probe = new ServerSocket()) {
      probe.bind(new InetSocketAddress("127.0.0.1", port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
