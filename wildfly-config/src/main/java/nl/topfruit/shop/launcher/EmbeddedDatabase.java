package nl.topfruit.shop.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL that comes with the shop: programs and data below the data folder, reachable from
 * this machine only, with a password, and with everything on that makes a commit survive a power
 * cut.
 *
 * <p>It has two users: {@code postgres} migrates, {@code shop} is who the server signs in as and
 * may only read and write.
 */
final class EmbeddedDatabase {
  private static final String NAME = "shop";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Path data;
  private final int port;
  private final PostgresBinaries binaries;
  private final Path cluster;
  private final Path log;
  private final Secret password;
  private final OwnedProcess postmaster;

  EmbeddedDatabase(Path data, int port) {
    this.data = data;
    this.port = port;
    this.binaries = new PostgresBinaries(data.resolve("postgres-18.1"));
    this.cluster = data.resolve("postgres");
    this.log = data.resolve("log").resolve("postgres.log");
    this.password = new Secret(data.resolve("database.password"));
    this.postmaster = new OwnedProcess(cluster.resolve("postmaster.pid"), cluster.toString());
  }

  /** Starts it, making it first when there is none yet. */
  Database start() {
    binaries.unpack();
    if (!Files.exists(cluster.resolve("PG_VERSION"))) {
      create();
    }
    startPostmaster();
    Database database = database();
    prepare(database);
    return database;
  }

  /**
   * The one that runs already.
   *
   * @throws Refusal when it does not run
   */
  Database running() {
    if (postmaster.running().isEmpty()) {
      throw new Refusal(
          "The shop does not run, so its embedded database does not either; start it with ./shop run.");
    }
    return database();
  }

  /**
   * Clears away what a killed launcher, or a power cut, left behind: a postmaster that still runs
   * with the settings and the port of its time is stopped; the lock file of one that is gone is
   * removed. PostgreSQL itself would refuse such a file when the number in it is alive again as
   * something else, or was not buried yet.
   */
  void stopLeftBehind() throws InterruptedException {
    if (postmaster.running().isPresent()) {
      stop();
    } else if (Files.exists(postmaster.record())) {
      awaitLastSession();
      postmaster.forget();
    }
  }

  /**
   * Sessions of a killed postmaster see that it is gone and end by themselves; as long as one
   * lives, nothing may start.
   */
  private void awaitLastSession() throws InterruptedException {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    while (Proc.anyWorksIn(cluster)) {
      if (System.nanoTime() > deadline) {
        throw new Refusal(
            "A process of an earlier database still works in " + cluster + "; stop it by hand.");
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  /**
   * Stops it: sessions are ended, what was committed is on disk. Does nothing when it does not run.
   */
  void stop() {
    if (postmaster.running().isPresent()) {
      run(
          postgres(
              "pg_ctl",
              "stop",
              "-D",
              cluster.toString(),
              "-m",
              "fast",
              "-w",
              "-t",
              seconds(PATIENCE)));
    }
  }

  private Database database() {
    return new Database(
        url(NAME),
        new Database.User("postgres", password.value()),
        new Database.User(NAME, password.value()));
  }

  private void create() {
    // under another name until it is complete: a start that broke off halfway leaves no cluster
    Path unfinished = data.resolve("postgres.unfinished");
    Folders.delete(unfinished);
    Path passwordFile = data.resolve("initdb.password");
    try {
      Files.writeString(passwordFile, password.value());
      Files.setPosixFilePermissions(passwordFile, PosixFilePermissions.fromString("rw-------"));
      run(
          postgres(
              "initdb",
              "-D",
              unfinished.toString(),
              "-U",
              "postgres",
              "-E",
              "UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--auth=scram-sha-256",
              "--pwfile=" + passwordFile));
      Files.move(unfinished, cluster);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Folders.delete(passwordFile);
    }
  }

  private void startPostmaster() {
    try {
      Files.createDirectories(log.getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    List<String> command =
        postgres(
            "pg_ctl",
            "start",
            "-D",
            cluster.toString(),
            "-l",
            log.toString(),
            "-w",
            "-t",
            seconds(PATIENCE),
            "-o");
    command.add(options());
    run(command);
  }

  private String options() {
    return String.join(
        " ",
        "-p " + port,
        "-c listen_addresses=127.0.0.1",
        "-c unix_socket_directories=",
        "-c fsync=on",
        "-c synchronous_commit=on",
        "-c full_page_writes=on",
        "-c max_connections=60",
        "-c shared_buffers=128MB",
        "-c shared_preload_libraries=pg_stat_statements",
        "-c timezone=Europe/Amsterdam",
        "-c log_timezone=Europe/Amsterdam",
        // values of statements are people's data: not in the log, not when something goes wrong
        // either
        "-c log_parameter_max_length=0",
        "-c log_parameter_max_length_on_error=0",
        "-c log_error_verbosity=terse",
        "-c log_min_error_statement=panic");
  }

  /**
   * The database and the server's user: needed once, and again when the password file was lost and
   * made anew.
   */
  private void prepare(Database database) {
    try (Connection connection =
            DriverManager.getConnection(
                url("postgres"), database.owner().name(), database.owner().password());
        Statement statement = connection.createStatement()) {
      if (absent(statement, "select 1 from pg_roles where rolname = 'shop'")) {
        statement.execute("create role shop login password '" + database.user().password() + "'");
      }
      if (absent(statement, "select 1 from pg_database where datname = 'shop'")) {
        statement.execute("create database shop");
        statement.execute("grant pg_read_all_stats to shop");
      }
    } catch (SQLException e) {
      throw new Refusal(
          "The embedded database cannot be used (" + e.getMessage() + "); see " + log + ".", e);
    }
  }

  private static boolean absent(Statement statement, String query) throws SQLException {
    try (ResultSet rows = statement.executeQuery(query)) {
      return !rows.next();
    }
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  private static String seconds(Duration duration) {
    return Long.toString(duration.toSeconds());
  }

  /**
   * PostgreSQL refuses to run as root; in a user namespace of its own root is nobody and still
   * reads its own files.
   */
  private List<String> postgres(String program, String... arguments) {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U"));
    }
    command.add(binaries.program(program).toString());
    command.addAll(List.of(arguments));
    return command;
  }

  private void run(List<String> command) {
    Path output = data.resolve("log").resolve("postgres-commands.log");
    try {
      Files.createDirectories(output.getParent());
      // to a file and not to a pipe: the postmaster keeps what it inherits open for ever
      Process process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()))
              .start();
      if (!process.waitFor(PATIENCE.toSeconds() * 2, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new Refusal("The embedded database does not answer; see " + output + ".");
      }
      if (process.exitValue() != 0) {
        throw new Refusal(
            "The embedded database could not be started or stopped; see "
                + log
                + " and "
                + output
                + ".");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Refusal("Broken off while waiting for the embedded database.", e);
    }
  }
}
