package nl.topfruit.shop.support;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A page that carries items to a purchasing system, read as that system reads it. */
public final class ReturnPage {
  private static final Pattern FIELD = Pattern.compile("NEW_ITEM-(\\w+)\\[(\\d+)]");
  private static final Pattern LONG_TEXT = Pattern.compile("NEW_ITEM-LONGTEXT_(\\d+):132\\[]");

  private final Document page;

  private ReturnPage(Document page) {
    this.page = page;
  }

  public static ReturnPage of(HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      throw new AssertionError(answer.statusCode() + ": " + answer.body());
    }
    return new ReturnPage(Jsoup.parse(answer.body()));
  }

  public Document document() {
    return page;
  }

  /** The form itself. */
  public Element form() {
    return page.getElementById("oci-return");
  }

  /** A script posts it. */
  public boolean postsItself() {
    return !page.select("script").isEmpty();
  }

  /** What is posted, in order. */
  public Form fields() {
    Form fields = Form.of();
    for (Element input : form().select("input[type=hidden]")) {
      fields = fields.with(input.attr("name"), input.val());
    }
    return fields;
  }

  /** The items in order, each with its fields by their short name. */
  public List<Map<String, String>> items() {
    Map<Integer, Map<String, String>> items = new LinkedHashMap<>();
    for (Form.Field field : fields().fields()) {
      Matcher plain = FIELD.matcher(field.name());
      Matcher text = LONG_TEXT.matcher(field.name());
      if (plain.matches()) {
        put(items, Integer.parseInt(plain.group(2)), plain.group(1), field.value());
      } else if (text.matches()) {
        put(items, Integer.parseInt(text.group(1)), "LONGTEXT", field.value());
      }
    }
    for (int i = 1; i <= items.size(); i++) {
      if (!items.containsKey(i)) {
        throw new AssertionError("no item " + i + " of " + items.keySet());
      }
    }
    return new ArrayList<>(items.values());
  }

  private static void put(
      Map<Integer, Map<String, String>> items, int number, String field, String value) {
    items.computeIfAbsent(number, n -> new LinkedHashMap<>()).put(field, value);
  }
}
