package nl.topfruit.shop.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts what a request asks of the database. */
public final class Statements {
  /** What the server has executed, transaction control and what its timers do apart. */
  private static final String EXECUTED =
      "select cast(coalesce(sum(s.calls), 0) as bigint) from pg_stat_statements s"
          + " join pg_roles r on r.oid = s.userid where r.rolname = 'shop'"
          + " and s.query ~* '^\\s*(select|insert|update|delete|with)' and s.query not ilike '%outbox%'"
          + " and s.query not ilike '%valid_until <%' and s.query not ilike '%valid_until<%' and s.query not ilike '%blanked_at =%'"
          + " and s.query not ilike 'update shopping_session%expires_at<%'";

  private static final String LISTED =
      """
      select s.calls, regexp_replace(s.query, '\\s+', ' ', 'g') as query from pg_stat_statements s
      join pg_roles r on r.oid = s.userid where r.rolname = 'shop'
        and s.query !~* '^(begin|commit|rollback|set|show|select 1$)' and s.query not like '%from outbox where%'
        and s.query not like '%valid_until<%' and s.query not like '%pg_catalog.%'
        and s.query not ilike 'update shopping_session%expires_at<%'
      """;

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

  /**
   * The statements of one request, each as often as it was executed; rows that the driver sends as
   * one batch are one statement. The server's own questions about columns, transaction control and
   * what its timers do are left out. Nothing else may be at work meanwhile.
   */
  public static List<String> of(ShopServer shop, Runnable request) {
    Rows rows = new Rows(shop);
    Eventually.that(
        "what earlier requests left to do is done",
        () -> rows.count("outbox where state = 'WAITING' and next_attempt_at <= now()") == 0);
    rows.list("select pg_stat_statements_reset()");
    request.run();
    List<String> statements = new ArrayList<>();
    Set<String> batches = new HashSet<>();
    for (Map<String, Object> row : rows.list(LISTED)) {
      String query = (String) row.get("query");
      boolean writes = query.startsWith("insert into") || query.startsWith("update ");
      if (!writes) {
        statements.addAll(Collections.nCopies(((Number) row.get("calls")).intValue(), query));
      } else if (batches.add(query.replaceFirst("\\) values \\(.*", ""))) {
        statements.add(query);
      }
    }
    return statements;
  }
}
