package nl.topfruit.shop.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A shop of its own for the measurement, with fresh demo data, started as {@code ./shop run} does.
 */
final class BenchShop implements AutoCloseable {
  private static final int DATABASE_ABOVE_HTTP = 7352;
  private static final int PATIENCE_SECONDS = 300;

  private final Path home;
  private final Path data;
  private final int port;
  private Process launcher;

  BenchShop(Path home, int port) {
    this.home = home;
    this.data = home.resolve("wildfly-config/target/bench");
    this.port = port;
  }

  int port() {
    return port;
  }

  /** Throws away what an earlier measurement left. */
  void reset() throws IOException, InterruptedException {
    Files.createDirectories(data);
    Process reset = launch("reset", "--yes").redirectErrorStream(true).start();
    String said = new String(reset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (reset.waitFor() != 0) {
      throw new IllegalStateException("reset: " + said);
    }
  }

  /**
   * @return seconds until it was ready
   */
  double start() throws IOException {
    Files.createDirectories(data);
    long begin = System.nanoTime();
    launcher = launch("run").redirectError(data.resolve("launcher.err").toFile()).start();
    BufferedReader said = launcher.inputReader(StandardCharsets.UTF_8);
    String line = said.readLine();
    if (line == null || !line.startsWith("Ready:")) {
      throw new IllegalStateException(
          "The shop does not start: " + Files.readString(data.resolve("launcher.err")));
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  /** The history of the demo is told beside the start; it would be measured too. */
  void awaitHistory() throws SQLException, InterruptedException {
    for (int i = 0; i < PATIENCE_SECONDS; i++) {
      try (Connection database = database();
          Statement statement = database.createStatement();
          ResultSet told =
              statement.executeQuery(
                  "select 1 from installation where key = 'demo.history' and value like '% told'")) {
        if (told.next()) {
          return;
        }
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new IllegalStateException("The history of the demo is not told");
  }

  void stop() {
    if (launcher != null && launcher.isAlive()) {
      launcher.destroy();
      launcher.onExit().join();
    }
  }

  private ProcessBuilder launch(String... arguments) {
    Stream<String> java =
        Stream.of(
            Path.of(System.getProperty("java.home"), "bin/java").toString(),
            "-Xmx96m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Dshop.home=" + home,
            "-cp",
            System.getProperty("java.class.path"),
            "nl.topfruit.shop.launcher.Main");
    var builder = new ProcessBuilder(Stream.concat(java, Stream.of(arguments)).toList());
    builder.environment().keySet().removeIf(name -> name.startsWith("SHOP_"));
    builder.environment().put("SHOP_PORT", String.valueOf(port));
    builder.environment().put("SHOP_DATA", data.toString());
    return builder;
  }

  Connection database() throws SQLException {
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + (port + DATABASE_ABOVE_HTTP) + "/shop",
          "postgres",
          Files.readString(data.resolve("database.password")).strip());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  long serverPid() {
    return pid("run/server.pid");
  }

  long databasePid() {
    return pid("postgres/postmaster.pid");
  }

  private long pid(String file) {
    try {
      List<String> lines = Files.readAllLines(data.resolve(file));
      return Long.parseLong(lines.get(0).strip());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stop();
  }
}
