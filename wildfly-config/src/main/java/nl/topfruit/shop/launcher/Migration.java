package nl.topfruit.shop.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;

/**
 * Brings the database to the version of this program before the server starts, or refuses one that
 * does not fit.
 *
 * <p>The mark of demo data is the row {@code demo} of the table {@code installation}; the first
 * start writes it.
 */
final class Migration {
  private static final String LOCATION = "classpath:db/migration";
  private final Database database;
  private final boolean demo;

  Migration(Database database, boolean demo) {
    this.database = database;
    this.demo = demo;
  }

  /**
   * Migrates and checks.
   *
   * @throws Refusal with one sentence when the database is not reachable, newer, changed by hand,
   *     somebody else's, or demo data and demo mode do not go together
   */
  void run() {
    try (Connection connection = database.connectAsOwner()) {
      // demo mode is judged first: a refusal must not leave a database changed
      requireSameMode(connection);
      migrate();
      writeMark(connection);
      prepareForServer(connection);
    } catch (SQLException e) {
      throw new Refusal(
          "The database at " + database.url() + " cannot be used: " + oneLine(e.getMessage()) + ".",
          e);
    }
  }

  private void migrate() {
    Flyway flyway =
        Flyway.configure(Migration.class.getClassLoader())
            .dataSource(database.url(), database.owner().name(), database.owner().password())
            .locations(LOCATION)
            .failOnMissingLocations(false)
            .validateMigrationNaming(true)
            .load();
    try {
      requireNotNewer(flyway);
      requireUnchanged(flyway);
      flyway.migrate();
    } catch (FlywayException e) {
      throw new Refusal(
          "The database cannot be brought to this version of the shop: " + oneLine(e.getMessage()),
          e);
    }
  }

  /**
   * Migrations only go forward: one that was applied and then changed, or has failed, means another
   * program.
   */
  private void requireUnchanged(Flyway flyway) {
    List<String> changed =
        flyway.validateWithResult().invalidMigrations.stream()
            .filter(
                invalid ->
                    invalid.errorDetails.errorCode
                        != CoreErrorCode.RESOLVED_VERSIONED_MIGRATION_NOT_APPLIED)
            .map(invalid -> "V" + invalid.version)
            .toList();
    if (!changed.isEmpty()) {
      throw new Refusal(
          "The database was made by another version of the shop (migration "
              + String.join(", ", changed)
              + " differs)"
              + (demo && database.hasUserOfItsOwn()
                  ? "; ./shop reset throws demo data away."
                  : "; start that version, or restore a backup."));
    }
  }

  private static void requireNotNewer(Flyway flyway) {
    Arrays.stream(flyway.info().applied())
        .filter(
            info ->
                info.getState() == MigrationState.FUTURE_SUCCESS
                    || info.getState() == MigrationState.FUTURE_FAILED)
        .map(MigrationInfo::getVersion)
        .findFirst()
        .ifPresent(
            version -> {
              throw new Refusal(
                  "The database is newer (version "
                      + version
                      + ") than this program; start the newer program or restore"
                      + " an older backup.");
            });
  }

  private void requireSameMode(Connection connection) throws SQLException {
    Optional<Boolean> mark = mark(connection);
    if (mark.isPresent() && mark.get() != demo) {
      throw new Refusal(
          demo
              ? "This database holds no demo data, so the shop does not start on it with SHOP_DEMO=true; use SHOP_DEMO=false"
                  + " or another database."
              : "This database holds demo data, so the shop does not start on it with SHOP_DEMO=false; use another database.");
    }
  }

  private static Optional<Boolean> mark(Connection connection) throws SQLException {
    if (!exists(connection, "public.installation")) {
      return Optional.empty();
    }
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select value from public.installation where key = 'demo'")) {
      return row.next() ? Optional.of(Boolean.parseBoolean(row.getString(1))) : Optional.empty();
    }
  }

  private void writeMark(Connection connection) throws SQLException {
    if (exists(connection, "public.installation")) {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into public.installation (key, value) values ('demo', ?) on conflict (key) do nothing")) {
        insert.setString(1, Boolean.toString(demo));
        insert.executeUpdate();
      }
    }
  }

  /**
   * A schema for the tables of the server itself, and for a user of its own the right to read and
   * write rows.
   */
  private void prepareForServer(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema if not exists server");
      if (database.hasUserOfItsOwn()) {
        String user = statement.enquoteIdentifier(database.user().name(), true);
        statement.execute("grant usage, create on schema server to " + user);
        statement.execute("grant usage on schema public to " + user);
        statement.execute(
            "grant select, insert, update, delete on all tables in schema public to " + user);
        statement.execute("grant usage, select on all sequences in schema public to " + user);
        statement.execute("create extension if not exists pg_stat_statements schema public");
      }
    }
  }

  private static boolean exists(Connection connection, String table) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select to_regclass(?) is not null")) {
      query.setString(1, table);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private static String oneLine(String message) {
    return message == null ? "" : message.strip().replaceAll("\\s*\\R\\s*", "; ");
  }
}
