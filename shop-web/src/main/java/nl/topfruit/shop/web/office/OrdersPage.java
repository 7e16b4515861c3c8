package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.ordering.Order;
import nl.topfruit.shop.ordering.history.OrderBook;
import nl.topfruit.shop.ordering.history.OrderRow;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;

/** The orders of all customers. */
@Named("officeOrders")
@RequestScoped
public class OrdersPage extends ListPage<OrderRow> {
  private static final Set<String> FILTERS = Set.of("state", "invoiced");
  private static final Set<String> SORTS = Set.of("number", "purchaseOrder", "placed", "net");

  @Inject private OrderBook orders;

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

  public List<Choice> getStates() {
    return Choice.of(Order.State.values());
  }

  public List<Choice> getInvoiced() {
    return Choice.of(Order.Invoiced.values());
  }
}
