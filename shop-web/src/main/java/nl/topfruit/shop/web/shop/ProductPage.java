package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.topfruit.shop.catalog.ProductSheet;
import nl.topfruit.shop.common.Money;
import nl.topfruit.shop.ordering.Fees;
import nl.topfruit.shop.ordering.ProductView;
import nl.topfruit.shop.ordering.ShopWindow;
import nl.topfruit.shop.ordering.basket.Baskets;
import nl.topfruit.shop.web.faces.Texts;

/** A product, and the three questions before it goes into the basket. */
@Named("shopProduct")
@RequestScoped
public class ProductPage {
  @Inject private HttpServletRequest request;
  @Inject private ShopWindow window;
  @Inject private Baskets baskets;
  @Inject private ShopBar bar;
  @Inject private LineForm line;
  @Inject private Texts texts;

  private ProductView product;

  @PostConstruct
  void load() {
    product = window.product(sku(), month());
    bar.show(product.visit());
    if (!FacesContext.getCurrentInstance().isPostback()) {
      fillIn();
    }
  }

  private void fillIn() {
    line.usual(product);
    if (product.available()) {
      line.getOf().put("deliver-on", usualDay().toString());
    }
    String like = parameter("like");
    if (!like.isEmpty()) {
      baskets.view().items().stream()
          .filter(item -> item.id().toString().equals(like))
          .findFirst()
          .ifPresent(line::like);
    }
  }

  private LocalDate usualDay() {
    LocalDate wanted = day(parameter("on"));
    return wanted != null && product.on(wanted).open() ? wanted : product.promise().day();
  }

  /** Into the basket; and where that button was pressed, the same again for another recipient. */
  public String act() {
    UUID added = baskets.add(line.line(sku()));
    return parameter("again").isEmpty()
        ? "basket?faces-redirect=true&notice=added"
        : "product?faces-redirect=true&notice=addedAgain&sku=" + sku() + "&like=" + added;
  }

  public ProductView getView() {
    return product;
  }

  public ProductSheet getSheet() {
    return product.sheet();
  }

  public ProductWords getWords() {
    return new ProductWords(product, texts);
  }

  /**
   * Quantity and price of each step, for the script that follows the quantity: "1:27.90 5:26.50".
   */
  public String getTierList() {
    return getWords().getTiers().stream()
        .map(tier -> tier.from() + ":" + tier.price().total().plain())
        .collect(Collectors.joining(" "));
  }

  /** What the filled-in quantity costs; for what is no quantity, one. */
  public Money getTotal() {
    String typed = String.valueOf(line.getOf().get("quantity"));
    int least = product.sheet().quantity();
    int quantity =
        typed.matches("[1-9]\\d{0,3}") ? Math.max(least, Integer.parseInt(typed)) : least;
    return Fees.net(BigDecimal.valueOf(quantity), product.sheet().prices().at(quantity).price());
  }

  private String sku() {
    return parameter("sku");
  }

  private YearMonth month() {
    try {
      return parameter("month").isEmpty() ? null : YearMonth.parse(parameter("month"));
    } catch (DateTimeException e) {
      // an address that was edited by hand: the usual month
      return null;
    }
  }

  /** A day as YYYY-MM-DD, null for what is none. */
  static LocalDate day(String iso) {
    try {
      return iso.isEmpty() ? null : LocalDate.parse(iso);
    } catch (DateTimeException e) {
      // what was typed is no day; the service says so when it is sent
      return null;
    }
  }

  private String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }
}
