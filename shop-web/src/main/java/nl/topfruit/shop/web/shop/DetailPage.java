package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import nl.topfruit.shop.calendar.CalendarText;
import nl.topfruit.shop.catalog.ProductSheet;
import nl.topfruit.shop.common.NotFound;
import nl.topfruit.shop.ordering.DayPromise;
import nl.topfruit.shop.ordering.ProductView;
import nl.topfruit.shop.ordering.ShopWindow;
import nl.topfruit.shop.web.faces.Texts;

/**
 * A product as a purchasing system shows it to somebody who meets it there (OCI FUNCTION DETAIL):
 * nothing to fill in and no way back. One that is gone says so, in the shop's own frame.
 */
@Named("shopDetail")
@RequestScoped
public class DetailPage {
  @Inject private HttpServletRequest request;
  @Inject private ShopWindow window;
  @Inject private Texts texts;

  private ProductView product;

  @PostConstruct
  void load() {
    try {
      ProductView found = window.product(getSku(), null);
      product = found.sheet().active() ? found : null;
    } catch (NotFound e) {
      // never ours, or not in this customer's assortment any more: to him it is the same
      product = null;
    }
    if (isGone()) {
      FacesContext.getCurrentInstance()
          .getExternalContext()
          .setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  public boolean isGone() {
    return product == null;
  }

  /** The article number that was asked for. */
  public String getSku() {
    String sku = request.getParameter("sku");
    return sku == null ? "" : sku;
  }

  public String getTitle() {
    return isGone() ? texts.get("shop.detail.gone.title") : getSheet().article().fullName();
  }

  public ProductView getView() {
    return product;
  }

  /** Null when it is gone. */
  public ProductSheet getSheet() {
    return product == null ? null : product.sheet();
  }

  public ProductWords getWords() {
    return new ProductWords(product, texts);
  }

  /** "Goedgekeurd vóór wo 12:00: do 26 nov". */
  public String getPromise() {
    DayPromise promise = product.promise();
    if (promise.day() == null) {
      return texts.get("shop.product.noDay");
    }
    return CalendarText.in(Locale.forLanguageTag(product.visit().language()))
        .promise(
            promise.day(),
            promise.approvedBefore(),
            product.visit().assortment().day(),
            product.visit().needsApproval());
  }
}
