package nl.topfruit.shop.protocol.oci.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ExpressionTest {

  private static final Locale DUTCH = Locale.forLanguageTag("nl");
  private final Line line = new Line();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "sku | FM-1004",
        "  sku  | FM-1004",
        "\"0000104711\" | 0000104711",
        "\"zegt \\\"ja\\\" \\\\ nee\" | zegt \"ja\" \\ nee",
        "cut(sku, 2) | FM",
        "cut(sku,99) | FM-1004",
        "last(sku, 4) | 1004",
        "last(sku, 99) | FM-1004",
        "cut(purpose, 2) | 🍎a",
        "last(purpose, 2) | b🍐",
        "pad(cost-centre, 10, \"0\") | 0000004120",
        "pad(cost-centre, 2, \"0\") | 4120",
        "pad(cut(sku, 2), 4, \"·\") | ··FM",
        "table(vat-rate, \"9\"=\"L\", \"21\"=\"H\") | L",
        "table(cost-centre, \"9\"=\"L\", else \"?\") | ?",
        "table(reference, \"9\"=\"L\", else \"?\") | ?",
        "date(delivery-day, \"yyyyMMdd\") | 20261126",
        "date( delivery-day , \"d/M/yy\" ) | 26/11/26",
        "join(\" \", sku, cost-centre) | FM-1004 4120",
        "join(\"-\", sku, reference, \"x\") | FM-1004-x",
        "join(\"-\", sku, contact, \" \", \"x\") | FM-1004-x",
        "join(\"\", last(sku, 4), date(delivery-day, \"dd\")) | 100426",
      })
  void anExpressionMakesItsTextOfTheLine(String expression, String text) {
    assertThat(Expression.parse(expression).of(line)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "reference",
        "cut(reference, 4)",
        "last(reference, 4)",
        "pad(reference, 10, \"0\")",
        "join(\" \", reference, reference)",
        "table(reference, \"a\"=\"b\")",
      })
  void whatIsNotThereIsNotMadeUp(String expression) {
    assertThat(Expression.parse(expression).of(line)).isNull();
    assertThat(line.notListed).isEmpty();
  }

  @Test
  void aValueThatATableDoesNotListIsReported() {
    assertThat(Expression.parse("table(sku, \"a\"=\"b\")").of(line)).isNull();
    assertThat(line.notListed).containsExactly("FM-1004");
  }

  @ParameterizedTest
  @EnumSource(ItemValue.class)
  void everyValueOfOursHasItsWord(ItemValue value) {
    assertThat(value.label(DUTCH)).isNotBlank();
    assertThat(value.label(Locale.ENGLISH)).isNotBlank();
    assertThat(Expression.parse(value.word())).isEqualTo(new Expression.Value(value));
    assertThat(value.word()).matches("[a-z]+(-[a-z]+)*");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "` ` | 1 | expression.empty",
        "sku, name | 4 | expression.goesOn",
        "sku) | 4 | expression.goesOn",
        "kostenplaats | 1 | expression.unknownField",
        "COST-CENTRE | 1 | expression.unknownField",
        "cut(kostenplaats, 3) | 5 | expression.unknownField",
        "exec(sku) | 1 | expression.unknownFunction",
        "cut() | 5 | expression.expected",
        "cut(sku) | 8 | expression.expectedSign",
        "cut(sku, 3 | 11 | expression.expectedSign",
        "cut(sku, 0) | 10 | expression.length",
        "cut(sku, -3) | 10 | expression.length",
        "cut(sku, 99999) | 10 | expression.length",
        "cut(sku, x) | 10 | expression.length",
        "pad(sku, 4, \"\") | 13 | expression.padCharacter",
        "pad(sku, 4, \"00\") | 13 | expression.padCharacter",
        "pad(sku, 4, 0) | 13 | expression.expectedText",
        "table(sku) | 10 | expression.tableEntry",
        "table(sku, else \"9\") | 20 | expression.tableEntry",
        "table(sku, elsewhere \"9\") | 12 | expression.tableEntry",
        "table(sku, \"a\"=\"1\", \"a\"=\"2\") | 21 | expression.twiceInTable",
        "table(sku, \"a\" \"1\") | 16 | expression.expectedSign",
        "table(sku, \"a\"=\"1\", else \"1\", \"b\"=\"1\") | 29 | expression.expectedSign",
        "date(sku, \"yyyy\") | 6 | expression.noDay",
        "date(cut(delivery-day, 4), \"yyyy\") | 6 | expression.noDay",
        "date(delivery-day, \"YYYY-DD\") | 20 | expression.dayPattern",
        "date(delivery-day, \"EEEE\") | 20 | expression.dayPattern",
        "date(delivery-day, \"\") | 20 | expression.dayPattern",
        "date(delivery-day, \"HH:mm\") | 20 | expression.dayPattern",
        "join(\" \", sku) | 14 | expression.joinWhat",
        "join(sku, name) | 6 | expression.expectedText",
        "\"open | 1 | expression.textNotClosed",
        "\"open\\ | 1 | expression.textNotClosed",
        "\"a\\nb\" | 4 | expression.escape",
        "${7*7} | 1 | expression.expected",
        "#{sku} | 1 | expression.expected",
        "' or 1=1 | 1 | expression.expected",
      })
  void aFaultNamesItsPlaceAndWhatToDo(String expression, int position, String key) {
    UnreadableExpression fault = fault(expression);

    assertThat(fault.key()).isEqualTo(key);
    assertThat(fault.position()).isEqualTo(position);
    for (Locale reader : List.of(DUTCH, Locale.ENGLISH)) {
      assertThat(fault.sentence(reader)).doesNotContain("{").endsWith(".").hasSizeGreaterThan(30);
    }
  }

  @Test
  void aControlCharacterHasNoPlaceInAText() {
    assertThat(fault("\"a\nb\"").key()).isEqualTo("expression.controlCharacter");
    assertThat(fault("\"a\u0000b\"").key()).isEqualTo("expression.controlCharacter");
    assertThat(fault("\u0000").key()).isEqualTo("expression.expected");
  }

  @Test
  void deepAndLongExpressionsAreRefusedBeforeTheyCostAnything() {
    assertThat(fault("cut(".repeat(100_000)).key()).isEqualTo("expression.tooLong");
    assertThat(fault("cut(".repeat(1_000)).key()).isEqualTo("expression.tooDeep");
    String deep = "cut(".repeat(7) + "sku" + ", 3)".repeat(7);
    assertThat(Expression.parse(deep).of(line)).isEqualTo("FM-");
    assertThat(fault("cut(" + deep + ", 3)").key()).isEqualTo("expression.tooDeep");
  }

  @Test
  void whatIsPrintedIsReadBackTheSame() {
    Random random = new Random(20261125);
    for (int i = 0; i < 2_000; i++) {
      Expression expression = any(random, 6);
      assertThat(Expression.parse(expression.toString())).isEqualTo(expression);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "name | TEXT",
        "long-text | LINES",
        "description | COMPOSED",
        "cost-centre | CODE",
        "quantity | NUMBER",
        "\"4711\" | CODE",
        "cut(name, 3) | TEXT",
        "cut(cost-centre, 3) | CODE",
        "last(quantity, 3) | CODE",
        "pad(name, 3, \"0\") | CODE",
        "table(name, \"a\"=\"b\") | CODE",
        "date(delivery-day, \"yyyy\") | CODE",
        "join(\" \", sku, cost-centre) | CODE",
        "join(\" \", sku, reference) | TEXT",
      })
  void onlyWordsMayBeShortenedNeverACode(String expression, ItemValue.Kind kind) {
    assertThat(Expression.parse(expression).kind()).isEqualTo(kind);
  }

  private static UnreadableExpression fault(String text) {
    UnreadableExpression fault =
        catchThrowableOfType(UnreadableExpression.class, () -> Expression.parse(text));
    assertThat(fault).as(text).isNotNull();
    assertThat(Expression.faultOf(text)).isPresent();
    return fault;
  }

  private static Expression any(Random random, int depth) {
    ItemValue[] values = ItemValue.values();
    return switch (depth == 0 ? random.nextInt(2) : random.nextInt(8)) {
      case 0 -> new Expression.Value(values[random.nextInt(values.length)]);
      case 1 -> new Expression.Constant(text(random));
      case 2 -> new Expression.Cut(any(random, depth - 1), 1 + random.nextInt(9_999));
      case 3 -> new Expression.Last(any(random, depth - 1), 1 + random.nextInt(9_999));
      case 4 -> new Expression.Pad(any(random, depth - 1), 1 + random.nextInt(40), "\"");
      case 5 ->
          new Expression.Table(
              any(random, depth - 1),
              IntStream.range(0, 1 + random.nextInt(3))
                  .mapToObj(i -> new Expression.Table.Entry(i + text(random), text(random)))
                  .toList(),
              random.nextBoolean() ? null : text(random));
      case 6 -> new Expression.Day(ItemValue.DELIVERY_DAY, "dd-MM-yyyy");
      default ->
          new Expression.Join(
              text(random), Arrays.asList(any(random, depth - 1), any(random, depth - 1)));
    };
  }

  private static String text(Random random) {
    List<String> signs = List.of("a", "\"", "\\", ",", "(", ")", "=", "ë", "🍎", " ", "'", "{0}");
    return random
        .ints(random.nextInt(6), 0, signs.size())
        .mapToObj(signs::get)
        .collect(Collectors.joining());
  }

  /** A line with some values. */
  private static final class Line implements Expression.Line {
    private final List<String> notListed = new ArrayList<>();

    @Override
    public String text(ItemValue value) {
      return Map.of(
              ItemValue.SKU, "FM-1004",
              ItemValue.COST_CENTRE, "4120",
              ItemValue.VAT_RATE, "9",
              ItemValue.CONTACT, "",
              ItemValue.PURPOSE, "🍎ab🍐")
          .get(value);
    }

    @Override
    public LocalDate day(ItemValue value) {
      return LocalDate.of(2026, 11, 26);
    }

    @Override
    public void notInTable(String value) {
      notListed.add(value);
    }
  }
}
