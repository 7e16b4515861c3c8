package nl.topfruit.shop.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The embedded database and the judgement whether a database fits, on a real PostgreSQL. */
class MigrationTest {
  @TempDir private static Path data;
  private static EmbeddedDatabase embedded;
  private static Database server;
  private Database database;

  @BeforeAll
  static void start() throws IOException {
    embedded = new EmbeddedDatabase(data, freePort());
    server = embedded.start();
  }

  @AfterAll
  static void stop() {
    embedded.stop();
  }

  @BeforeEach
  void emptyDatabase() throws SQLException {
    execute(server, "drop database if exists trial", "create database trial");
    database =
        new Database(server.url().replaceAll("shop$", "trial"), server.owner(), server.user());
  }

  @Test
  void whatMakesACommitSurviveAPowerCutIsOn() throws SQLException {
    for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
      assertThat(value(server, "show " + setting)).as(setting).isEqualTo("on");
    }
  }

  @Test
  void aWrongPasswordIsRefused() {
    assertThatThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "guess"))
        .isInstanceOf(SQLException.class);
  }

  @Test
  void theFirstStartMarksTheDatabaseAsDemoOrNot() throws SQLException {
    new Migration(database, true).run();
    assertThat(value(database, "select value from installation where key = 'demo'"))
        .isEqualTo("true");
    new Migration(database, true).run();
  }

  @Test
  void demoDataIsNeverTakenForTheRealShop() {
    new Migration(database, true).run();
    assertThatThrownBy(() -> new Migration(database, false).run())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("holds demo data");
  }

  @Test
  void aRealShopNeverGetsDemoData() {
    new Migration(database, false).run();
    assertThatThrownBy(() -> new Migration(database, true).run())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("holds no demo data");
  }

  @Test
  void aNewerDatabaseIsRefused() throws SQLException {
    new Migration(database, false).run();
    execute(
        database,
        "insert into flyway_schema_history select 9999, '9999', 'later', type, 'V9999__later.sql', checksum, installed_by,"
            + " installed_on, execution_time, success from flyway_schema_history where version = '1'");
    assertThatThrownBy(() -> new Migration(database, false).run())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("newer (version 9999)");
  }

  @Test
  void aDatabaseOfAnotherVersionIsRefused() throws SQLException {
    new Migration(database, false).run();
    execute(database, "update flyway_schema_history set checksum = 1 where version = '1'");
    assertThatThrownBy(() -> new Migration(database, false).run())
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("migration V1 differs");
  }

  @Test
  void somebodyElsesDatabaseIsRefusedAndLeftAsItWas() throws SQLException {
    execute(database, "create table payroll (id int)");
    assertThatThrownBy(() -> new Migration(database, false).run()).isInstanceOf(Refusal.class);
    assertThat(value(database, "select to_regclass('installation') is null")).isEqualTo("t");
  }

  @Test
  void theServersUserReadsAndWritesRowsButAltersNoTable() throws SQLException {
    new Migration(database, false).run();
    Database asUser = new Database(database.url(), database.user(), database.user());
    execute(
        asUser,
        "insert into installation (key, value) values ('note', 'x')",
        "delete from installation where key = 'note'");
    assertThatThrownBy(() -> execute(asUser, "alter table installation add column spare int"))
        .isInstanceOf(SQLException.class);
    execute(asUser, "create table server.job (id int)", "drop table server.job");
  }

  @Test
  void anUnreachableDatabaseIsSaidInOneSentence() {
    Database nowhere =
        new Database("jdbc:postgresql://127.0.0.1:1/shop", server.owner(), server.user());
    assertThatThrownBy(() -> new Migration(nowhere, false).run())
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith(
            "The database at jdbc:postgresql://127.0.0.1:1/shop cannot be used");
  }

  private static void execute(Database database, String... statements) throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  private static String value(Database database, String query) throws SQLException {
    try (Connection connection = database.connectAsOwner();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return probe.getLocalPort();
    }
  }
}
