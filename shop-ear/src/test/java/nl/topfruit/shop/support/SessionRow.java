package nl.topfruit.shop.support;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The row of one shopping session, for what takes hours in real life. */
public final class SessionRow {
  private static final String OF_TOKEN = " shopping_session where token_hash = sha256(?)";

  private final Rows rows;
  private final byte[] token;

  /**
   * @param root address of the shop, {@code …/shop/⟨token⟩/}
   */
  public SessionRow(ShopServer shop, String root) {
    String[] parts = root.split("/");
    this.rows = new Rows(shop);
    this.token = parts[parts.length - 1].getBytes(StandardCharsets.US_ASCII);
  }

  public UUID id() {
    return value(UUID.class, "id");
  }

  /** What stands in a column, or what can be reckoned from the row. */
  public <T> T value(Class<T> type, String column) {
    return rows.one(type, "select " + column + " from" + OF_TOKEN, (Object) token);
  }

  /** Nothing was asked for since so long that time is over. */
  public void expire() {
    change("expires_at = now() - interval '1 second'");
  }

  /**
   * @param what one or more assignments
   */
  public void change(String what) {
    rows.change(
        "update shopping_session set " + what + " where token_hash = sha256(?)", (Object) token);
  }
}
