package nl.topfruit.shop.protocol.oci.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nl.topfruit.shop.protocol.Quantities;
import nl.topfruit.shop.protocol.oci.mapping.Expression.Table.Entry;

/** Reads an {@link Expression}: recursive descent, one method for each rule of the grammar. */
final class ExpressionParser {
  private static final int LONGEST = 8_000;
  private static final int DEEPEST = 8;
  private static final int MOST_CHARACTERS = 9_999;
  private static final String FUNCTIONS = "cut, last, pad, table, date, join";

  /** Letters with more than one reading ("YYYY", "mm") or a language are left out. */
  private static final Pattern DAY = Pattern.compile("(?:yyyy|yy|MM?|dd?|[-/. ])+");

  private final String text;
  private int at;
  private int depth;

  ExpressionParser(String text) {
    this.text = text == null ? "" : text;
  }

  Expression parse() {
    if (text.isBlank()) {
      throw wrong(0, "expression.empty");
    }
    if (text.length() > LONGEST) {
      throw wrong(LONGEST, "expression.tooLong", Integer.toString(LONGEST));
    }
    Expression expression = expression();
    blanks();
    if (at < text.length()) {
      throw wrong(at, "expression.goesOn", found());
    }
    return expression;
  }

  private Expression expression() {
    blanks();
    if (++depth > DEEPEST) {
      throw wrong(at, "expression.tooDeep", Integer.toString(DEEPEST));
    }
    Expression expression = peek() == '"' ? new Expression.Constant(string()) : named();
    depth--;
    return expression;
  }

  private Expression named() {
    int start = at;
    String word = word();
    if (word.isEmpty()) {
      throw wrong(start, "expression.expected", found());
    }
    blanks();
    if (peek() != '(') {
      return new Expression.Value(
          ItemValue.named(word)
              .orElseThrow(
                  () ->
                      wrong(
                          start,
                          "expression.unknownField",
                          Quantities.shortened(word),
                          ItemValue.words())));
    }
    at++;
    Expression function =
        switch (word) {
          case "cut" -> new Expression.Cut(expression(), length());
          case "last" -> new Expression.Last(expression(), length());
          case "pad" -> new Expression.Pad(expression(), length(), oneCharacter());
          case "table" -> table();
          case "date" -> day();
          case "join" -> join();
          default ->
              throw wrong(
                  start, "expression.unknownFunction", Quantities.shortened(word), FUNCTIONS);
        };
    expect(')');
    return function;
  }

  private Expression table() {
    Expression of = expression();
    List<Entry> entries = new ArrayList<>();
    String otherwise = null;
    while (otherwise == null && comma()) {
      blanks();
      if (peek() == 'e') {
        int start = at;
        if (!word().equals("else")) {
          throw wrong(start, "expression.tableEntry");
        }
        blanks();
        otherwise = string();
      } else {
        int start = at;
        String from = string();
        expect('=');
        blanks();
        if (entries.stream().anyMatch(entry -> entry.from().equals(from))) {
          throw wrong(start, "expression.twiceInTable", Quantities.shortened(from));
        }
        entries.add(new Entry(from, string()));
      }
    }
    if (entries.isEmpty()) {
      throw wrong(at, "expression.tableEntry");
    }
    return new Expression.Table(of, entries, otherwise);
  }

  private Expression day() {
    blanks();
    int start = at;
    if (!(expression() instanceof Expression.Value value)
        || value.value() != ItemValue.DELIVERY_DAY) {
      throw wrong(start, "expression.noDay", ItemValue.DELIVERY_DAY.word());
    }
    expect(',');
    blanks();
    int patternAt = at;
    String pattern = string();
    if (!DAY.matcher(pattern).matches()) {
      throw wrong(patternAt, "expression.dayPattern", Quantities.shortened(pattern));
    }
    return new Expression.Day(value.value(), pattern);
  }

  private Expression join() {
    blanks();
    String between = string();
    List<Expression> parts = new ArrayList<>();
    while (comma()) {
      parts.add(expression());
    }
    if (parts.size() < 2) {
      throw wrong(at, "expression.joinWhat");
    }
    return new Expression.Join(between, parts);
  }

  private int length() {
    expect(',');
    blanks();
    int start = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    String digits = text.substring(start, at);
    int length = digits.isEmpty() || digits.length() > 4 ? 0 : Integer.parseInt(digits);
    if (length < 1) {
      throw wrong(start, "expression.length", Integer.toString(MOST_CHARACTERS));
    }
    return length;
  }

  private String oneCharacter() {
    expect(',');
    blanks();
    int start = at;
    String with = string();
    if (OciText.length(with) != 1) {
      throw wrong(start, "expression.padCharacter");
    }
    return with;
  }

  /** A text between double quotes, with \" and \\ inside. */
  private String string() {
    int start = at;
    if (peek() != '"') {
      throw wrong(at, "expression.expectedText", found());
    }
    at++;
    StringBuilder string = new StringBuilder();
    while (peek() != '"') {
      if (peek() == '\\' && at + 1 < text.length()) {
        at++;
        if (peek() != '"' && peek() != '\\') {
          throw wrong(at, "expression.escape");
        }
      }
      if (at >= text.length()) {
        throw wrong(start, "expression.textNotClosed");
      }
      if (Character.isISOControl(peek())) {
        throw wrong(at, "expression.controlCharacter");
      }
      string.append(text.charAt(at++));
    }
    at++;
    return string.toString();
  }

  private String word() {
    int start = at;
    while (peek() >= 'a' && peek() <= 'z'
        || peek() >= 'A' && peek() <= 'Z'
        || at > start && (peek() == '-' || peek() >= '0' && peek() <= '9')) {
      at++;
    }
    return text.substring(start, at);
  }

  private boolean comma() {
    blanks();
    if (peek() != ',') {
      return false;
    }
    at++;
    return true;
  }

  private void expect(char wanted) {
    blanks();
    if (peek() != wanted) {
      throw wrong(at, "expression.expectedSign", String.valueOf(wanted), found());
    }
    at++;
  }

  private void blanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  /** The next character, or NUL at the end: a NUL in the text is no sign of the grammar either. */
  private char peek() {
    return at < text.length() ? text.charAt(at) : 0;
  }

  private String found() {
    return at < text.length() ? Quantities.shortened(text.substring(at)) : "";
  }

  private UnreadableExpression wrong(int position, String key, String... arguments) {
    return new UnreadableExpression(position + 1, key, arguments);
  }
}
