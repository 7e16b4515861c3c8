package nl.topfruit.shop.web.office;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import nl.topfruit.shop.common.Page;
import nl.topfruit.shop.common.TableQuery;
import nl.topfruit.shop.fulfilment.Deliveries;
import nl.topfruit.shop.fulfilment.Delivery;
import nl.topfruit.shop.fulfilment.DeliveryRow;
import nl.topfruit.shop.fulfilment.DeliverySchedule;
import nl.topfruit.shop.web.faces.Asked;
import nl.topfruit.shop.web.faces.Back;
import nl.topfruit.shop.web.faces.Choice;
import nl.topfruit.shop.web.faces.ListPage;
import nl.topfruit.shop.web.faces.Texts;

/** What has to be brought where on which day, and marking it delivered. */
@Named("officeDeliveries")
@RequestScoped
public class DeliveriesPage extends ListPage<DeliveryRow> {
  private static final Set<String> FILTERS = Set.of("state", "day", "when");
  private static final Set<String> SORTS = Set.of("number", "day", "customer");

  @Inject private DeliverySchedule schedule;
  @Inject private Deliveries deliveries;
  @Inject private Asked asked;
  @Inject private Texts texts;

  @Override
  protected Page<DeliveryRow> find(TableQuery asked) {
    return schedule.find(asked);
  }

  @Override
  protected Set<String> filters() {
    return FILTERS;
  }

  @Override
  protected Set<String> sorts() {
    return SORTS;
  }

  /**
   * Which one is said by a parameter and not by its row: meanwhile somebody else may have changed
   * what the list shows.
   */
  public void deliver() throws IOException {
    deliveries.deliver(asked.text("delivery"), null);
    Back.to(this, "/office/deliveries", "delivered");
  }

  public List<Choice> getStates() {
    return Choice.of(Delivery.State.values());
  }

  public List<Choice> getTimes() {
    return Stream.of("late", "today", "tomorrow", "coming", "failed")
        .map(when -> new Choice(when, texts.get("office.deliveries." + when)))
        .toList();
  }
}
