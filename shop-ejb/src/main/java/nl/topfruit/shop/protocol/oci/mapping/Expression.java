package nl.topfruit.shop.protocol.oci.mapping;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the value of a field is made of ours: a small language that can only pick, cut, pad, look up
 * and join. It has no loops, no conditions but a table, and reaches nothing but the line.
 *
 * <pre>
 *  expression = field | text | cut(x, 10) | last(x, 10) | pad(x, 10, "0")
 *             | table(x, "a"="1", "b"="2", else "9") | date(delivery-day, "yyyyMMdd") | join(" ", x, y)
 *  field      = a word of {@link ItemValue}: cost-centre
 *  text       = "…", with \" and \\ inside
 * </pre>
 *
 * A value that is not there stays not there through {@code cut}, {@code last}, {@code pad} and
 * {@code date}; {@code join} leaves it out; {@code table} gives {@code else}. {@link #parse} reads
 * what {@link #toString} writes.
 */
public sealed interface Expression {

  /**
   * @throws UnreadableExpression naming the position and what to do
   */
  static Expression parse(String text) {
    return new ExpressionParser(text).parse();
  }

  /** What is wrong with a text, for a form that is being filled in; empty when it can be read. */
  static Optional<UnreadableExpression> faultOf(String text) {
    try {
      parse(text);
      return Optional.empty();
    } catch (UnreadableExpression fault) {
      return Optional.of(fault);
    }
  }

  /** The text for one line, or null when the line has nothing for it. */
  String of(Line line);

  /** What may be done to the result when it does not fit. */
  ItemValue.Kind kind();

  /** The expressions that it is made of. */
  List<Expression> parts();

  /** Every value of ours in it, at any depth. */
  default Stream<ItemValue> values() {
    return parts().stream().flatMap(Expression::values);
  }

  /** One line, as an expression asks it for its values. */
  interface Line {
    /** As a text in the form of the connection; null when there is none. */
    String text(ItemValue value);

    /** A day; null when there is none. */
    LocalDate day(ItemValue value);

    /** The line holds a value that a table has no answer for. */
    void notInTable(String value);
  }

  /** One of our values. */
  record Value(ItemValue value) implements Expression {
    public Value {
      Objects.requireNonNull(value, "value");
    }

    @Override
    public String of(Line line) {
      return line.text(value);
    }

    @Override
    public ItemValue.Kind kind() {
      return value.kind();
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public Stream<ItemValue> values() {
      return Stream.of(value);
    }

    @Override
    public String toString() {
      return value.word();
    }
  }

  /** The text itself: their number for us, their material group. */
  record Constant(String text) implements Expression {
    public Constant {
      Objects.requireNonNull(text, "text");
    }

    @Override
    public String of(Line line) {
      return text;
    }

    @Override
    public ItemValue.Kind kind() {
      return ItemValue.Kind.CODE;
    }

    @Override
    public List<Expression> parts() {
      return List.of();
    }

    @Override
    public String toString() {
      return quoted(text);
    }
  }

  /** The first so many characters. */
  record Cut(Expression of, int length) implements Expression {
    @Override
    public String of(Line line) {
      String text = of.of(line);
      return text == null || OciText.length(text) <= length
          ? text
          : text.substring(0, text.offsetByCodePoints(0, length));
    }

    @Override
    public ItemValue.Kind kind() {
      return plain(of.kind());
    }

    @Override
    public List<Expression> parts() {
      return List.of(of);
    }

    @Override
    public String toString() {
      return "cut(" + of + ", " + length + ")";
    }
  }

  /** The last so many characters. */
  record Last(Expression of, int length) implements Expression {
    @Override
    public String of(Line line) {
      String text = of.of(line);
      int surplus = text == null ? 0 : OciText.length(text) - length;
      return surplus <= 0 ? text : text.substring(text.offsetByCodePoints(0, surplus));
    }

    @Override
    public ItemValue.Kind kind() {
      return plain(of.kind());
    }

    @Override
    public List<Expression> parts() {
      return List.of(of);
    }

    @Override
    public String toString() {
      return "last(" + of + ", " + length + ")";
    }
  }

  /**
   * Made as long as that by putting a character before it.
   *
   * @param with one character
   */
  record Pad(Expression of, int length, String with) implements Expression {
    @Override
    public String of(Line line) {
      String text = of.of(line);
      return text == null || text.isEmpty()
          ? text
          : with.repeat(Math.max(0, length - OciText.length(text))) + text;
    }

    @Override
    public ItemValue.Kind kind() {
      return ItemValue.Kind.CODE;
    }

    @Override
    public List<Expression> parts() {
      return List.of(of);
    }

    @Override
    public String toString() {
      return "pad(" + of + ", " + length + ", " + quoted(with) + ")";
    }
  }

  /**
   * Looked up, to the letter.
   *
   * @param otherwise for what is not listed; null when nothing is: then a line with such a value
   *     may not be sent
   */
  record Table(Expression of, List<Entry> entries, String otherwise) implements Expression {
    /** One line of the table. */
    public record Entry(String from, String to) {}

    public Table {
      entries = List.copyOf(entries);
    }

    @Override
    public String of(Line line) {
      String text = of.of(line);
      for (Entry entry : entries) {
        if (entry.from().equals(text)) {
          return entry.to();
        }
      }
      if (otherwise == null && text != null && !text.isEmpty()) {
        line.notInTable(text);
      }
      return otherwise;
    }

    @Override
    public ItemValue.Kind kind() {
      return ItemValue.Kind.CODE;
    }

    @Override
    public List<Expression> parts() {
      return List.of(of);
    }

    @Override
    public String toString() {
      String listed =
          entries.stream()
              .map(entry -> ", " + quoted(entry.from()) + "=" + quoted(entry.to()))
              .collect(Collectors.joining());
      return "table("
          + of
          + listed
          + (otherwise == null ? "" : ", else " + quoted(otherwise))
          + ")";
    }
  }

  /**
   * A day in their form.
   *
   * @param pattern of {@link DateTimeFormatter}, with y, M, d and separators only
   */
  record Day(ItemValue value, String pattern) implements Expression {
    @Override
    public String of(Line line) {
      LocalDate day = line.day(value);
      return day == null ? null : DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(day);
    }

    @Override
    public ItemValue.Kind kind() {
      return ItemValue.Kind.CODE;
    }

    @Override
    public List<Expression> parts() {
      return List.of(new Value(value));
    }

    @Override
    public String toString() {
      return "date(" + value.word() + ", " + quoted(pattern) + ")";
    }
  }

  /** One after the other, with a text between; what is empty is left out. */
  record Join(String between, List<Expression> parts) implements Expression {
    public Join {
      parts = List.copyOf(parts);
    }

    @Override
    public String of(Line line) {
      String joined =
          parts.stream()
              .map(part -> part.of(line))
              .filter(text -> text != null && !text.isBlank())
              .collect(Collectors.joining(between));
      return joined.isEmpty() ? null : joined;
    }

    @Override
    public ItemValue.Kind kind() {
      return parts.stream().map(part -> plain(part.kind())).anyMatch(ItemValue.Kind.TEXT::equals)
          ? ItemValue.Kind.TEXT
          : ItemValue.Kind.CODE;
    }

    @Override
    public String toString() {
      return "join("
          + quoted(between)
          + parts.stream().map(part -> ", " + part).collect(Collectors.joining())
          + ")";
    }
  }

  private static ItemValue.Kind plain(ItemValue.Kind kind) {
    return switch (kind) {
      case TEXT, LINES, COMPOSED -> ItemValue.Kind.TEXT;
      case CODE, NUMBER -> ItemValue.Kind.CODE;
    };
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
