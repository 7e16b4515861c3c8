package nl.topfruit.shop.http;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import nl.topfruit.shop.support.ShopServer;

/** Looks into the database, to see what an answer was worth. */
final class Database {
  private final ShopServer shop;

  Database(ShopServer shop) {
    this.shop = shop;
  }

  /** Rows as texts, columns joined by "|"; an absent value is "-". */
  List<String> rows(String sql, Object... values) {
    try (Connection database = shop.database();
        PreparedStatement query = database.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        query.setObject(i + 1, values[i]);
      }
      try (ResultSet result = query.executeQuery()) {
        List<String> rows = new ArrayList<>();
        int columns = result.getMetaData().getColumnCount();
        while (result.next()) {
          StringBuilder row = new StringBuilder();
          for (int i = 1; i <= columns; i++) {
            String value = result.getString(i);
            row.append(i == 1 ? "" : "|").append(value == null ? "-" : value);
          }
          rows.add(row.toString());
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  String one(String sql, Object... values) {
    List<String> rows = rows(sql, values);
    if (rows.size() != 1) {
      throw new IllegalStateException(rows.size() + " rows: " + sql);
    }
    return rows.get(0);
  }
}
