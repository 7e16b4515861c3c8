package nl.topfruit.shop.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What PostgreSQL alone needs for the rows of an order: the message in a commit of its own, then
 * everything else in one, into tables like those of the shop.
 */
final class SameRows implements Load.Worker {
  private static final List<String> TABLES =
      List.of(
          "message",
          "purchase_order",
          "purchase_order_line",
          "customer_order",
          "order_line",
          "delivery");

  private static final Map<String, String> OF_THE_ORDER =
      Map.of(
          "message", "reference = (select message_reference from purchase_order where id = '%s')",
          "purchase_order", "id = '%s'",
          "purchase_order_line", "purchase_order_id = '%s'",
          "customer_order", "purchase_order_id = '%s'",
          "order_line", "order_id = (select id from customer_order where purchase_order_id = '%s')",
          "delivery", "order_id = (select id from customer_order where purchase_order_id = '%s')");

  private final Connection connection;
  private final Map<String, PreparedStatement> inserts = new LinkedHashMap<>();
  private final Map<String, List<Object>> rows = new LinkedHashMap<>();
  private final Map<String, List<String>> columns = new LinkedHashMap<>();
  private final PreparedStatement places;

  private SameRows(Connection connection) throws SQLException {
    this.connection = connection;
    connection.setAutoCommit(false);
    String order = null;
    try (Statement statement = connection.createStatement();
        ResultSet newest =
            statement.executeQuery(
                "select id from purchase_order where state = 'PLACED' order by received_at desc limit 1")) {
      newest.next();
      order = newest.getString(1);
    }
    for (String table : TABLES) {
      read(table, OF_THE_ORDER.get(table).formatted(order));
    }
    places =
        connection.prepareStatement(
            "update bench.delivery_capacity set taken = taken + 1 where day = (select max(day) from bench.delivery_capacity)");
    connection.commit();
  }

  /** Makes the tables, empty, with their indexes. */
  static void prepare(BenchShop shop) throws SQLException {
    try (Connection connection = shop.database();
        Statement statement = connection.createStatement()) {
      statement.execute("create schema bench");
      for (String table : TABLES) {
        statement.execute(
            "create table bench.%1$s (like public.%1$s including indexes)".formatted(table));
      }
      statement.execute(
          "create table bench.delivery_capacity (like delivery_capacity including all)");
      statement.execute("insert into bench.delivery_capacity select * from delivery_capacity");
    }
  }

  static Load.Worker open(BenchShop shop) throws SQLException {
    return new SameRows(shop.database());
  }

  private void read(String table, String where) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("select * from " + table + " where " + where + " limit 1")) {
      row.next();
      List<String> names = new ArrayList<>();
      List<Object> values = new ArrayList<>();
      for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
        names.add(row.getMetaData().getColumnName(i));
        values.add(row.getObject(i));
      }
      columns.put(table, names);
      rows.put(table, values);
      inserts.put(
          table,
          connection.prepareStatement(
              "insert into bench.%s (%s) values (%s)"
                  .formatted(
                      table,
                      String.join(", ", names),
                      String.join(", ", Collections.nCopies(names.size(), "?")))));
    }
  }

  @Override
  public void once() throws SQLException {
    String unique = UUID.randomUUID().toString().substring(0, 18);
    insert("message", unique);
    connection.commit();
    for (String table : TABLES.subList(1, TABLES.size())) {
      insert(table, unique);
    }
    places.executeUpdate();
    connection.commit();
  }

  private void insert(String table, String unique) throws SQLException {
    PreparedStatement insert = inserts.get(table);
    List<String> names = columns.get(table);
    for (int i = 0; i < names.size(); i++) {
      Object value =
          switch (names.get(i)) {
            case "id", "purchase_order_id", "order_id" -> UUID.randomUUID();
            case "reference" -> table.equals("message") ? unique : rows.get(table).get(i);
            case "number", "order_key", "order_number" -> unique;
            default -> rows.get(table).get(i);
          };
      insert.setObject(i + 1, value);
    }
    insert.executeUpdate();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
