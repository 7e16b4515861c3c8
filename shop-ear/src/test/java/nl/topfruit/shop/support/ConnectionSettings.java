package nl.topfruit.shop.support;

/** Changes the technical side of a connection for as long as a test takes. */
public final class ConnectionSettings {
  private ConnectionSettings() {}

  /**
   * @param profile keys of the stored profile that are replaced, as a JSON object
   */
  public static void with(ShopServer shop, String key, String profile, Runnable test) {
    Rows rows = new Rows(shop);
    String before = rows.one(String.class, "select profile from connection where key = ?", key);
    rows.change(
        "update connection set profile = cast(cast(profile as jsonb) || cast(? as jsonb) as varchar) where key = ?",
        profile,
        key);
    try {
      test.run();
    } finally {
      rows.change(
          "update connection set profile = ?, orderers = 'NOT_ASKED', orderer_domains = '{}' where key = ?",
          before,
          key);
    }
  }

  /** A profile in which some parameters of the call-up have names of their own. */
  public static String names(String names) {
    return "{\"names\":{" + names + "}}";
  }
}
