package nl.topfruit.shop.common;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * A list out of the database: one statement for the rows of a page, and one for how many there are
 * in all, which stops counting at {@link Page#CAP}; none where the page shows that already. What
 * can be sorted by is named by whoever makes the list; what a person typed is only ever a
 * parameter.
 */
public final class ListQuery {
  /** More words than anyone searches with. */
  private static final int MOST_WORDS = 6;

  private final String columns;
  private final String tables;
  private final List<String> conditions = new ArrayList<>();
  private final Map<String, Object> values = new LinkedHashMap<>();
  private final Map<String, String> sorts = new LinkedHashMap<>();
  private final String usualOrder;

  /**
   * @param columns with their names, as SQL has them after "select"
   * @param tables as SQL has them after "from", joins included
   * @param usualOrder as SQL has it after "order by"; it also decides between rows that are equal
   *     under another order, so it must end in something unique
   */
  public ListQuery(String columns, String tables, String usualOrder) {
    this.columns = columns;
    this.tables = tables;
    this.usualOrder = usualOrder;
  }

  /** Only rows for which this holds. */
  public ListQuery where(String condition) {
    conditions.add("(" + condition + ")");
    return this;
  }

  /** Only rows for which this holds; the condition names the value as {@code :name}. */
  public ListQuery where(String condition, String name, Object value) {
    values.put(name, value);
    return where(condition);
  }

  /** A value that a condition names. */
  public ListQuery with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /**
   * Only rows that contain every word of the search in this column. One condition a word, so that a
   * trigram index serves it.
   *
   * @param column lower-case text
   */
  public ListQuery containing(String column, String search) {
    List<String> patterns = patterns(search);
    for (int i = 0; i < patterns.size(); i++) {
      where(column + " like :word" + i, "word" + i, patterns.get(i));
    }
    return this;
  }

  /** Only rows in this state, where the filter names a state that there is. */
  public <E extends Enum<E>> ListQuery inState(String column, Class<E> states, String filter) {
    return Arrays.stream(states.getEnumConstants())
        .filter(state -> state.name().equals(filter))
        .findFirst()
        .map(state -> where(column + " = :state", "state", state.name()))
        .orElse(this);
  }

  /**
   * A column that a person may sort by.
   *
   * @param name as it stands in the address
   * @param column in SQL
   */
  public ListQuery sortable(String name, String column) {
    sorts.put(name, column);
    return this;
  }

  /** Reads the page that is asked for. */
  public <T> Page<T> page(EntityManager em, TableQuery asked, Function<Tuple, T> reader) {
    String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    Query query =
        em.createNativeQuery(
            "select " + columns + " from " + tables + where + " order by " + order(asked),
            Tuple.class);
    values.forEach(query::setParameter);
    @SuppressWarnings("unchecked")
    List<Tuple> tuples =
        query.setFirstResult(asked.first()).setMaxResults(asked.size()).getResultList();
    List<T> rows = tuples.stream().map(reader).toList();
    boolean last = rows.size() < asked.size() && (!rows.isEmpty() || asked.first() == 0);
    return new Page<>(rows, last ? asked.first() + rows.size() : count(em, where));
  }

  private long count(EntityManager em, String where) {
    Query query =
        em.createNativeQuery(
            "select count(*) from (select 1 from "
                + tables
                + where
                + " limit "
                + Page.CAP
                + ") counted");
    values.forEach(query::setParameter);
    return ((Number) query.getSingleResult()).longValue();
  }

  private String order(TableQuery asked) {
    String column = asked.sort() == null ? null : sorts.get(asked.sort());
    if (column == null) {
      return usualOrder;
    }
    return column + (asked.descending() ? " desc nulls last, " : " asc nulls last, ") + usualOrder;
  }

  /** One pattern for SQL's "like" a word, in lower case; none for an empty search. */
  public static List<String> patterns(String search) {
    return Arrays.stream(search.strip().split("\\s+"))
        .filter(word -> !word.isEmpty())
        .limit(MOST_WORDS)
        .map(word -> "%" + literally(word) + "%")
        .toList();
  }

  /** The text in lower case, to stand in a pattern for itself. */
  public static String literally(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replace("\\", "\\\\")
        .replace("%", "\\%")
        .replace("_", "\\_");
  }
}
