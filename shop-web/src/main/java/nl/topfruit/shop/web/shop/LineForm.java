package nl.topfruit.shop.web.shop;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import nl.topfruit.shop.common.Ids;
import nl.topfruit.shop.greeting.GreetingCard;
import nl.topfruit.shop.ordering.ProductView;
import nl.topfruit.shop.ordering.ShopVisit;
import nl.topfruit.shop.ordering.basket.AddLine;
import nl.topfruit.shop.ordering.basket.BasketItem;

/**
 * What is filled in on the page of a product: where and when, card, what for. The names are those
 * of the inputs; the service reads and checks what stands in them.
 */
@Named("shopLine")
@RequestScoped
public class LineForm {
  private final Map<String, Object> of = new HashMap<>();

  @Inject private HttpServletRequest request;

  /**
   * An empty form, with the id that its line will have: sent twice, it makes one line. Design and
   * font are drawn as pictures to choose from, which no Faces input does.
   */
  @PostConstruct
  void load() {
    of.put("line", Ids.next().toString());
    of.put("design", request.getParameter("design"));
    of.put("font", request.getParameter("font"));
  }

  /** By name of the input. */
  public Map<String, Object> getOf() {
    return of;
  }

  /** What this shopper usually fills in. */
  void usual(ProductView product) {
    ShopVisit.Defaults usual = product.visit().defaults();
    of.put("quantity", String.valueOf(product.sheet().quantity()));
    of.put("branch", usual.branch() == null ? null : usual.branch().label());
    of.put("contact-name", usual.contactName());
    of.put("contact-reach", usual.contactReach());
    of.put("cost-centre", usual.costCentreLabel());
    of.put("purpose", usual.purposeId() == null ? null : usual.purposeId().toString());
  }

  /** The same again for somebody else: day, card and booking stay. */
  void like(BasketItem other) {
    of.put("quantity", String.valueOf(other.quantity()));
    of.put("deliver-on", other.deliverOn().toString());
    of.put("contact-name", other.destination().contactName());
    of.put("contact-reach", other.destination().contactReach());
    of.put("cost-centre", other.booking().costCentre());
    UUID purpose = other.booking().purposeId();
    of.put("purpose", purpose == null ? null : purpose.toString());
    of.put("reference", other.booking().reference());
    of.put("design", other.card().design());
    of.put("card-text", other.card().text());
    of.put("font", other.card().font());
  }

  /** An address that is no branch is being filled in. */
  public boolean isElsewhere() {
    return elsewhere().isPresent();
  }

  AddLine line(String sku) {
    String purpose = text("purpose");
    String costCentre = text("cost-centre");
    return new AddLine(
        UUID.fromString(text("line")),
        sku,
        text("quantity"),
        text("deliver-on"),
        text("branch"),
        elsewhere(),
        text("recipient"),
        text("contact-name"),
        text("contact-reach"),
        text("instruction"),
        costCentre == null ? "" : costCentre,
        purpose == null ? null : UUID.fromString(purpose),
        text("reference"),
        new GreetingCard(text("design"), text("card-text"), text("font"), false));
  }

  private AddLine.Elsewhere elsewhere() {
    return new AddLine.Elsewhere(
        text("street"), text("house-number"), text("postcode"), text("city"), is("home"));
  }

  private String text(String name) {
    Object value = of.get(name);
    return value == null ? null : value.toString();
  }

  private boolean is(String name) {
    return Boolean.parseBoolean(String.valueOf(of.get(name)));
  }
}
