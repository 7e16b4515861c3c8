package nl.topfruit.shop.web.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.fulfilment.AccountDeliveries;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.history.OrderHistory;
import nl.topfruit.shop.ordering.history.OrderRow;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** What the account has ordered, with the day it is brought. */
@Named("portalOrders")
@RequestScoped
public class OrdersPage extends ListPage<OrderRow> {
  private static final Set<String> FILTERS = Set.of("state", "invoiced", "costCentre");
  private static final Set<String> SORTS = Set.of("number", "purchaseOrder", "placed", "net");

  @Inject private OrderHistory orders;
  @Inject private AccountDeliveries deliveries;

  private Map<String, AccountDeliveries.Days> days;

  @Override
  protected Page<OrderRow> find(TableQuery asked) {
    return orders.find(asked);
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  @Override
  protected Set<String> sorts() {
    return SORTS;
  }

  /** When the orders on this page are brought, by number. */
  public Map<String, AccountDeliveries.Days> getDays() {
    if (days == null) {
      days = deliveries.daysOf(getRows().stream().map(OrderRow::number).toList());
    }
    return days;
  }

  public List<Choice> getStates() {
    return Choice.of(Order.State.values());
  }

  public List<Choice> getInvoiced() {
    return Choice.of(Order.Invoiced.values());
  }
}
