package nl.topfruit.shop.web.office;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import nl.topfruit.shop.calendar.CutOffClass;
import nl.topfruit.shop.common.BusinessRuleViolation;
import nl.topfruit.shop.connection.Connection.LateOrder;
import nl.topfruit.shop.connection.OrderRules;
import nl.topfruit.shop.connection.desk.ConnectionDesk;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.Language;
import nl.topfruit.shop.web.faces.Texts;

/** The form with how far an order may differ from the promise; names are those of the inputs. */
@Named("officeConnectionOrders")
@RequestScoped
public class ConnectionOrders {
  private final Map<String, Object> of = new HashMap<>();
  private final FormValues form = new FormValues(of);

  @Inject private ConnectionPage page;
  @Inject private ConnectionDesk desk;
  @Inject private HttpServletRequest request;
  @Inject private Texts texts;

  @PostConstruct
  void load() {
    OrderRules rules = desk.orderRules(page.getKey());
    of.put("orders-seen", String.valueOf(page.getView().seen()));
    of.put("price-tolerance", shown(rules.priceTolerance()));
    of.put("price-percent", shown(rules.priceTolerancePercent()));
    of.put("more-allowed", rules.moreAllowed());
    of.put("lines-left-out", rules.linesMayBeLeftOut());
    of.put("lines-added", rules.linesMayBeAdded());
    of.put("whose-address", rules.address().name());
    of.put("whose-day", rules.day().name());
    of.put("after-validity", rules.afterValidity().name());
    of.put("several-orders", rules.severalOrders());
    of.put("several-requisitions", rules.severalRequisitions());
    of.put("below-tier", rules.belowTier().name());
    rules.late().forEach((cutOff, late) -> of.put("late-" + cutOff, late.name()));
  }

  private static String shown(BigDecimal number) {
    return number.signum() == 0
        ? null
        : number.stripTrailingZeros().toPlainString().replace('.', ',');
  }

  /** By name of the input. */
  public Map<String, Object> getOf() {
    return of;
  }

  public String save() {
    desk.forgive(
        page.getKey(),
        form.number("orders-seen"),
        rules(),
        form.text("orders-note"),
        Language.of(request).locale());
    return page.here("saved");
  }

  private OrderRules rules() {
    Map<String, LateOrder> late = new HashMap<>();
    for (CutOffClass cutOff : CutOffClass.values()) {
      String chosen = form.text("late-" + cutOff);
      if (chosen != null) {
        late.put(cutOff.name(), LateOrder.valueOf(chosen));
      }
    }
    return new OrderRules(
        number("price-tolerance"),
        number("price-percent"),
        form.is("more-allowed"),
        form.is("lines-left-out"),
        form.is("lines-added"),
        OrderRules.Whose.valueOf(form.text("whose-address")),
        OrderRules.Whose.valueOf(form.text("whose-day")),
        OrderRules.AfterValidity.valueOf(form.text("after-validity")),
        form.is("several-orders"),
        form.is("several-requisitions"),
        OrderRules.BelowTier.valueOf(form.text("below-tier")),
        late);
  }

  private BigDecimal number(String field) {
    String typed = form.text(field);
    if (typed == null) {
      return BigDecimal.ZERO;
    }
    if (!typed.matches("\\d{1,4}([.,]\\d{1,2})?")) {
      throw new BusinessRuleViolation(field, "connection.number");
    }
    return new BigDecimal(typed.replace(',', '.'));
  }

  public List<Choice> getWhose() {
    return choices("con.whose.", OrderRules.Whose.values());
  }

  public List<Choice> getAfterValidity() {
    return choices("con.afterValidity.", OrderRules.AfterValidity.values());
  }

  public List<Choice> getBelowTier() {
    return choices("con.belowTier.", OrderRules.BelowTier.values());
  }

  public List<Choice> getLate() {
    return choices("con.lateOrder.", LateOrder.values());
  }

  public CutOffClass[] getCutOffs() {
    return CutOffClass.values();
  }

  private List<Choice> choices(String key, Enum<?>[] values) {
    return Stream.of(values)
        .map(each -> new Choice(each.name(), texts.get(key + each.name())))
        .toList();
  }
}
