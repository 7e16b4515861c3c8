package nl.topfruit.shop.support;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks into the shop's database, behind its back. */
public final class Rows {
  private final ShopServer shop;

  public Rows(ShopServer shop) {
    this.shop = shop;
  }

  /** Every row, values by column name. */
  public List<Map<String, Object>> list(String sql, Object... parameters) {
    try (Connection connection = shop.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      try (ResultSet result = statement.executeQuery()) {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (result.next()) {
          Map<String, Object> row = new LinkedHashMap<>();
          for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
            row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
          }
          rows.add(row);
        }
        return rows;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** The first column of the only row. */
  public <T> T one(Class<T> type, String sql, Object... parameters) {
    List<Map<String, Object>> rows = list(sql, parameters);
    if (rows.size() != 1) {
      throw new AssertionError(rows.size() + " rows: " + sql);
    }
    return type.cast(rows.get(0).values().iterator().next());
  }

  public long count(String sql, Object... parameters) {
    return one(Long.class, "select count(*) from " + sql, parameters);
  }

  /** Arranges what takes days in real life. */
  public int change(String sql, Object... parameters) {
    try (Connection connection = shop.database();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      set(statement, parameters);
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      statement.setObject(i + 1, parameters[i]);
    }
  }
}
