package nl.topfruit.shop.common;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.persistence.Tuple;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Reads columns of a native query as the types that we reckon with. An absent value is null. */
public final class Rows {
  private Rows() {}

  public static int integer(Tuple row, String column) {
    return ((Number) row.get(column)).intValue();
  }

  public static BigDecimal number(Tuple row, String column) {
    return (BigDecimal) row.get(column);
  }

  public static Money money(Tuple row, String column) {
    BigDecimal amount = number(row, column);
    return amount == null ? null : Money.euro(amount);
  }

  public static boolean bool(Tuple row, String column) {
    return Boolean.TRUE.equals(row.get(column));
  }

  public static String text(Tuple row, String column) {
    Object value = row.get(column);
    return value == null ? null : value.toString();
  }

  /** A date, whichever type the driver gives it: all of them write themselves as ISO 8601. */
  public static LocalDate day(Tuple row, String column) {
    Object value = row.get(column);
    return value == null ? null : LocalDate.parse(value.toString());
  }

  /** A moment, whichever type the driver gives it. */
  public static Instant moment(Tuple row, String column) {
    Object value = row.get(column);
    if (value == null) {
      return null;
    }
    return value instanceof Instant moment
        ? moment
        : value instanceof OffsetDateTime offset
            ? offset.toInstant()
            : OffsetDateTime.parse(value.toString()).toInstant();
  }

  /** One of the names of an enum. */
  public static <E extends Enum<E>> E constant(Tuple row, String column, Class<E> type) {
    String name = text(row, column);
    return name == null ? null : Enum.valueOf(type, name);
  }

  /** A text array. */
  public static List<String> strings(Tuple row, String column) {
    Object value = row.get(column);
    return value == null
        ? List.of()
        : Arrays.stream((Object[]) value).map(String.class::cast).toList();
  }

  /** A JSON array of objects, each read into what it stands for; none when it is absent. */
  public static <T> List<T> list(Tuple row, String column, Function<JsonObject, T> reader) {
    String json = text(row, column);
    if (json == null) {
      return List.of();
    }
    try (var parser = Json.createReader(new StringReader(json))) {
      return parser.readArray().getValuesAs(JsonObject.class).stream().map(reader).toList();
    }
  }
}
