package nl.topfruit.shop.support;

import java.nio.charset.Charset;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A basket as a purchasing system finds it in the fields of a form (OCI 4.0, inbound section).
 *
 * @param form as the browser posted it, names exactly as they were
 */
public record Posted(Form form) {
  private static final Pattern PLAIN = Pattern.compile("NEW_ITEM-([A-Z0-9_]+)\\[(\\d+)]");
  private static final Pattern LONG_TEXT = Pattern.compile("NEW_ITEM-LONGTEXT_(\\d+):132\\[]");

  public static Posted of(Erp.Post post, Charset charset) {
    return new Posted(post.form(charset));
  }

  /**
   * How many items.
   *
   * @throws AssertionError when they are not counted from 1 without a gap, or a name is none of OCI
   */
  public int items() {
    var indexes = new TreeSet<Integer>();
    for (String name : form.names()) {
      Matcher plain = PLAIN.matcher(name);
      Matcher text = LONG_TEXT.matcher(name);
      if (plain.matches()) {
        indexes.add(Integer.valueOf(plain.group(2)));
      } else if (text.matches()) {
        indexes.add(Integer.valueOf(text.group(1)));
      } else if (name.startsWith("NEW_ITEM")) {
        throw new AssertionError("No name of OCI: " + name);
      }
    }
    if (!indexes.isEmpty() && (indexes.first() != 1 || indexes.last() != indexes.size())) {
      throw new AssertionError("Not counted from 1 without a gap: " + indexes);
    }
    return indexes.size();
  }

  /** The value of a field of an item, empty without one. */
  public String value(String field, int item) {
    return form.value("NEW_ITEM-" + field + "[" + item + "]").orElse("");
  }

  /** A field of every item in order. */
  public List<String> column(String field) {
    return IntStream.rangeClosed(1, items()).mapToObj(i -> value(field, i)).toList();
  }

  /** LONGTEXT of an item, empty without one. */
  public String longText(int item) {
    return form.value("NEW_ITEM-LONGTEXT_" + item + ":132[]").orElse("");
  }

  /** The item with this article number. */
  public int indexOf(String sku) {
    int item = column("VENDORMAT").indexOf(sku) + 1;
    if (item == 0) {
      throw new AssertionError("No item " + sku + " in " + column("VENDORMAT"));
    }
    return item;
  }
}
