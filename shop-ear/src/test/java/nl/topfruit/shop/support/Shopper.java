package nl.topfruit.shop.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Shops over plain HTTP, without script and without cookies, where a test needs a basket and no
 * browser.
 */
public final class Shopper {
  private final ShopServer shop;
  private final String root;

  /** Opens the shop as the system of this account. */
  public Shopper(ShopServer shop, String user) {
    this(CallUp.open(shop, user), shop);
  }

  private Shopper(String root, ShopServer shop) {
    this.shop = shop;
    this.root = root;
  }

  /** Goes on in a session that was opened, by its path. */
  public static Shopper in(ShopServer shop, String root) {
    return new Shopper(root, shop);
  }

  /** Opens the shop by this call-up. */
  public Shopper(ShopServer shop, Form callUp) {
    HttpResponse<String> answer = CallUp.post(shop, callUp);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    this.shop = shop;
    this.root = answer.headers().firstValue("Location").orElseThrow();
  }

  /** An address in this shopping session. */
  public URI url(String page) {
    return shop.url(root + page);
  }

  public Document page(String page) {
    HttpResponse<String> answer = Http.get(url(page));
    assertThat(answer.statusCode()).as(page).isEqualTo(200);
    return Jsoup.parse(answer.body(), url(page).toString());
  }

  /** Puts a product into the basket, with what is filled in and the defaults of the rest. */
  public Shopper add(String sku, String... fieldsAndValues) {
    HttpResponse<String> answer = tryToAdd(sku, Map.of(), fieldsAndValues);
    assertThat(answer.statusCode()).as("adding %s: %s", sku, answer.body()).isIn(302, 303);
    return this;
  }

  /**
   * Sends the form of a product as the page has it.
   *
   * @param raw fields under the name they have in the form
   */
  public HttpResponse<String> tryToAdd(
      String sku, Map<String, String> raw, String... fieldsAndValues) {
    Document page = page("product?sku=" + sku);
    Element add = page.selectFirst("[data-action=add]");
    assertThat(add).as("the button of %s", sku).isNotNull();
    Element html = add.closest("form");
    Form form = of(html).with(add.attr("name"), add.attr("value"));
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      Element input = html.selectFirst("[data-field=" + fieldsAndValues[i] + "]");
      assertThat(input).as("the field %s", fieldsAndValues[i]).isNotNull();
      form = form.but(input.attr("name"), fieldsAndValues[i + 1]);
    }
    for (Map.Entry<String, String> field : raw.entrySet()) {
      form = form.but(field.getKey(), field.getValue());
    }
    return Http.post(URI.create(html.absUrl("action")), form);
  }

  /** Hands the basket over; what the return page would post. */
  public Form handOver() {
    HttpResponse<String> answer = Http.post(url("return"), Form.of());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return of(Jsoup.parse(answer.body()).selectFirst("#oci-return"));
  }

  /** What a browser would send of a form, without its buttons. */
  private static Form of(Element html) {
    Form form = Form.of();
    for (Element input : html.select("input[name], select[name], textarea[name]")) {
      boolean button = input.attr("type").matches("submit|button|image");
      boolean unticked = input.attr("type").matches("checkbox|radio") && !input.hasAttr("checked");
      if (!button && !unticked) {
        form = form.with(input.attr("name"), input.val().isEmpty() ? selected(input) : input.val());
      }
    }
    return form;
  }

  private static String selected(Element input) {
    Element option = input.selectFirst("option[selected]");
    return option == null ? "" : option.val();
  }
}
