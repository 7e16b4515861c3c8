package nl.topfruit.shop.support;

/** Counts what a request asks of the database. */
public final class Statements {
  /** What the server has executed, transaction control and what its timers do apart. */
  private static final String EXECUTED =
      "select cast(coalesce(sum(s.calls), 0) as bigint) from pg_stat_statements s"
          + " join pg_roles r on r.oid = s.userid where r.rolname = 'shop'"
          + " and s.query ~* '^\\s*(select|insert|update|delete|with)' and s.query not ilike '%outbox%'"
          + " and s.query not ilike '%valid_until <%' and s.query not ilike '%valid_until<%' and s.query not ilike '%blanked_at =%'"
          + " and s.query not ilike 'update shopping_session%expires_at%'";

  private static final int TRIES = 5;

  private Statements() {}

  /**
   * Statements of one request. Other work of the server can only add to what is counted, so the
   * least of some counts is the request's own.
   */
  public static long fewest(ShopServer shop, Runnable request) {
    Rows rows = new Rows(shop);
    long fewest = Long.MAX_VALUE;
    for (int i = 0; i < TRIES; i++) {
      long before = rows.one(Long.class, EXECUTED);
      request.run();
      fewest = Math.min(fewest, rows.one(Long.class, EXECUTED) - before);
    }
    return fewest;
  }
}
